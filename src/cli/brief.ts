import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { BriefRequest } from '../briefing/request.ts';
import { topicsFromFile } from '../ingest/topics/topics-file.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { answerFromArticles, answerFromLibrary } from './answer-brief.ts';
import { type BriefOptions, requestFrom, typedHere, withYears } from './brief-request.ts';
import { finish, type Outcome } from './finish.ts';
import { articlesFrom } from './from.ts';
import { type Home, inLibrary } from './home.ts';
import { onPaper } from './paper.ts';
import type { Shown } from './shown.ts';
import type { Terminal } from './terminal.ts';

/** `brief …`: where a story stands, over the library or over files of one's own. */
export function briefCommand(home: Home, terminal: Terminal): Command {
  return new Command('brief')
    .summary('says where a story stands')
    .description(
      'Says where a story stands: who said what, when, and on what standing. Every line is taken word for word from an article and cited.',
    )
    .argument('[words...]', 'a topic, any words, or: timeline opm, quotes kirby, sources opm')
    .option('--from <path>', 'only the articles of this file, .jsonl file or folder')
    .option('--as-of <day>', 'only what was published by then, such as 2015-06-23')
    .option('--since <day>', 'only what was published since, such as "20 June"')
    .option('--words <number>', 'a bottom line of about so many words', wholeNumber)
    .option('--json', 'print the brief as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s briefing -- brief opm --as-of 2015-06-23
  npm run -s briefing -- brief "who was behind it?" --since "20 June"
  npm run -s briefing -- brief timeline opm
  npm run -s briefing -- brief --from articles/ --words 100`,
    )
    .action((words: readonly string[], options: BriefOptions) =>
      finish(terminal, () => brief(home, terminal, words, options)),
    );
}

function wholeNumber(typed: string): number {
  if (/^[1-9]\d{0,4}$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError('It must be a number of words, such as 100.');
}

async function brief(
  home: Home,
  terminal: Terminal,
  words: readonly string[],
  options: BriefOptions,
): Promise<Outcome> {
  const request = requestFrom(words, options, new Date().toISOString().slice(0, 10));
  if (isRefusal(request)) return request;
  if (options.from !== undefined) return overFiles(home, terminal, request, options, options.from);
  return inLibrary(home, terminal, async (corpus) =>
    print(terminal, await answerFromLibrary(corpus, request, options.words), options),
  );
}

async function overFiles(
  home: Home,
  terminal: Terminal,
  request: BriefRequest,
  options: BriefOptions,
  path: string,
): Promise<Outcome> {
  const from = await articlesFrom(path, terminal);
  if (isRefusal(from)) return from;
  const topics = await topicsFromFile(join(home.seeds, 'topics.yml'));
  if (isRefusal(topics)) return topics;
  const { articles, failed } = from;
  const dated = withYears(request, articles);
  const shown = answerFromArticles(articles, topics, dated, options.words);
  const outcome = await print(terminal, shown, options);
  return outcome === 'done' && failed > 0 ? 'failed' : outcome;
}

async function print(
  terminal: Terminal,
  shown: Shown | Refusal,
  { json }: BriefOptions,
): Promise<Outcome> {
  if (isRefusal(shown)) return typedHere(shown);
  if (shown.notice !== undefined) terminal.say(shown.notice);
  await terminal.print(json ? JSON.stringify(shown.json) : onPaper(shown.text, terminal.columns));
  return 'done';
}
