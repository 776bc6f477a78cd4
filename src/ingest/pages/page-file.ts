import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { explainFailure, systemCode } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { decodePage } from '../files/decode.ts';
import type { Page } from './page.ts';
import type { PageReader } from './read-pages.ts';

const LARGEST = 10_000_000;
const unzip = promisify(gunzip);

function tooLarge(path: string): Refusal {
  return refuse(`${path} is larger than ${LARGEST / 1_000_000} MB.`, 'Give the page itself.');
}

async function bytesAt(path: string): Promise<Uint8Array | Refusal> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse(`${path} is not a file.`, 'Name a saved page.');
    if (found.size > LARGEST) return tooLarge(path);
    const bytes = await readFile(path);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isZipped ? await unzip(bytes, { maxOutputLength: LARGEST }) : bytes;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return refuse(`There is no file ${path}.`, 'Check its name.');
    if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(path);
    if (code?.startsWith('Z_')) return refuse(`${path} is a damaged .gz file.`, 'Save it anew.');
    return explainFailure(path, 'read', error);
  }
}

/** Reads a saved page, compressed with gzip or not, that came from `url`. */
export async function pageFromFile(
  path: string,
  url: string | null,
  pages: PageReader,
): Promise<Page | Refusal> {
  const bytes = await bytesAt(path);
  if (isRefusal(bytes)) return bytes;
  const html = decodePage(path, bytes);
  return isRefusal(html) ? html : pages.read(path, html, url);
}
