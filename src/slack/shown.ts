import { randomUUID } from 'node:crypto';
import type { BriefAnswer } from '../briefing/brief.ts';
import { keepLatest } from '../corpus/latest.ts';

/** How many briefs are remembered, the latest ones. */
const MOST = 500;

/** The briefs lately shown, so that what is posted to a channel is exactly what its asker saw. */
export interface Shown {
  /** Remembers a brief and gives the key to it. */
  readonly keep: (brief: BriefAnswer) => string;
  /** The brief behind a key; undefined where it is too old, or the bot was started since. */
  readonly find: (key: string) => BriefAnswer | undefined;
}

export function rememberShown(): Shown {
  const briefs = keepLatest<string, BriefAnswer>(MOST);
  return {
    keep: (brief) => {
      const key = randomUUID();
      briefs.put(key, brief);
      return key;
    },
    find: briefs.get,
  };
}
