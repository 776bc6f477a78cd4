import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { explainFailure } from '../corpus/storage-error.ts';
import type { Page } from '../ingest/pages/page.ts';
import { pageFromFile } from '../ingest/pages/page-file.ts';
import { type PageReader, pageReader } from '../ingest/pages/read-pages.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import { type BadRow, ID, jsonRows } from './json-rows.ts';
import type { Terminal } from './terminal.ts';

const FIELDS = z.object({
  id: ID,
  file: z.string('must be the name of a file'),
  url: z.string('must be an address or null').nullish(),
});
const EXAMPLE = '{"id", "file", "url"}';

interface Asked {
  readonly id: string | number;
  readonly file: string;
  readonly url: string | null;
}

/** `inspect page`: the article that a saved page holds. */
export function inspectPageCommand(terminal: Terminal): Command {
  return new Command('page')
    .summary('the article in a saved page')
    .description(
      'Prints what saved pages hold of their articles: title, author, dates, outlet, address, language and text, one JSON object a line. What is no article prints its error.',
    )
    .argument('[files...]', 'saved pages; .gz too')
    .option(
      '--jsonl <file>',
      'pages as lines of {id, file, url}, where url is the address the page came from; - is standard input',
    )
    .action((files: readonly string[], { jsonl }: { jsonl?: string }) =>
      finish(terminal, () => inspectPages(terminal, files, jsonl)),
    );
}

async function inspectPages(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): Promise<Outcome> {
  if (files.length === 0 && jsonl === undefined) {
    return refuse('No page was named.', 'Name a file, or give --jsonl - to read JSON lines.');
  }
  const pages = pageReader();
  let all = 0;
  let failed = 0;
  try {
    for await (const asked of askedOf(terminal, files, jsonl)) {
      const read = 'refusal' in asked ? asked.refusal : await pageOf(asked, pages);
      all += 1;
      if (isRefusal(read)) failed += 1;
      await terminal.print(JSON.stringify(asJson(asked.id, read)));
      if (terminal.isUnread()) return 'done';
    }
  } finally {
    await pages.close();
  }
  if (failed === 0) return 'done';
  terminal.say(`${failed} of ${all} failed; their lines say why.`);
  return 'failed';
}

function pageOf({ file, url }: Asked, pages: PageReader): Promise<Page | Refusal> {
  return pageFromFile(file, url, pages);
}

async function* askedOf(
  terminal: Terminal,
  files: readonly string[],
  jsonl: string | undefined,
): AsyncGenerator<Asked | BadRow> {
  for (const file of files) yield { id: file, file, url: null };
  if (jsonl === undefined) return;
  const name = jsonl === '-' ? 'standard input' : jsonl;
  const stream = jsonl === '-' ? terminal.stdin : createReadStream(jsonl);
  try {
    for await (const row of jsonRows(name, stream, FIELDS, EXAMPLE)) {
      yield 'refusal' in row ? row : { ...row.fields, url: webAddress(row.fields.url) };
    }
  } catch (error) {
    yield { id: name, refusal: explainFailure(name, 'read', error) };
  }
}

/** An address that is none of the web's tells nothing of a page, and is no reason to leave it unread. */
function webAddress(given: string | null | undefined): string | null {
  return given && /^https?:\/\//i.test(given) && URL.canParse(given) ? given : null;
}

function asJson(id: string | number | null, read: Page | Refusal): object {
  if (isRefusal(read)) return { id, error: sentences(read) };
  const { title, author, publishedAt, updatedAt, outlet, canonicalUrl, language } = read;
  const { nextPages, text } = read;
  const facts = { title, author, publishedAt, updatedAt, outlet, canonicalUrl, language };
  return { id, ...facts, nextPages, text };
}
