import type { References } from './xml-references.ts';
import { searcher } from './xml-searcher.ts';

/** An element's attributes by their names as written. */
export type Attributes = ReadonlyMap<string, string>;

/** A start tag, and where it ends in the document. */
export interface Tag {
  readonly name: string;
  readonly attributes: Attributes;
  /** True for `<name/>`. */
  readonly isEmpty: boolean;
  readonly end: number;
}

const NONE: Attributes = new Map();
const MOST_ATTRIBUTES = 100;

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

function isSpace(code: number): boolean {
  return code <= 32;
}

/** True for what ends a name in a tag; NaN, past the end of the text, among them. */
function endsName(code: number): boolean {
  return !(code > 32) || code === SLASH || code === GREATER || code === EQUALS || code === LESS;
}

/**
 * Reads the start tags of a document: gives the one whose name begins at `start`, or undefined where the
 * document ends inside it. A missing bracket or quote costs the tag no more than itself.
 */
export function tagReader(xml: string, { decode }: References): (start: number) => Tag | undefined {
  const nextQuote = searcher(xml, '"');
  const nextApostrophe = searcher(xml, "'");
  const nextLess = searcher(xml, '<');
  const nextGreater = searcher(xml, '>');

  /** Where a quoted value that begins at `from` ends, and where to read on. */
  function quoted(from: number, quote: number): readonly [end: number, next: number] {
    const end = quote === QUOTE ? nextQuote(from) : nextApostrophe(from);
    const less = nextLess(from);
    const holdsTag = less >= 0 && (end < 0 || less < end);
    const after = xml.charCodeAt(end + 1);
    if (end >= 0 && (!holdsTag || isSpace(after) || after === GREATER || after === SLASH)) {
      return [end, end + 1];
    }
    // The closing quote is missing: the tag's end ends the value.
    const greater = nextGreater(from);
    return greater < 0 ? [xml.length, xml.length] : [greater, greater];
  }

  function unquotedEnd(from: number): number {
    let at = from;
    for (let code = xml.charCodeAt(at); code > 32 && code !== GREATER && code !== LESS; ) {
      at += 1;
      code = xml.charCodeAt(at);
    }
    return at;
  }

  return (start) => {
    let at = start;
    while (!endsName(xml.charCodeAt(at))) at += 1;
    const name = xml.slice(start, at);
    let attributes: Map<string, string> | undefined;
    let isEmpty = false;
    while (at < xml.length) {
      const code = xml.charCodeAt(at);
      if (code === GREATER) return { name, attributes: attributes ?? NONE, isEmpty, end: at + 1 };
      if (code === LESS) return { name, attributes: attributes ?? NONE, isEmpty, end: at };
      isEmpty = code === SLASH || (isEmpty && isSpace(code));
      if (endsName(code)) {
        at += 1;
        continue;
      }
      const nameStart = at;
      while (!endsName(xml.charCodeAt(at))) at += 1;
      const attribute = xml.slice(nameStart, at);
      while (isSpace(xml.charCodeAt(at))) at += 1;
      let value = '';
      if (xml.charCodeAt(at) === EQUALS) {
        at += 1;
        while (isSpace(xml.charCodeAt(at))) at += 1;
        const quote = xml.charCodeAt(at);
        if (quote === QUOTE || quote === APOSTROPHE) {
          const [end, next] = quoted(at + 1, quote);
          value = xml.slice(at + 1, end);
          at = next;
        } else {
          const end = unquotedEnd(at);
          value = xml.slice(at, end);
          at = end;
        }
      }
      attributes ??= new Map();
      if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) {
        attributes.set(attribute, decode(value));
      }
    }
    return undefined;
  };
}
