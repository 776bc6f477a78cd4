import { Command } from 'commander';
import { refuse } from '../news/refusal.ts';
import { articlesGiven } from './articles-given.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import type { Given } from './given.ts';
import { inspectFeedCommand } from './inspect-feed.ts';
import { inspectPageCommand } from './inspect-page.ts';
import { inspectStories } from './inspect-stories.ts';
import type { BadRow } from './json-rows.ts';
import { readingAsJson } from './reading-json.ts';
import type { Terminal } from './terminal.ts';

/** `inspect …`: what reading finds, without keeping anything. */
export function inspectCommand(terminal: Terminal): Command {
  const article = new Command('article')
    .summary('statements, events, dates and figures')
    .description(
      'Prints what reading finds in articles: sentences, statements, events, dates and figures, one JSON object a line. Offsets count UTF-16 code units into the text.',
    )
    .argument(
      '[files...]',
      'text, Markdown, saved pages, PDFs, mail (.eml), .jsonl files, or folders of them',
    )
    .option(
      '--jsonl <file>',
      'articles as lines of {id, title, text, publishedAt}; - is standard input',
    )
    .action((files: readonly string[], { jsonl }: { jsonl?: string }) =>
      finish(terminal, () => inspectArticles(terminal, files, jsonl)),
    );
  return new Command('inspect')
    .summary('shows what reading finds in articles, pages, feeds and stories')
    .description('Shows what reading finds, without keeping anything.')
    .addCommand(article)
    .addCommand(inspectPageCommand(terminal))
    .addCommand(inspectFeedCommand(terminal))
    .addCommand(inspectStories(terminal));
}

async function inspectArticles(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): Promise<Outcome> {
  if (files.length === 0 && jsonl === undefined) {
    return refuse('No article was named.', 'Name a file, or give --jsonl - to read JSON lines.');
  }
  let all = 0;
  let failed = 0;
  for await (const given of articlesGiven(terminal, files, jsonl)) {
    all += 1;
    if ('refusal' in given) failed += 1;
    else if (given.notice) terminal.say(sentences(given.notice));
    await terminal.print(JSON.stringify(asJson(given)));
    if (terminal.isUnread()) return 'done';
  }
  if (failed === 0) return 'done';
  terminal.say(`${failed} of ${all} failed; their lines say why.`);
  return 'failed';
}

function asJson(given: Given | BadRow): object {
  if ('refusal' in given) return { id: given.id, error: sentences(given.refusal) };
  const { id, isRow, article } = given;
  const { text, reading } = article;
  return { id, ...(isRow ? {} : { text }), ...readingAsJson(text, reading) };
}
