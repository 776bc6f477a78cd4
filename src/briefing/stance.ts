import type { Candidate } from './candidate.ts';
import { stem } from './stem.ts';

const NAMES_NOBODY =
  /\b(?:no|not|n['’]t|never|without|nobody|none)\b[^.;]{0,60}\b(?:attribut\p{L}*|allegations?|accus\p{L}*|conclusions?|responsib\p{L}*|blam\p{L}*|name[ds]?)|\b(?:declin|refus)\p{L}*\b[^.;]{0,40}\b(?:attribut|name|say|blame|discuss)|\bspecifics of attribution\b|\bnobody\b|\bunder way\b|\bhas not been (?:named|identified)\b/iu;
const REJECTS =
  /\b(?:irresponsible|not responsible|unscientific|groundless|baseless|fabricated|illogical|absurd|denie[sd]|den(?:y|ies)|reject\p{L}*|jump(?:ing|ed)? to conclusions|not a state|not state-sponsored|rather than (?:a )?state|counterproductive|no involvement)\b/iu;
const NAMES_ONE =
  /\b(?:behind|responsible for|suspect|culprit|carried out|worked for|work for|came from|hackers? (?:in|from|based in|working for)|based in|hacking of|conducted by|perpetrat\p{L}*|accus\p{L}*|blam\p{L}*|attack(?:ed)? by|sponsored|linked to|foreign power)\b/iu;

/**
 * Where a statement stands on "who did it": `nobody` where it names no one, `rejects` where it denies, or `names x` with
 * the stem of the first name in it; undefined where it takes no stand.
 */
export function stanceOn({ text, statement }: Candidate): string | undefined {
  if (statement?.polarity === 'declines' || NAMES_NOBODY.test(text)) return 'nobody';
  if (statement?.polarity === 'denies' || REJECTS.test(text)) return 'rejects';
  if (!NAMES_ONE.test(text)) return undefined;
  const speaker = (statement?.speaker ?? '').toLowerCase();
  for (const [name] of text.matchAll(/\p{Lu}\p{L}+/gu)) {
    const lower = name.toLowerCase();
    if (/^(?:the|a|an|it|he|she|they|we|there|hackers?|officials?)$/.test(lower)) continue;
    if (speaker.includes(lower)) continue;
    return `names ${stem(lower)}`;
  }
  return undefined;
}
