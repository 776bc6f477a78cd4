import { getDocument, Util } from 'unpdf/pdfjs';
import { readingOrder } from './columns.ts';
import { commonSize, type Fragment, type Row } from './fragment.ts';
import { withoutFurniture } from './furniture.ts';
import { largestText, type PdfFacts, type PdfMetadata, pdfFacts } from './pdf-facts.ts';
import { proseOf } from './prose.ts';
import { rowsOf } from './rows.ts';

/** What a PDF holds of its article. */
export interface PdfArticle extends PdfFacts {
  /** Paragraphs, divided by a blank line; footnotes stand at the end. */
  readonly text: string;
  /** Pages without any text, counted from 1: pictures of pages, or empty ones. */
  readonly blankPages: readonly number[];
}

/** Why a PDF is not read. */
export type PdfProblem = 'encrypted' | 'broken' | 'no text' | 'too long';

const MOST_PAGES = 2_000;
/** More text than an article may have; nothing behind it is read. */
const LONGEST_TEXT = 2_000_000;

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

interface ReadPage {
  readonly rows: readonly Row[];
  readonly height: number;
  readonly length: number;
}

/** A page's text as it stands on it; what is turned or lies outside is no running text. */
async function readPage(page: Page): Promise<ReadPage> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: false });
  const fragments: Fragment[] = [];
  let length = 0;
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[] = Util.transform(
      transform,
      item.transform,
    );
    if (a <= 0 || Math.abs(b) > a * 0.1) continue;
    if (x < 0 || x > width || y < 0 || y > height) continue;
    length += item.str.length;
    fragments.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) });
  }
  return { rows: rowsOf(fragments), height, length };
}

function textFrom(value: unknown): string | undefined {
  const text = [value]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(', ');
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return plain === '' ? undefined : plain;
}

async function metadataOf(document: Document): Promise<PdfMetadata> {
  const { info, metadata } = await document.getMetadata();
  const from = (name: string, xmp: string) =>
    textFrom(Reflect.get(info, name)) ?? textFrom(metadata?.get(xmp));
  const title = from('Title', 'dc:title');
  const author = from('Author', 'dc:creator');
  const publisher = textFrom(metadata?.get('dc:publisher'));
  const created = from('CreationDate', '');
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(publisher !== undefined && { publisher }),
    ...(created !== undefined && { created }),
  };
}

async function readPages(document: Document): Promise<readonly ReadPage[] | PdfProblem> {
  if (document.numPages > MOST_PAGES) return 'too long';
  const pages: ReadPage[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const read = await readPage(page);
    page.cleanup();
    pages.push(read);
    length += read.length;
    if (length > LONGEST_TEXT) return 'too long';
  }
  return pages;
}

function articleFrom(pages: readonly ReadPage[], metadata: PdfMetadata): PdfArticle {
  const kept = withoutFurniture(pages.map(({ rows }) => rows));
  const columns = kept.map(readingOrder);
  const blocks = columns.flat();
  const [first = []] = columns;
  const largest = largestText(first, pages[0]?.height ?? 0);
  const head = first
    .flat()
    .map(({ text }) => text)
    .join('\n');
  const facts = pdfFacts(metadata, head, largest);
  const title = new Set(largest);
  // The title is no sentence of the text.
  const text =
    facts.title === null ? blocks : blocks.map((block) => block.filter((line) => !title.has(line)));
  const { paragraphs, notes } = proseOf(
    text.filter((block) => block.length > 0),
    commonSize(blocks.flat()),
  );
  return {
    ...facts,
    text: [...paragraphs, ...notes].join('\n\n'),
    blankPages: pages.flatMap(({ length }, at) => (length === 0 ? [at + 1] : [])),
  };
}

/**
 * The article in a PDF, or why there is none. Reads untrusted bytes: may take long or much memory on odd ones,
 * so it belongs apart from the main thread. Nothing is fetched, run or drawn.
 */
export async function pdfText(bytes: Uint8Array): Promise<PdfArticle | PdfProblem> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    maxImageSize: 0,
    verbosity: 0,
  });
  const opened = await readDocument(task.promise).catch(whyBroken);
  await task.destroy();
  if (typeof opened === 'string') return opened;
  const { pages, metadata } = opened;
  const isRead = pages.some(({ rows }) =>
    rows.some((row) => row.some(({ text }) => /[\p{L}\p{N}]/u.test(text))),
  );
  return isRead ? articleFrom(pages, metadata) : 'no text';
}

async function readDocument(opening: Promise<Document>) {
  const document = await opening;
  const pages = await readPages(document);
  return typeof pages === 'string' ? pages : { pages, metadata: await metadataOf(document) };
}

function whyBroken(error: unknown): PdfProblem {
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken';
}
