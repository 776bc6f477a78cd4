import { readText } from '../../../reading/read.ts';
import { type Block, commonSize, type Line } from './fragment.ts';

/** What a PDF says of itself in its metadata, as far as it is text; absent where it doesn't. */
export interface PdfMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  /** When its file was made ("D:20150622090000-04'00'"). */
  readonly created?: string;
}

/** What is known of a PDF's article beside its text. */
export interface PdfFacts {
  readonly title: string | null;
  /** True where the metadata give the title, false where it only stands in large letters. */
  readonly titleDeclared: boolean;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
}

const LONGEST_TITLE = 250;
const TITLE_SIZE = 1.15;
/** So much of page one is where a date of publication stands. */
const HEAD = 2_000;
const DAY_MS = 86_400_000;
/** A file is made within so many days after the day that it bears. */
const MADE_WITHIN_DAYS = 7;

function wordsIn(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]{3,40}/gu) ?? []
  );
}

/**
 * Whether page one bears out what the metadata say: programs fill them with names of files, templates and of
 * whoever typed. Most of the words must stand there.
 */
function bornOut(text: string | undefined, pageOne: ReadonlySet<string>): text is string {
  if (text === undefined || text.length > LONGEST_TITLE) return false;
  const words = wordsIn(text);
  if (words.length < 2) return false;
  return words.filter((word) => pageOne.has(word)).length > words.length / 2;
}

/** The text in the largest letters of page one's upper half: lines of one size, one below the other. */
export function largestText(blocks: readonly Block[], height: number): readonly Line[] {
  const lines = blocks.flat().filter(({ y, text }) => y < height / 2 && /\p{L}{2}/u.test(text));
  const largest = Math.max(...lines.map(({ size }) => size));
  if (!(largest >= commonSize(blocks.flat()) * TITLE_SIZE)) return [];
  const from = lines.findIndex(({ size }) => size >= largest - 0.5);
  const title: Line[] = [];
  for (const line of lines.slice(from)) {
    const before = title.at(-1);
    if (line.size < largest - 0.5) break;
    if (before !== undefined && line.y - before.y > line.size * 2) break;
    title.push(line);
  }
  return title.map(({ text }) => text).join(' ').length <= LONGEST_TITLE ? title : [];
}

function madeOn(created: string | undefined): number | undefined {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(created ?? '') ?? [];
  if (year === undefined) return undefined;
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

/**
 * The day that page one bears, where the file was made on it or shortly after. When a file was made alone says
 * nothing: an old report may have been saved yesterday; nor does a day alone, for the text may tell of it.
 */
function publishedOn(head: string, created: string | undefined): string | null {
  const made = madeOn(created);
  if (made === undefined) return null;
  const { dates } = readText({
    title: null,
    outlet: null,
    publishedAt: null,
    text: head.slice(0, HEAD),
  });
  for (const { value, precision } of dates) {
    const days = (made - Date.parse(value)) / DAY_MS;
    if (precision === 'day' && days >= -1 && days <= MADE_WITHIN_DAYS) return value;
  }
  return null;
}

/** Title, author, outlet and date, each only where page one bears it out; `head` is page one's text. */
export function pdfFacts(metadata: PdfMetadata, head: string, largest: readonly Line[]): PdfFacts {
  const pageOne = new Set(wordsIn(head));
  const declared = bornOut(metadata.title, pageOne);
  const heading = largest.map(({ text }) => text).join(' ');
  return {
    title: declared ? (metadata.title ?? null) : heading || null,
    titleDeclared: declared,
    author: bornOut(metadata.author, pageOne) ? metadata.author : null,
    outlet: bornOut(metadata.publisher, pageOne) ? metadata.publisher : null,
    publishedAt: publishedOn(head, metadata.created),
  };
}
