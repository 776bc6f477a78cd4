import type { Candidate } from '../candidate.ts';

/** Accounts that do not agree: what they are about, and each side's candidates, sides in order of time. */
export interface Differing {
  readonly about: string;
  readonly sides: readonly (readonly Candidate[])[];
  /** Places of sides that the articles themselves say a later one replaces. */
  readonly replaced?: readonly number[];
}
