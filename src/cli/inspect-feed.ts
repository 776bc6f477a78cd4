import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { anyFailure } from '../ingest/any-failure.ts';
import { parseFeed } from '../ingest/feeds/parse-feed.ts';
import type { ParsedFeed } from '../ingest/feeds/parsed-feed.ts';
import { savedBytes } from '../ingest/files/saved-bytes.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import { type BadRow, ID, jsonRows } from './json-rows.ts';
import type { Terminal } from './terminal.ts';

const FIELDS = z.object({
  id: ID,
  file: z.string('must be the name of a file'),
  contentType: z.string('must be text or null').nullish(),
  url: z.string('must be an address or null').nullish(),
});
const EXAMPLE = '{"id", "file", "contentType", "url"}';

type Asked = z.infer<typeof FIELDS>;

const LARGEST_FILE = 50_000_000;

/** `inspect feed`: what saved feeds say. */
export function inspectFeedCommand(terminal: Terminal): Command {
  return new Command('feed')
    .summary('the entries of a saved feed')
    .description(
      'Prints what saved RSS, Atom and JSON feeds say: their title and link, and their entries, one JSON object a feed. What is no feed prints its error.',
    )
    .argument('[files...]', 'saved feeds; .gz too')
    .option(
      '--jsonl <file>',
      'feeds as lines of {id, file, contentType, url}, the last two as the server gave them, where known; - is standard input',
    )
    .action((files: readonly string[], { jsonl }: { jsonl?: string }) =>
      finish(terminal, () => inspectFeeds(terminal, files, jsonl)),
    );
}

async function inspectFeeds(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): Promise<Outcome> {
  if (files.length === 0 && jsonl === undefined) {
    return refuse('No feed was named.', 'Name a file, or give --jsonl - to read JSON lines.');
  }
  let all = 0;
  let failed = 0;
  for await (const asked of askedOf(terminal, files, jsonl)) {
    const read = 'refusal' in asked ? asked.refusal : await feedOf(asked);
    all += 1;
    if (isRefusal(read)) failed += 1;
    await terminal.print(JSON.stringify(asJson(asked.id, read)));
    if (terminal.isUnread()) return 'done';
  }
  if (failed === 0) return 'done';
  terminal.say(`${failed} of ${all} failed; their lines say why.`);
  return 'failed';
}

async function feedOf({ file, contentType, url }: Asked): Promise<ParsedFeed | Refusal> {
  const bytes = await savedBytes(file, 'feed', LARGEST_FILE);
  if (isRefusal(bytes)) return bytes;
  try {
    return parseFeed(bytes, contentType ?? null, url ?? null, file);
  } catch (error) {
    return anyFailure(file, 'read', error);
  }
}

async function* askedOf(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): AsyncGenerator<Asked | BadRow> {
  for (const file of files) yield { id: file, file };
  if (jsonl === undefined) return;
  const name = jsonl === '-' ? 'standard input' : jsonl;
  const stream = jsonl === '-' ? terminal.stdin : createReadStream(jsonl);
  try {
    for await (const row of jsonRows(name, stream, FIELDS, EXAMPLE)) {
      yield 'refusal' in row ? row : row.fields;
    }
  } catch (error) {
    yield { id: name, refusal: anyFailure(name, 'read', error) };
  }
}

function asJson(id: string | number | null, read: ParsedFeed | Refusal): object {
  if (isRefusal(read)) return { id, error: sentences(read) };
  const { title, link, entries } = read;
  return { id, feed: { title, link }, entries: entries.map(({ key, ...entry }) => entry) };
}
