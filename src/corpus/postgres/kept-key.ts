import { createHash } from 'node:crypto';
import { keptText } from './kept-text.ts';

/** An index takes no longer keys than some 2,700 bytes. */
const LONGEST = 1_000;

/** What the key of a text begins with where it cannot be read back from it. */
export const DIGEST_MARK = '\\#';

/** A text as the key of a row, whatever its length. No kept text begins like a digest. */
export function keptKey(text: string): string {
  const kept = keptText(text);
  if (Buffer.byteLength(kept) <= LONGEST) return kept;
  return `${DIGEST_MARK}${createHash('sha256').update(kept).digest('hex')}`;
}

/** What a row of this key may be under: versions that knew no digests kept what just fitted as it is. */
export function keysOf(text: string): readonly string[] {
  return [...new Set([keptKey(text), keptText(text)])];
}
