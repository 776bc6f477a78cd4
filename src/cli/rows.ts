import { z } from 'zod';
import { publishedFrom } from '../ingest/published.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import { linesOf } from './lines.ts';

/** An article given as one JSON object on a line. */
export interface Row {
  readonly id: string | number;
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: string | null;
  /** What could not be used of it, though the rest could; absent where all could. */
  readonly notice?: Refusal;
}

/** A line that is no article; its id where it could be told. */
export interface BadRow {
  readonly id: string | number | null;
  readonly refusal: Refusal;
}

const LONGEST_LINE = 10_000_000;

const ID = z.union([z.string(), z.number()], 'must be a text or a number');
const FIELDS = z.object({
  id: ID,
  title: z.string('must be text or null').nullish(),
  text: z.string('must be text'),
  publishedAt: z.string('must be a date or null').nullish(),
});

/** Reads articles from JSON lines, one at a time; `name` is what refusals name. Empty lines are passed over. */
export async function* rowsOf(
  name: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Row | BadRow> {
  for await (const { number, bytes } of linesOf(stream, LONGEST_LINE)) {
    const place = `Line ${number} of ${name}`;
    if (bytes === undefined) {
      const refused = `${place} is longer than ${LONGEST_LINE / 1_000_000} MB.`;
      yield {
        id: null,
        refusal: refuse(refused, 'Give one article a line, each ended by a line break.'),
      };
      continue;
    }
    const read = rowFrom(place, bytes);
    if (read !== undefined) yield read;
  }
}

function rowFrom(place: string, bytes: Uint8Array): Row | BadRow | undefined {
  let value: unknown;
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (line.trim() === '') return undefined;
    value = JSON.parse(line);
  } catch (error) {
    const what = error instanceof SyntaxError ? 'JSON' : 'UTF-8 text';
    const next = 'Give one JSON object a line: {"id", "title", "text", "publishedAt"}.';
    return { id: null, refusal: refuse(`${place} is not ${what}.`, next) };
  }
  const fields = FIELDS.safeParse(value);
  if (!fields.success) return badRow(place, value, fields.error);
  const { id, title, text, publishedAt } = fields.data;
  return { id, title: title || null, text, ...dated(place, publishedAt ?? '') };
}

function badRow(place: string, value: unknown, { issues: [issue] }: z.ZodError): BadRow {
  const id = z.object({ id: ID }).safeParse(value).data?.id ?? null;
  const field = issue?.path.join('.') ?? '';
  if (field === '') {
    return { id, refusal: refuse(`${place} is not a JSON object.`, 'Give one object a line.') };
  }
  return { id, refusal: refuse(`${place}: ${field} ${issue?.message}.`, `Correct ${field}.`) };
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
