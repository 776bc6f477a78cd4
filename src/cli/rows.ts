import { z } from 'zod';
import { publishedFrom } from '../ingest/published.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import { type BadRow, ID, jsonRows } from './json-rows.ts';

/** An article given as one JSON object on a line. */
export interface Row {
  readonly id: string | number;
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: string | null;
  /** What could not be used of it, though the rest could; absent where all could. */
  readonly notice?: Refusal;
}

const FIELDS = z.object({
  id: ID,
  title: z.string('must be text or null').nullish(),
  text: z.string('must be text'),
  publishedAt: z.string('must be a date or null').nullish(),
});

const EXAMPLE = '{"id", "title", "text", "publishedAt"}';

/** Reads articles from JSON lines, one at a time; `name` is what refusals name. Empty lines are passed over. */
export async function* rowsOf(
  name: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Row | BadRow> {
  for await (const row of jsonRows(name, stream, FIELDS, EXAMPLE)) {
    if ('refusal' in row) {
      yield row;
      continue;
    }
    const { id, title, text, publishedAt } = row.fields;
    yield { id, title: title || null, text, ...dated(row.place, publishedAt ?? '') };
  }
}

/** A date that is none costs the article its date and nothing more. */
function dated(place: string, given: string): Pick<Row, 'publishedAt' | 'notice'> {
  if (given.trim() === '') return { publishedAt: null };
  const publishedAt = publishedFrom(given);
  if (publishedAt !== undefined) return { publishedAt };
  const notice = refuse(
    `${place}: publishedAt says “${given.slice(0, 60)}”, which is no date; it is read as undated.`,
    'Give a date such as 2015-06-22 or 2015-06-22T14:00:00-04:00.',
  );
  return { publishedAt: null, notice };
}
