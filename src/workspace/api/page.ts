import { type Failure, fail } from './answer.ts';
import { type Arguments, text } from './read-arguments.ts';

/** One page of a list, and the cursor that continues it (empty at its end). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string;
}

/** The page of `all` that `limit` and `cursor` ask for. */
export function pageOf<T>(
  all: readonly T[],
  args: Arguments,
  { usual, most }: { readonly usual: number; readonly most: number },
): Page<T> | Failure {
  const limit = Number(text(args, 'limit') ?? usual);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return fail('invalid_limit');
  const cursor = text(args, 'cursor');
  const from = cursor ? Number(Buffer.from(cursor, 'base64').toString().split(':')[1]) : 0;
  if (!Number.isInteger(from) || from < 0) return fail('invalid_cursor');
  const upTo = from + limit;
  const next = upTo < all.length ? Buffer.from(`next:${upTo}`).toString('base64') : '';
  return { items: all.slice(from, upTo), next };
}
