import type { Value } from './database.ts';

/** Postgres takes no more values than 65,535 in one statement. */
const MOST_VALUES = 60_000;

/** Rows as a statement takes them, each value for itself: what is long in an array of text takes four times as long. */
export interface ManyRows {
  /** `VALUES ($1::text, …), …` */
  readonly text: string;
  readonly values: readonly Value[];
}

/** Lays out rows with columns of these types; several where they are too many for one statement. */
export function manyRows(
  types: readonly string[],
  rows: readonly (readonly Value[])[],
): readonly ManyRows[] {
  const most = Math.floor(MOST_VALUES / types.length);
  const all: ManyRows[] = [];
  for (let at = 0; at < rows.length; at += most) {
    const some = rows.slice(at, at + most);
    const rowAt = (_: unknown, row: number) =>
      `(${types.map((type, column) => `$${row * types.length + column + 1}::${type}`).join(', ')})`;
    all.push({ text: `VALUES ${some.map(rowAt).join(', ')}`, values: some.flat() });
  }
  return all;
}
