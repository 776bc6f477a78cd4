import type { Candidate } from './candidate.ts';
import { isCountry } from './irregular.ts';
import { stem } from './stem.ts';

const NOBODY =
  /(?:n['’]t|\b(?:no|not|never|without|nobody|none|neither|against|declin\p{L}*|refus\p{L}*))\b[^.;]{0,60}\b(?:attribut\p{L}*|allegations?|accus\p{L}*|conclusions?|responsib\p{L}*|blam\p{L}*|nam(?:e|ed|ing)|suspects?|who (?:was|is|were|did))\b|\bspecifics of attribution\b|\bnobody\b|\bnot (?:been )?known (?:who|whether)\b|\b(?:attribution|exact source|source of|who (?:was|is|were|did))\b[^.;]{0,40}\b(?:under ?way|worked on|ongoing)\b/iu;
const REJECTS =
  /\b(?:irresponsible|not responsible|unscientific|groundless|baseless|unproven|fabricated|illogical|absurd|denie[sd]|deny|den(?:ies|ying)|reject\p{L}*|jump\p{L}* to conclusions|not (?:a )?state|counterproductive|no (?:involvement|part|role))\b/iu;
const BLAMES =
  /\bbehind (?!closed|the scenes|schedule|bars|only|in)|\b(?:responsible for|was responsible|were responsible|suspects?|suspected|culprits?|carried out|work(?:ed|ing)? for|c[ao]me from|hackers? (?:in|from|based)|based in|hack(?:ed|ing)? (?:of [^.;]{1,80} )?by|conducted by|perpetrat\p{L}*|accus\p{L}*|blam\p{L}*|attack(?:ed)? by|sponsored|link(?:ed)? to|ties to|foreign power|ordered by|directed by|did it|source of)\b|\bas (?:one of )?\p{Lu}[\p{L}.]+['’]s\b/iu;
/** "OPM did not say who was responsible": the reporter tells of silence, which is nobody's stand. */
const SILENCE =
  /^[^“”"]*\b(?:did|does|do|has|have|had)(?: (?:still|yet|also))?(?:n['’]t| not)(?: (?:yet|so far|publicly))? (?:sa(?:y|id)|comment|specif|mention|explain|respond|name|identif|disclos)/iu;
/** "a criminal case and not an attack by a state": what it was, and what not. */
const OTHERWISE = /\b(?:be|is|was|were)\s[“"]?(?:an?|the)\b[^.;]{1,80}\bnot (?:an?|the|by)\b/iu;
const ACCUSATION = /\b(?:claims?|accusations?|allegations?|charges?|speculation)\b/i;
const NO_CULPRIT =
  /^(?:the|an?|it|he|she|they|we|there|his|her|its|hackers?|officials?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|some|such|one)$/i;

/**
 * Where words stand on "who did it": `nobody` where they name no one, `rejects` where they deny, `otherwise` where they also say
 * what it was instead, `names china` with the
 * stem of the culprit; undefined where they take no stand, or only tell that
 * somebody kept silent. `matter` holds the stems of what was done and to whom: no
 * culprit is looked for among them.
 */
export function stanceOf(
  { text, statement, has, isStatement }: Candidate,
  matter: ReadonlySet<string>,
): string | undefined {
  const blames = BLAMES.test(text);
  if (!isStatement && SILENCE.test(text)) return undefined;
  if (NOBODY.test(text)) return 'nobody';
  if (
    REJECTS.test(text) &&
    (blames || ACCUSATION.test(text) || [...has].some((one) => matter.has(one)))
  )
    return OTHERWISE.test(text) ? 'otherwise' : 'rejects';
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
