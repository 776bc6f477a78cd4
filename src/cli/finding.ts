import type { Refusal } from '../news/refusal.ts';

/** What the doctor found of one thing; `next` is there where something is wrong. */
export interface Finding {
  readonly check: string;
  readonly found: string;
  readonly next?: string;
}

export function wrong(check: string, { refused, next }: Refusal): Finding {
  return { check, found: refused, next };
}
