import { randomBytes } from 'node:crypto';

/** A random id that nobody can guess, two characters a byte. */
export function randomId(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
