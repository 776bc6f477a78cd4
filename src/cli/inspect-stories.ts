import { Command } from 'commander';
import { storyMemory } from '../ingest/stories/story-memory.ts';
import { refuse } from '../news/refusal.ts';
import { articlesGiven } from './articles-given.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import type { BadRow } from './json-rows.ts';
import type { Row } from './rows.ts';
import type { Terminal } from './terminal.ts';

/** `inspect stories`: which articles are about one happening, without keeping anything. */
export function inspectStories(terminal: Terminal): Command {
  return new Command('stories')
    .summary('which articles are about one happening')
    .description(
      'Prints the story of each article, one JSON object a line, in the order given. A story is named by the id of the article it began with; articles are placed in the order in which they were published, undated ones last.',
    )
    .argument('[files...]', 'text, Markdown, saved pages, .jsonl files, or folders of them')
    .option(
      '--jsonl <file>',
      'articles as lines of {id, title, text, publishedAt}; - is standard input',
    )
    .action((files: readonly string[], { jsonl }: { jsonl?: string }) =>
      finish(terminal, () => printStories(terminal, files, jsonl)),
    );
}

async function printStories(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): Promise<Outcome> {
  if (files.length === 0 && jsonl === undefined) {
    return refuse('No article was named.', 'Name a file, or give --jsonl - to read JSON lines.');
  }
  const all: (Row | BadRow)[] = [];
  for await (const given of articlesGiven(terminal, files, jsonl)) {
    if ('refusal' in given) {
      all.push(given);
      continue;
    }
    if (given.notice) terminal.say(sentences(given.notice));
    const { title, text, publishedAt } = given.article;
    all.push({ id: given.id, title, text, publishedAt });
  }
  const stories = storiesOf(all);
  let failed = 0;
  for (const row of all) {
    if ('refusal' in row) failed += 1;
    const told =
      'refusal' in row ? { error: sentences(row.refusal) } : { story: stories.get(row)?.id };
    await terminal.print(JSON.stringify({ id: row.id, ...told }));
    if (terminal.isUnread()) return 'done';
  }
  if (failed === 0) return 'done';
  terminal.say(`${failed} of ${all.length} failed; their lines say why.`);
  return 'failed';
}

/** The row that each row's story began with. Two rows may have one id: what tells them apart is where they stand. */
function storiesOf(all: readonly (Row | BadRow)[]): ReadonlyMap<Row, Row> {
  const memory = storyMemory();
  const rows = new Map<string, Row>();
  const stories = new Map<string, string>();
  for (const [at, row] of all.entries()) if (!('refusal' in row)) rows.set(String(at), row);
  const inOrder = [...rows].sort(([, one], [, other]) => publishedAt(one) - publishedAt(other));
  for (const [key, row] of inOrder) memory.expect({ ...row, id: key });
  for (const [key, row] of inOrder) {
    const { story, moved } = memory.place({ ...row, id: key });
    stories.set(key, story);
    for (const [article, nowIn] of moved) stories.set(article, nowIn);
  }
  const began = new Map<Row, Row>();
  for (const [key, row] of rows) began.set(row, rows.get(stories.get(key) ?? key) ?? row);
  return began;
}

const UNDATED = Number.MAX_VALUE;

function publishedAt(row: Row): number {
  return row.publishedAt === null ? UNDATED : Date.parse(row.publishedAt);
}
