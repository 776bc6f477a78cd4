import { z } from 'zod';
import { type Refusal, refuse } from '../news/refusal.ts';
import { linesOf } from './lines.ts';

/** What every row has: the name under which its result is printed. */
export const ID = z.union([z.string(), z.number()], 'must be a text or a number');

/** A line that is not what was asked for; its id where it could be told. */
export interface BadRow {
  readonly id: string | number | null;
  readonly refusal: Refusal;
}

/** A line as asked for, and what a refusal calls it: "Line 3 of standard input". */
export interface GoodRow<T> {
  readonly place: string;
  readonly fields: T;
}

const LONGEST_LINE = 10_000_000;

/**
 * Reads JSON lines of one shape, one at a time; `name` is what refusals name, `example` what they ask for. Empty
 * lines are passed over.
 */
export async function* jsonRows<T>(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  shape: z.ZodType<T>,
  example: string,
): AsyncGenerator<GoodRow<T> | BadRow> {
  for await (const { number, bytes } of linesOf(stream, LONGEST_LINE)) {
    const place = `Line ${number} of ${name}`;
    if (bytes === undefined) {
      const refused = `${place} is longer than ${LONGEST_LINE / 1_000_000} MB.`;
      const next = 'Give one object a line, each ended by a line break.';
      yield { id: null, refusal: refuse(refused, next) };
      continue;
    }
    const read = rowFrom(place, bytes, shape, example);
    if (read !== undefined) yield read;
  }
}

function rowFrom<T>(
  place: string,
  bytes: Uint8Array,
  shape: z.ZodType<T>,
  example: string,
): GoodRow<T> | BadRow | undefined {
  let value: unknown;
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (line.trim() === '') return undefined;
    value = JSON.parse(line);
  } catch (error) {
    const what = error instanceof SyntaxError ? 'JSON' : 'UTF-8 text';
    const next = `Give one JSON object a line: ${example}.`;
    return { id: null, refusal: refuse(`${place} is not ${what}.`, next) };
  }
  const read = shape.safeParse(value);
  return read.success ? { place, fields: read.data } : badRow(place, value, read.error);
}

function badRow(place: string, value: unknown, { issues: [issue] }: z.ZodError): BadRow {
  const id = z.object({ id: ID }).safeParse(value).data?.id ?? null;
  const field = issue?.path.join('.') ?? '';
  if (field === '') {
    return { id, refusal: refuse(`${place} is not a JSON object.`, 'Give one object a line.') };
  }
  return { id, refusal: refuse(`${place}: ${field} ${issue?.message}.`, `Correct ${field}.`) };
}
