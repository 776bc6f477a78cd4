import type { Candidate } from './candidate.ts';
import { isCountry } from './irregular.ts';
import { stem } from './stem.ts';

const NOBODY =
  /(?:n['’]t|\b(?:no|not|never|without|nobody|none|neither|against|declin\p{L}*|refus\p{L}*))\b[^.;]{0,60}\b(?:attribut\p{L}*|allegations?|accus\p{L}*|conclusions?|responsib\p{L}*|blam\p{L}*|nam(?:e|ed|ing)|suspects?|who (?:was|is|were|did))\b|\bspecifics of attribution\b|\bnobody\b|\bnot (?:been )?known (?:who|whether)\b|\battribution\b[^.;]{0,40}\b(?:under way|worked on|ongoing)\b/iu;
const REJECTS =
  /\b(?:irresponsible|not responsible|unscientific|groundless|baseless|unproven|fabricated|illogical|absurd|denie[sd]|deny|den(?:ies|ying)|reject\p{L}*|jump\p{L}* to conclusions|not (?:a )?state|counterproductive|no (?:involvement|part|role))\b/iu;
const BLAMES =
  /\bbehind (?!closed|the scenes|schedule|bars|only|in)|\b(?:responsible for|was responsible|were responsible|suspects?|suspected|culprits?|carried out|work(?:ed|ing)? for|c[ao]me from|hackers? (?:in|from|based)|based in|hack(?:ed|ing) (?:of|by)|conducted by|perpetrat\p{L}*|accus\p{L}*|blam\p{L}*|attack(?:ed)? by|sponsored|link(?:ed)? to|ties to|foreign power|ordered by|directed by|did it|source of)\b/iu;
const ACCUSATION = /\b(?:claims?|accusations?|allegations?|charges?|speculation)\b/i;
const NO_CULPRIT =
  /^(?:the|an?|it|he|she|they|we|there|his|her|its|hackers?|officials?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|some|such|one)$/i;

/**
 * Where words stand on "who did it": `nobody` where they name no one, `rejects` where they deny, `names china` with the
 * stem of the culprit; undefined where they take no stand. `matter` holds the stems of what was done and to whom: no
 * culprit is looked for among them.
 */
export function stanceOf(
  { text, statement, has }: Candidate,
  matter: ReadonlySet<string>,
): string | undefined {
  const blames = BLAMES.test(text);
  if (NOBODY.test(text)) return 'nobody';
  if (
    REJECTS.test(text) &&
    (blames || ACCUSATION.test(text) || [...has].some((one) => matter.has(one)))
  )
    return 'rejects';
  if (!blames) return undefined;
  if (statement?.polarity === 'declines') return 'nobody';
  if (statement?.polarity === 'denies') return 'rejects';
  const own = `${statement?.speaker ?? ''} ${statement?.role ?? ''}`.toLowerCase();
  const names = [...text.matchAll(/\p{Lu}[\p{L}’'-]+/gu)]
    .map(([name]) => name.replace(/['’]s$/, '').toLowerCase())
    .filter((name) => !NO_CULPRIT.test(name) && !own.includes(name))
    .map(stem)
    .filter((name) => !matter.has(name));
  const culprit = names.find(isCountry) ?? names[0];
  return culprit === undefined ? undefined : `names ${culprit}`;
}
