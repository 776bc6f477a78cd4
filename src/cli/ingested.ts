import type { Ingested } from '../ingest/files/add-read.ts';
import { sentences } from './finish.ts';
import { harmless } from './harmless.ts';
import type { Linked } from './linked.ts';

type Read = Exclude<Ingested, { readonly refusal: unknown }>;

const CHANGES = {
  new: 'added',
  revised: 'revised',
  unchanged: 'already there',
  copy: 'already there, by another address',
} as const;

/** What became of a file that was read, for people: a line, and under it what it links and what was not read. */
export function ingestedAsText(read: Read, links: readonly Linked[] | undefined): string {
  const { change, id, title, path, unread } = read;
  const lines = [
    `${CHANGES[change]}: ${title ?? path} (${id})`,
    ...(links ?? []).map(
      ({ title, url, known }) => `  ${known ? 'in the library' : 'links'}: ${title} – ${url}`,
    ),
    ...unread.map((part) => `  not read: ${part}`),
  ];
  // An article's words may hold line breaks only where we put them.
  return lines.map((line) => harmless(line).replaceAll('\n', ' ')).join('\n');
}

/** The same for scripts; `links` is there for mail alone. */
export function ingestedAsJson(ingested: Ingested, links?: readonly Linked[]): string {
  if ('refusal' in ingested) {
    return JSON.stringify({ id: ingested.path, error: sentences(ingested.refusal) });
  }
  const { id, path, title, change, unread } = ingested;
  return JSON.stringify({
    ...{ id, path, title, change },
    ...(links && { links }),
    ...(unread.length > 0 && { unread }),
  });
}
