/** Units from `from` up to `to`, by their places in the sentence. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
