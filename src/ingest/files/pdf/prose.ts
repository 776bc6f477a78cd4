import { type Block, type Line, quantile } from './fragment.ts';
import { hyphenMender } from './hyphens.ts';

/** What a PDF's lines come to. */
export interface Prose {
  readonly paragraphs: readonly string[];
  /** Footnotes, in order; they would break a sentence that runs on over the page. */
  readonly notes: readonly string[];
}

const NOTE_STARTS = /^(?:\d{1,3}[.)]?\s|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,3}\])/u;
const SMALL_PRINT = 0.92;
const BULLET = /^[•‣◦▪●■]\s/u;
/** What may begin an item, but as well a line in the middle of a sentence. */
const MARKER = /^(?:[–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/u;
const SENTENCE_ENDS = /[.!?:…][”"’')\]]*$/u;

/** A column without the footnotes at its foot: lines in small print from one that begins with a mark. */
function withoutNotes(block: Block, body: number): readonly [text: Block, notes: Block] {
  let from = block.length;
  for (let at = block.length - 1; at >= 0; at -= 1) {
    const line = block[at];
    if (line === undefined || line.size > body * SMALL_PRINT) break;
    if (NOTE_STARTS.test(line.text)) from = at;
  }
  return [block.slice(0, from), block.slice(from)];
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf(block: Block): Edges {
  return {
    left: quantile(
      block.map(({ left }) => left),
      0.25,
    ),
    // A word too long for its column, such as an address, reaches beyond it.
    right: quantile(
      block.map(({ right }) => right),
      0.9,
    ),
  };
}

/** From one baseline to the next within a paragraph, in heights of a letter. */
function leadingOf(blocks: readonly Block[]): number {
  const steps = blocks.flatMap((block) =>
    block.flatMap((line, at) => {
      const before = block[at - 1];
      if (before === undefined || Math.abs(before.size - line.size) > 0.5) return [];
      return [(line.y - before.y) / line.size];
    }),
  );
  return (
    quantile(
      steps.filter((step) => step > 0.5 && step < 4),
      0.25,
    ) || 1.2
  );
}

/** Whether the next line's first word would have found room at the end of this one: then somebody broke it there. */
function roomLeft(line: Line, next: Line, { right }: Edges): number {
  const [word = ''] = next.text.split(' ');
  return (right - line.right) / line.size - (word.length + 1) * 0.5;
}

/** Whether a line begins a paragraph below another of its column. */
function begins(line: Line, before: Line, edges: Edges, leading: number): boolean {
  if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
  if ((line.y - before.y) / line.size > leading * 1.25 + 0.05) return true;
  if (BULLET.test(line.text)) return true;
  const indent = (line.left - edges.left) / line.size;
  const indentBefore = (before.left - edges.left) / line.size;
  const isItem = BULLET.test(before.text) || MARKER.test(before.text);
  if (indent > 0.8 && indentBefore < 0.5 && !isItem) return true;
  // Half a word is never the last.
  if (/\p{L}[-\u2010\u00ad]$/u.test(before.text)) return false;
  const room = roomLeft(before, line, edges);
  const width = (edges.right - edges.left) / line.size;
  const isClosed = SENTENCE_ENDS.test(before.text) || MARKER.test(line.text);
  return isClosed ? room > 1.5 : room > width * 0.35;
}

/** Whether a column begins in the middle of the paragraph with which the one before ends. */
function goesOn(first: Line, last: Line, from: Edges, to: Edges): boolean {
  if (Math.abs(first.size - last.size) > last.size * 0.05) return false;
  if (SENTENCE_ENDS.test(last.text)) return false;
  if (/^\p{Ll}/u.test(first.text)) return true;
  const isFull = roomLeft(last, first, from) < 2;
  return isFull && (first.left - to.left) / first.size < 0.8;
}

/** Joins lines to paragraphs, across columns and pages; `body` is the size of the running text. */
export function proseOf(blocks: readonly Block[], body: number): Prose {
  const parts = blocks.map((block) => withoutNotes(block, body));
  const columns = parts.map(([text]) => text).filter((block) => block.length > 0);
  const join = hyphenMender(blocks.flat().map(({ text }) => text));
  const leading = leadingOf(blocks);
  const paragraphs: string[] = [];
  const put = (text: string, isNew: boolean) => {
    const last = paragraphs.at(-1);
    if (isNew || last === undefined) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = join(last, text);
  };
  let last: { readonly line: Line; readonly edges: Edges } | undefined;
  for (const block of columns) {
    const edges = edgesOf(block);
    for (const [at, line] of block.entries()) {
      if (line.text === '') continue;
      const before = at === 0 ? undefined : block[at - 1];
      if (before !== undefined) put(line.text, begins(line, before, edges, leading));
      else put(line.text, last === undefined || !goesOn(line, last.line, last.edges, edges));
      last = { line, edges };
    }
  }
  return {
    paragraphs,
    notes: notesOf(
      parts.map(([, notes]) => notes),
      join,
    ),
  };
}

function notesOf(
  blocks: readonly Block[],
  join: (text: string, next: string) => string,
): readonly string[] {
  const notes: string[] = [];
  for (const { text } of blocks.flat()) {
    const last = notes.at(-1);
    if (last === undefined || NOTE_STARTS.test(text)) notes.push(text);
    else notes[notes.length - 1] = join(last, text);
  }
  return notes;
}
