import { randomBytes } from 'node:crypto';

/** Asking the system for random bytes takes as long for many as for three, and a message has an id for each block. */
const AT_ONCE = 4_096;

let drawn: Buffer = Buffer.alloc(0);

/** A random id that nobody can guess, two characters a byte. */
export function randomId(bytes: number): string {
  if (drawn.length < bytes) drawn = randomBytes(Math.max(bytes, AT_ONCE));
  const id = drawn.toString('hex', 0, bytes);
  drawn = drawn.subarray(bytes);
  return id;
}
