import { type Block, commonSize, type Fragment, type Row } from './fragment.ts';
import { lineOf, rowsOf } from './rows.ts';

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** So wide a gutter is, in heights of a letter; gaps between words are narrower, or differ from row to row. */
const GUTTER = 1;
/** So many rows a column has; fewer side by side are a table or a letterhead, and read across. */
const COLUMN_ROWS = 3;
/** So many letters a column's row has on average; cells of a table, numbers of lines and bullets have fewer. */
const COLUMN_LETTERS = 15;
/** A page of more rows is no page of prose: it is read across. */
const MOST_ROWS = 1_000;
const DEEPEST = 8;

function gapsOf(row: Row): readonly Gap[] {
  const gaps: Gap[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { x, width, text } of row) {
    if (text.trim() === '') continue;
    if (x > from) gaps.push({ from, to: x });
    from = Math.max(from, x + width);
  }
  return [...gaps, { from, to: Number.POSITIVE_INFINITY }];
}

function common(some: readonly Gap[], others: readonly Gap[], narrowest: number): readonly Gap[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const gap = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return gap.to - gap.from >= narrowest ? [gap] : [];
    }),
  );
}

function isInner(gap: Gap): boolean {
  return Number.isFinite(gap.from) && Number.isFinite(gap.to);
}

function partsAt(
  rows: readonly Row[],
  at: number,
): readonly [left: Fragment[][], right: Fragment[][]] {
  const left: Fragment[][] = [];
  const right: Fragment[][] = [];
  for (const row of rows) {
    const before = row.filter((one) => one.x + one.width / 2 < at);
    const behind = row.filter((one) => one.x + one.width / 2 >= at);
    if (before.some(({ text }) => text.trim() !== '')) left.push(before);
    if (behind.some(({ text }) => text.trim() !== '')) right.push(behind);
  }
  return [left, right];
}

function isColumn(rows: readonly Row[]): boolean {
  const letters = rows.flat().reduce((sum, { text }) => sum + text.trim().length, 0);
  return rows.length >= COLUMN_ROWS && letters / rows.length >= COLUMN_LETTERS;
}

interface Columns {
  readonly end: number;
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}

/** The longest run of rows from `start` on that one gutter divides into two columns. */
function columnsFrom(
  rows: readonly Row[],
  gaps: readonly (readonly Gap[])[],
  start: number,
  gutter: number,
): Columns | undefined {
  let open = gaps[start] ?? [];
  let inner: readonly Gap[] = [];
  let end = start + 1;
  for (; end < rows.length; end += 1) {
    const next = common(open, gaps[end] ?? [], gutter);
    const nextInner = next.filter(
      (gap) => isInner(gap) && dividesText(gaps.slice(start, end + 1), gap),
    );
    if (inner.length > 0 && nextInner.length === 0) break;
    if (nextInner.length === 0 && end - start > 3 * COLUMN_ROWS) return undefined;
    open = next;
    inner = nextInner;
  }
  const run = rows.slice(start, end);
  for (const gap of [...inner].sort((one, other) => other.to - other.from - (one.to - one.from))) {
    const [left, right] = partsAt(run, (gap.from + gap.to) / 2);
    if (isColumn(left) && isColumn(right)) return { end, left, right };
  }
  return undefined;
}

/** Whether text stands on both sides of a gap, on whichever rows. */
function dividesText(gaps: readonly (readonly Gap[])[], gap: Gap): boolean {
  const before = gaps.some(([first]) => first !== undefined && first.to <= gap.from);
  const behind = gaps.some((row) => (row.at(-1)?.from ?? 0) >= gap.to);
  return before && behind;
}

function blocksFrom(rows: readonly Row[], gutter: number, depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let across: Row[] = [];
  const close = () => {
    if (across.length > 0) blocks.push(across.map(lineOf));
    across = [];
  };
  const gaps = rows.map(gapsOf);
  for (let at = 0; at < rows.length; ) {
    const columns = depth < DEEPEST ? columnsFrom(rows, gaps, at, gutter) : undefined;
    if (columns === undefined) {
      across.push(rows[at] ?? []);
      at += 1;
      continue;
    }
    close();
    for (const side of [columns.left, columns.right]) {
      blocks.push(...blocksFrom(rowsOf(side.flat()), gutter, depth + 1));
    }
    at = columns.end;
  }
  close();
  return blocks;
}

/**
 * A page's lines, column by column: rows that a common gutter of white divides are read down on the left before
 * the right. What spans the gutter stands between. (After Breuel 2002, "Two geometric algorithms for layout
 * analysis": white gutters are found before lines are joined.)
 */
export function readingOrder(rows: readonly Row[]): readonly Block[] {
  const deepest = rows.length > MOST_ROWS ? DEEPEST : 0;
  return blocksFrom(rows, commonSize(rows.flat()) * GUTTER, deepest);
}
