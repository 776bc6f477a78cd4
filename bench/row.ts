/** One line of the benchmark's table. */
export interface Row {
  readonly row: string;
  /** What it is measured against, in the same run. */
  readonly beside: string;
  readonly ratio: number;
  readonly reach: number;
  readonly aim: number;
  readonly reached: boolean;
}

/** The row of a ratio that is to be no higher than `reach`. */
export function rowOf(row: string, beside: string, ratio: number, reach: number, aim = reach): Row {
  return { row, beside, ratio, reach, aim, reached: ratio <= reach };
}

/** The row of a ratio that is to be no lower than `reach`. */
export function rowOfLeast(
  row: string,
  beside: string,
  ratio: number,
  reach: number,
  aim = reach,
): Row {
  return { row, beside, ratio, reach, aim, reached: ratio >= reach };
}
