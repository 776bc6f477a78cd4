import { plainOfEither } from './plain-text.ts';
import { childText, textOf, type XmlElement } from './xml-element.ts';

const ADDRESS_AND_NAME = /^\S{1,200}@\S{1,200}\s*\(([^()]{1,200})\)$/;
const NAME_AND_ADDRESS = /^([^<>()@]{1,200}?)\s*[<(](?:mailto:)?\S{1,200}@[^\s<>()]{1,200}[>)]$/;

/** The name that an author's element gives: the name itself goes before a mail address. */
export function authorName(author: XmlElement): string | undefined {
  const told =
    childText(author, 'atom:name', 'name', 'foaf:name') ??
    childText(author, 'atom:email', 'email') ??
    textOf(author);
  return told === undefined ? undefined : nameIn(plainOfEither(told));
}

/** The name in `jo@x.example (Jo Lee)` or `Jo Lee <jo@x.example>`; any other text as it is. */
function nameIn(told: string): string | undefined {
  const name = (
    ADDRESS_AND_NAME.exec(told)?.[1] ??
    NAME_AND_ADDRESS.exec(told)?.[1] ??
    told
  ).trim();
  return name === '' ? undefined : name;
}

/** Several names as one text, each once; null where there is none. */
export function names(all: readonly (string | undefined)[]): string | null {
  const told = new Set(all.filter((name) => name !== undefined));
  return told.size === 0 ? null : [...told].join(', ');
}
