/** A run of letters where a page shows it; lengths in points, `y` is the baseline, counted from the page's top. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** A line of a column, its fragments joined. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Lines that stand in one column, in the order in which they are read. */
export type Block = readonly Line[];

/** The fragments that stand on one baseline, from left to right. */
export type Row = readonly Fragment[];

/** The number below which a share of the others lies; 0 where there are none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/** The size in which most letters are set. */
export function commonSize(
  parts: Iterable<{ readonly text: string; readonly size: number }>,
): number {
  const letters = new Map<number, number>();
  for (const { text, size } of parts) {
    const rounded = Math.round(size * 4) / 4;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let common = 0;
  let most = 0;
  for (const [size, count] of letters) if (count > most) [common, most] = [size, count];
  return common;
}
