import type { Passage } from '../news/reading.ts';
import { findStretches } from './lines.ts';
import { isSentenceEnd, type Lowercased, type Stop } from './sentence-end.ts';

const candidates = /[.!?…]+(?: {0,2}[.…])*|--?["”]|[—–]["”]|[•⁃‣▪●]|\)/g;
const closing = /["”’»)\]}']*(?:\[\d{1,3}\])*/y;
const opening = /["“‘'«([{`¿¡*_—–-]*/y;
const nextWord = /[\p{L}\p{N}$€£#§][\p{L}\p{N}.’'&-]{0,30}/uy;
const marker =
  /(?:[•⁃‣▪●]\s*)?\(?(?:(\d{1,3}|[a-z]|[A-Z](?=\)))([.)]{1,2})|(?:\p{Lu}|[ivxIVX]{1,5})[.)])\s/uy;
const shortQuotationEnd = /^[^.!?"”]{0,30}[.!?,]?["”]\s+\p{Ll}/u;
const longestWord = 40;

/**
 * The sentences of a text in order, each without white space around it. A blank line always ends one; a quotation is
 * cut at its inner sentence ends and keeps its attribution. Full stops after abbreviations are judged by the kind of
 * abbreviation and the word that follows, and by whether the text writes that word in lower case elsewhere
 * (Mikheev 2002, "Periods, Capitalized Words, etc."; Kiss and Strunk 2006). Takes any string, in linear time.
 */
export function findPassages(text: string): Passage[] {
  const found: Passage[] = [];
  const lowercased = lowercasedWords(text);
  for (const stretch of findStretches(text)) {
    for (const { start, end } of cut(text.slice(stretch.start, stretch.end), lowercased)) {
      found.push({ start: stretch.start + start, end: stretch.start + end });
    }
  }
  return found;
}

/** The sentences of one stretch. */
function cut(text: string, lowercased: Lowercased): Passage[] {
  const found: Passage[] = [];
  const to = text.length;
  let start = skipSpace(text, 0, to);
  let awaited: string | null = null;
  const open = (at: number) => {
    start = at;
    marker.lastIndex = at;
    const [whole = '', label = '', tail = ''] = marker.exec(text) ?? [];
    candidates.lastIndex = start + whole.length;
    if (label !== '') awaited = following(label) + tail;
  };
  const end = (at: number) => {
    push(text, start, at, found);
    open(skipSpace(text, at, to));
  };
  open(start);
  for (let hit = candidates.exec(text); hit; hit = candidates.exec(text)) {
    const marks = hit[0];
    const at = hit.index;
    if (/^[•⁃‣▪●]/.test(marks)) {
      if (at > start) end(at);
      continue;
    }
    const wordStart = tokenStart(text, at, start);
    const isAwaited = awaited !== null && wordStart > start && text.startsWith(awaited, wordStart);
    if (isAwaited && /\s/.test(text[wordStart - 1] ?? '')) end(wordStart);
    else if (marks !== ')' && at > start) {
      const boundary = boundaryAt(text, start, at, marks, wordStart, lowercased);
      if (boundary > 0) end(boundary);
    }
  }
  push(text, start, to, found);
  return found;
}

/** Where the sentence ends that may end at these marks, or -1. */
function boundaryAt(
  text: string,
  start: number,
  at: number,
  marks: string,
  wordStart: number,
  lowercased: Lowercased,
): number {
  const to = text.length;
  const attached = /^\. +(?:\. ?\. ?\.|…)$/.test(marks) && !/\s/.test(text[at - 1] ?? ' ');
  closing.lastIndex = at + marks.length;
  const closers = closing.exec(text)?.[0] ?? '';
  const after = at + marks.length + closers.length;
  if (after >= to) return -1;
  const gap = skipSpace(text, after, to);
  opening.lastIndex = gap;
  const openers = opening.exec(text)?.[0] ?? '';
  nextWord.lastIndex = gap + openers.length;
  const next = nextWord.exec(text)?.[0] ?? '';
  const word = text.slice(wordStart, at);
  if (gap === after) {
    const token = text.slice(wordStart, after + longestWord).split(/\s/, 1)[0] ?? '';
    return opensWithoutSpace(word, marks, next, token) ? after : -1;
  }
  const lead = wordStart - start < longestWord ? text.slice(start, wordStart).trim() : '';
  const stop: Stop = {
    marks: /^[-—–]/.test(marks) ? '...' : marks.replace(/…/g, '...'),
    word,
    previous: text
      .slice(tokenStart(text, skipSpaceBack(text, wordStart, start), start), wordStart)
      .trim(),
    opens: /^[•⁃‣▪●(\s]*$/.test(lead) && wordStart - start < longestWord,
    lead,
    closers: /^[-—–]/.test(marks) ? '' : closers,
    openers,
    next: next.replace(/[.]+$/, ''),
    rest: text.slice(gap + openers.length, Math.min(to, gap + openers.length + 80)),
  };
  if (inBrackets(text, start, at) || inShortQuotation(text, start, at, stop)) return -1;
  if (!isSentenceEnd(stop, lowercased)) return -1;
  return attached ? at + 1 : after;
}

/** Whether a sentence begins right after a stop although the space is missing ("world.Today"). */
function opensWithoutSpace(word: string, marks: string, next: string, token: string): boolean {
  if (marks.length > 1 || !/^\p{Lu}[\p{Ll}\s]/u.test(next)) return false;
  if (/@|:\/\/|www\./.test(token)) return false;
  return /(?:\p{Ll}{2}|\d)$/u.test(word) && !/^(?:Mr|Mrs|Ms|Dr|St|Inc|No)$/.test(word);
}

/** Whether the stop is one of the cries in a short quotation that the sentence goes on after ("Wait! Stop!" he said). */
function inShortQuotation(
  text: string,
  start: number,
  at: number,
  { marks, closers, rest }: Stop,
): boolean {
  if (!/^[?!]/.test(marks) || closers !== '' || !shortQuotationEnd.test(rest)) return false;
  const [opened = ''] = /["“][^"”]*$/.exec(text.slice(Math.max(start, at - longestWord), at)) ?? [];
  return opened !== '' && opened.length + rest.search(/["”]/) <= longestWord;
}

function inBrackets(text: string, start: number, at: number): boolean {
  const from = Math.max(start + 1, at - 100);
  const before = text.slice(from, at);
  return (
    before.lastIndexOf('[') > before.lastIndexOf(']') ||
    (text[start] === '[' && from === start + 1 && !before.includes(']'))
  );
}

/** The label of the list item after this one. */
function following(label: string): string {
  return /\d/.test(label)
    ? String(Number(label) + 1)
    : String.fromCharCode(label.charCodeAt(0) + 1);
}

function tokenStart(text: string, end: number, start: number): number {
  const least = Math.max(start, end - longestWord);
  let at = end;
  while (at > least && !/[\s"“”‘«»([{—–/]/.test(text[at - 1] ?? ' ')) at--;
  return at;
}

function skipSpace(text: string, at: number, to: number): number {
  while (at < to && /\s/.test(text[at] ?? '')) at++;
  return at;
}

function skipSpaceBack(text: string, at: number, from: number): number {
  while (at > from && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function push(text: string, from: number, to: number, found: Passage[]): void {
  const start = skipSpace(text, from, to);
  const end = skipSpaceBack(text, to, start);
  if (end > start) found.push({ start, end });
}

function lowercasedWords(text: string): Lowercased {
  let seen: Set<string> | null = null;
  return (word) => {
    seen ??= new Set(text.match(/(?<![\p{L}.’'-])\p{Ll}[\p{L}’'-]{2,}/gu));
    return /^\p{Lu}\p{Ll}{2}/u.test(word) && seen.has(word.toLowerCase());
  };
}
