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
