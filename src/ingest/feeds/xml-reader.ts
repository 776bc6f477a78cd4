import { readDoctype } from './xml-doctype.ts';
import { references } from './xml-references.ts';
import { searcher } from './xml-searcher.ts';
import { type Tag, tagReader } from './xml-tag.ts';

/** What is told of a document as it is read, in its order. */
export interface XmlEvents {
  /** Returns false to read no further. */
  open(tag: Tag): boolean;
  /** An end tag; it may match nothing that is open. */
  close(name: string): void;
  /** A run of text, decoded; one text may come in several runs. */
  text(text: string): void;
}

const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;

/** True for a letter, `_`, `:` and everything beyond ASCII: what a name may begin with. */
function beginsName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 58 ||
    code > 127
  );
}

/**
 * Reads XML as it is found, not as it should be: a `<` or `&` that begins nothing is text, HTML's entities
 * are known, and a document may end anywhere. It never throws, and takes time in proportion to its length.
 */
export function readXml(xml: string, { open, close, text }: XmlEvents): void {
  const known = references();
  const readTag = tagReader(xml, known);
  const nextGreater = searcher(xml, '>');
  const nextCommentEnd = searcher(xml, '-->');
  const nextSectionEnd = searcher(xml, ']]>');
  const nextInstructionEnd = searcher(xml, '?>');
  let at = 0;
  let hadDoctype = false;

  function skipPast(end: number, length: number): void {
    // What was opened and is never closed ends with its own bracket, so that the rest is not lost.
    const greater = end < 0 ? nextGreater(at) : end;
    at = greater < 0 ? xml.length : greater + (end < 0 ? 1 : length);
  }

  /** Reads a comment, a CDATA section or a declaration, which begins at `at`. */
  function readDeclaration(): void {
    if (xml.startsWith('<!--', at)) skipPast(nextCommentEnd(at + 4), 3);
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = nextSectionEnd(at + 9);
      text(xml.slice(at + 9, end < 0 ? xml.length : end));
      at = end < 0 ? xml.length : end + 3;
    } else if (!hadDoctype && /^<!DOCTYPE/i.test(xml.slice(at, at + 9))) {
      hadDoctype = true;
      at = readDoctype(xml, at, known);
    } else skipPast(-1, 1);
  }

  while (at < xml.length) {
    const less = xml.indexOf('<', at);
    if (less !== at) text(known.decode(xml.slice(at, less < 0 ? xml.length : less)));
    if (less < 0) return;
    at = less;
    const code = xml.charCodeAt(at + 1);
    if (beginsName(code)) {
      const tag = readTag(at + 1);
      if (tag === undefined || !open(tag)) return;
      at = tag.end;
    } else if (code === SLASH) {
      const end = nextGreater(at);
      if (end < 0) return;
      close(xml.slice(at + 2, end).trim());
      at = end + 1;
    } else if (code === EXCLAMATION) readDeclaration();
    else if (code === QUESTION) skipPast(nextInstructionEnd(at), 2);
    else {
      text('<');
      at += 1;
    }
  }
}
