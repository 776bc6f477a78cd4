import type { Span } from '../../news/span.ts';

/** A stretch between quotation marks; the span takes in the marks, `inner` does not. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** True where it has no closing mark because it goes on in the next paragraph. */
  readonly open: boolean;
}

interface Opening {
  readonly at: number;
  readonly closers: string;
  readonly width: number;
}

const closersOf: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '”': '”"',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};
const longestSingle = 2_000;

/**
 * The outermost quotations of one paragraph, in order: straight, curly, German and French marks, and single marks
 * where nothing else explains them. A quotation without its closing mark runs to the end of the paragraph where it
 * opens the paragraph or follows a comma or colon; elsewhere the mark is a stray one. One pass, any string.
 */
export function findQuotations(text: string, paragraph: Span): Quotation[] {
  const found: Quotation[] = [];
  const stack: Opening[] = [];
  let orphans: Quotation[] = [];
  const straight: Searched = { until: 0 };
  const curly: Searched = { until: 0 };
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const doubled = isDoubled(text, at);
    const mark = doubled ? '"' : (text[at] ?? '');
    const top = stack.at(-1);
    if (top?.closers.includes(mark) && closes(text, at, mark, stack.length, doubled)) {
      stack.pop();
      const quotation = between(text, top.at, at, false, doubled ? 2 : 1, top.width);
      if (doubled) at++;
      if (stack.length === 0) {
        found.push(quotation);
        orphans = [];
      } else if (stack.length === 1) orphans.push(quotation);
    } else if (mark in closersOf && stack.length < 8 && opens(text, at, mark, paragraph, doubled)) {
      if (isSingle(mark)) {
        if (stack.length > 0) continue;
        const end = singleEnd(text, at, mark, paragraph.end, mark === "'" ? straight : curly);
        if (end < 0) continue;
        found.push(between(text, at, end, false));
        at = end;
      } else if (!(stack.length > 0 && mark === '"' && top?.closers.includes('"'))) {
        stack.push({ at, closers: closersOf[mark] ?? '', width: doubled ? 2 : 1 });
        if (doubled) at++;
      }
    }
  }
  const left = stack[0];
  if (left && /(?:^|[,:(])\s*$/.test(text.slice(Math.max(paragraph.start, left.at - 3), left.at))) {
    found.push(between(text, left.at, paragraph.end, true, 0, left.width));
  } else for (const orphan of orphans) found.push(orphan);
  return found;
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === "'" || mark === '‚';
}

/** Two single marks typed for a double one. */
function isDoubled(text: string, at: number): boolean {
  if (!"'`’‘".includes(text[at] ?? ' ')) return false;
  const pair = text.slice(at, at + 2);
  return pair === "''" || pair === '``' || pair === '’’' || pair === '‘‘';
}

function between(
  text: string,
  from: number,
  to: number,
  open: boolean,
  closing = 1,
  opening = 1,
): Quotation {
  let start = from + opening;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? 'x')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? 'x')) end--;
  return { start: from, end: open ? end : to + closing, inner: { start, end }, open };
}

function opens(text: string, at: number, mark: string, paragraph: Span, doubled: boolean): boolean {
  if (mark === '„' || mark === '«' || mark === '“') return true;
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  const after = text[at + (doubled ? 2 : 1)] ?? ' ';
  if (mark === '‘') return /[\s([—–―-]/.test(before) && /\S/.test(after);
  const apart = /[\s([—–―:,“"-]/.test(before);
  if (mark === "'") return apart && /\p{L}|\[/u.test(after);
  if (mark === '”') return apart && /\S/.test(after);
  return (apart && /\S/.test(after)) || at === paragraph.start || /[\s—–-]/.test(before);
}

function closes(text: string, at: number, mark: string, depth: number, doubled: boolean): boolean {
  if (mark !== '"' || depth > 1) return true;
  const before = text[at - 1] ?? ' ';
  const after = text[at + (doubled ? 2 : 1)] ?? ' ';
  return !/\s/.test(before) || /[\s.,;:!?)]/.test(after) || !/\p{L}|\p{N}/u.test(after);
}

/** Up to where no single quotation ends that began before. */
interface Searched {
  until: number;
}

/** Where a single quotation ends, or -1; an apostrophe inside or after a word is no end. */
function singleEnd(
  text: string,
  from: number,
  mark: string,
  limit: number,
  searched: Searched,
): number {
  const closers = closersOf[mark] ?? '';
  const last = Math.min(limit, from + longestSingle);
  let possessive = -1;
  let at = Math.max(from + 2, searched.until);
  for (; at < last; at++) {
    const sign = text[at] ?? ' ';
    if (!closers.includes(sign)) {
      if (/["“”«»]/.test(sign)) break;
      continue;
    }
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    if (/\p{L}|\p{N}/u.test(after) || /\s/.test(before)) continue;
    if (!/[sS]/.test(before) || !/\s/.test(after) || possessive >= 0) return at;
    possessive = at;
  }
  if (possessive < 0) searched.until = at;
  return possessive;
}
