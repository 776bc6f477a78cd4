import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { explainFailure, systemCode } from '../../corpus/storage-error.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';

const unzip = promisify(gunzip);

/** The bytes of a saved page or feed, compressed with gzip or not; more than `largest` are refused. */
export async function savedBytes(
  path: string,
  kind: 'page' | 'feed',
  largest: number,
): Promise<Uint8Array | Refusal> {
  const tooLarge = refuse(
    `${path} is larger than ${largest / 1_000_000} MB.`,
    `Give the ${kind} itself.`,
  );
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse(`${path} is not a file.`, `Name a saved ${kind}.`);
    if (found.size > largest) return tooLarge;
    const bytes = await readFile(path);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isZipped ? await unzip(bytes, { maxOutputLength: largest }) : bytes;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return refuse(`There is no file ${path}.`, 'Check its name.');
    if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge;
    if (code?.startsWith('Z_')) return refuse(`${path} is a damaged .gz file.`, 'Save it anew.');
    return explainFailure(path, 'read', error);
  }
}
