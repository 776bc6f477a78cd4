import type { References } from './xml-references.ts';

const DECLARATION =
  /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![A-Z]+(?:[^"'>]|"[^"]*"|'[^']*')*>|%[\w.-]+;/y;

/** Declarations are read no further than this, in characters. */
const LONGEST_SUBSET = 65_536;

const INTERNAL_ENTITY = /^<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>$/;

/**
 * Reads a document type declaration that begins at `start`, tells what entities it declares, and gives its
 * end. Entities of other files or addresses are passed over: nothing is ever loaded for a document.
 */
export function readDoctype(xml: string, start: number, { declare }: References): number {
  const greater = xml.indexOf('>', start);
  const bracket = xml.indexOf('[', start);
  if (bracket < 0 || (greater >= 0 && greater < bracket)) {
    return greater < 0 ? xml.length : greater + 1;
  }
  const subset = xml.slice(bracket + 1, bracket + 1 + LONGEST_SUBSET);
  let at = 0;
  while (at < subset.length) {
    DECLARATION.lastIndex = at;
    const [declaration] = DECLARATION.exec(subset) ?? [];
    if (declaration === undefined) break;
    at += declaration.length;
    const [, name, value, other] = INTERNAL_ENTITY.exec(declaration) ?? [];
    if (name !== undefined) declare(name, value ?? other ?? '');
  }
  const end = xml.indexOf('>', bracket + 1 + at);
  return end < 0 ? xml.length : end + 1;
}
