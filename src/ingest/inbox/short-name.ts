import { createHash } from 'node:crypto';

// Disks take names of 255 bytes; this leaves room for an ending and for what a file is called while it is written.
const LONGEST_BYTES = 200;
const KEPT_CHARACTERS = 40;

/** A file's name, or one of its own in its place where an ending would make it too long for the disk. */
export function shortName(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name;
  const own = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${[...name].slice(0, KEPT_CHARACTERS).join('')}-${own}`;
}
