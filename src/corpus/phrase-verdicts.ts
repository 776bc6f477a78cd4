import { keepLatest } from './latest.ts';
import type { Phrase } from './phrase.ts';

/** The phrases asked for last; more than the topics of most teams have names. */
const MOST_PHRASES = 300;

const UNKNOWN = 0;
const HOLDS = 1;
const LACKS = 2;

/** Whether a document holds what was asked. */
export type Verdict = (document: number) => boolean;

/**
 * Looks each document through only once for each of the phrases asked for lately, so that asking again costs no more where
 * there are more documents. A number must always mean the same text.
 */
export function rememberingVerdicts(
  look: (document: number, phrase: Phrase) => boolean,
): (phrase: Phrase) => Verdict {
  const lately = keepLatest<string, Verdict>(MOST_PHRASES);
  return (phrase) =>
    lately.get(phrase.plain) ??
    lately.put(
      phrase.plain,
      remembering((document) => look(document, phrase)),
    );
}

function remembering(look: Verdict): Verdict {
  let known = new Uint8Array(0);
  return (document) => {
    if (document >= known.length) known = grown(known, document + 1);
    if (known[document] === UNKNOWN) known[document] = look(document) ? HOLDS : LACKS;
    return known[document] === HOLDS;
  };
}

function grown(known: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(least, 2 * known.length));
  more.set(known);
  return more;
}
