import { decodeHTMLStrict, replaceCodePoint } from 'entities/decode';

/** Decodes the references of one document, whose own entities it is told. */
export interface References {
  /** Adds an internal entity of the document's DTD; the first of a name counts, as XML has it. */
  declare(name: string, value: string): void;
  decode(text: string): string;
}

const LONGEST_NAME = 32;
const MOST_ENTITIES = 256;
/** Characters that declared entities may add to a document in all: "billion laughs" stops here. */
const MOST_EXPANDED = 200_000;
const DEEPEST = 4;

// XHTML's DTD, from which XML borrows these names, has the older characters for two of them.
const HTML_NAMES = new Map([
  ['lang', '\u2329'],
  ['rang', '\u232a'],
]);

function htmlCharacter(name: string): string | undefined {
  const known = HTML_NAMES.get(name);
  if (known !== undefined) return known;
  const reference = `&${name};`;
  const decoded = decodeHTMLStrict(reference);
  if (decoded === reference) return undefined;
  HTML_NAMES.set(name, decoded);
  return decoded;
}

const NUMBER = /^#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}))$/;

/** Numbers from 128 to 159 mean what windows-1252 has there, as every browser reads them. */
function numberedCharacter(name: string): string | undefined {
  const [, hexadecimal, decimal] = NUMBER.exec(name) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return undefined;
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (point < 32 && point !== 9 && point !== 10 && point !== 13) return '';
  return String.fromCodePoint(replaceCodePoint(point));
}

/** The end of the name that begins at `start`; no further than the longest name that there is. */
function nameEnd(text: string, start: number): number {
  let at = start;
  for (const last = start + LONGEST_NAME; at < last; at += 1) {
    const code = text.charCodeAt(at);
    const isName =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      (code >= 45 && code <= 46) ||
      code === 35 ||
      code === 95;
    if (!isName) break;
  }
  return at;
}

/**
 * References are read as people write them: XML's own, numbers, those that the document declares, and HTML's
 * names. What is no reference, such as the `&` of "AT&T", stays as it is. Nothing outside the document is read.
 */
export function references(): References {
  const declared = new Map<string, string>();
  let expanded = 0;

  function own(name: string, depth: number): string | undefined {
    const value = declared.get(name);
    if (value === undefined) return undefined;
    // Counted before it is read, and where it says nothing: the work is bounded, not the outcome alone.
    expanded += value.length + 1;
    return depth >= DEEPEST || expanded > MOST_EXPANDED ? '' : decodeAt(value, depth + 1);
  }

  function characterOf(name: string, depth: number): string | undefined {
    switch (name) {
      case 'amp':
        return '&';
      case 'lt':
        return '<';
      case 'gt':
        return '>';
      case 'quot':
        return '"';
      case 'apos':
        return "'";
    }
    return name.startsWith('#')
      ? numberedCharacter(name)
      : (own(name, depth) ?? htmlCharacter(name));
  }

  function decodeAt(text: string, depth: number): string {
    let at = text.indexOf('&');
    if (at < 0) return text;
    let decoded = '';
    let from = 0;
    for (; at >= 0; at = text.indexOf('&', at + 1)) {
      const end = nameEnd(text, at + 1);
      if (text.charCodeAt(end) !== 59) continue;
      const found = characterOf(text.slice(at + 1, end), depth);
      if (found === undefined) continue;
      decoded += text.slice(from, at) + found;
      from = end + 1;
      at = end;
    }
    return decoded + text.slice(from);
  }

  return {
    declare(name, value) {
      if (declared.size < MOST_ENTITIES && !declared.has(name)) declared.set(name, value);
    },
    decode: (text) => decodeAt(text, 0),
  };
}
