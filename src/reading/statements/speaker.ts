import type { Standing } from '../../news/standing.ts';

/** Whoever stands behind words at one place. */
export interface Speaker {
  readonly name: string | null;
  readonly role: string | null;
  readonly standing: Standing;
  /** The words that decided the standing. */
  readonly why: string;
  /** True of an outlet, which is no source but relays. */
  readonly isOutlet: boolean;
}
