import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { decodePage } from '../files/decode.ts';
import { savedBytes } from '../files/saved-bytes.ts';
import type { Page } from './page.ts';
import type { PageReader } from './read-pages.ts';

const LARGEST = 10_000_000;

/** Reads a saved page, compressed with gzip or not, that came from `url`. */
export async function pageFromFile(
  path: string,
  url: string | null,
  pages: PageReader,
): Promise<Page | Refusal> {
  const bytes = await savedBytes(path, 'page', LARGEST);
  if (isRefusal(bytes)) return bytes;
  const html = decodePage(path, bytes);
  return isRefusal(html) ? html : pages.read(path, html, url);
}
