import type { Statement } from '../news/reading.ts';
import { alike } from './alike.ts';
import { isSaidBy } from './names.ts';
import { stem } from './stem.ts';
import { isEmptyWord, sequenceOf, stemsIn, stemsOf, wordsOf } from './words.ts';

/** What would answer a question. */
export type AskKind =
  | 'culprit'
  | 'who'
  | 'when'
  | 'where'
  | 'why'
  | 'how-many'
  | 'how-much'
  | 'how-long'
  | 'says'
  | 'next'
  | 'definition'
  | 'whether'
  | 'happened'
  | 'what';

/** A word of a question, with the stems that the news may use in its place. */
export interface Term {
  readonly stem: string;
  readonly any: ReadonlySet<string>;
  /** True for a name: written with a capital, or a part of a topic's name. */
  readonly isName: boolean;
}

/** A question, understood as far as choosing an answer needs. */
export interface Ask {
  readonly ask: string;
  readonly kind: AskKind;
  /** Whose words are asked for, as typed; null where nobody's in particular. */
  readonly speaker: string | null;
  /** True for a statement of theirs, or of a speaker whom the topic's marks name ("Kerry" for the State Department). */
  readonly isSaidByAsked: (said: Statement) => boolean;
  /** True where it is asked what each side says. */
  readonly isOfSides: boolean;
  /** Stem of what is to be counted; null where nothing is. */
  readonly counted: string | null;
  /** True where the answer lies ahead: only what is announced for the day spoken for, or later, will do. */
  readonly isAhead: boolean;
  /** True for a topic's question, whose answers stand in order of standing. */
  readonly isTopics: boolean;
  /** True for a question in plain words that asks neither who did it nor what is next. */
  readonly isPlain: boolean;
  /** What an answer must speak of. */
  readonly terms: readonly Term[];
  /** Verbs and nouns as the question has them: an answer in the same form is likelier one. */
  readonly wording: readonly string[];
  /** Sequences of stems that mark an answer by themselves; a name marks less than a word for what was done. */
  readonly marks: readonly { readonly sequence: string; readonly weight: number }[];
  /** Stems of the names of its subject: what was done, and to whom. */
  readonly matter: ReadonlySet<string>;
}

const SAYING =
  '(?:say|says|said|saying|think|thinks|claim|claims|claimed|tell|told|stated|comment|commented|respond|responded|react|reacted|argue|argued|answer|answered|call|called|deny|denied|warn|warned|announce|announced|promise|promised|testify|testified|describe|described|characterize|characterized|react|reaction|response|reply)';
const SAYS = new RegExp(
  `^(?:(?:what|how) (?:exactly )?(?:did|does|do|has|have|had|was|were|is|are)|(?:has|have|had)) (.+?)(?:['’]s?)? (?:have |had |been |ever |yet |to )?${SAYING}\\b(.*)$`,
  'i',
);
const CULPRIT = new Set(
  'behind responsible blame culprit perpetrator attribution suspect attacker hacker did'
    .split(' ')
    .map(stem),
);
const SIDES = /\b(?:each|both|either|the (?:two|other)) sides?\b/i;
/** "How many", in other words. */
const NUMBER_OF =
  /^(?:how many|(?:what(?:['’]s| is| was) )?(?:the )?(?:total )?(?:number|count) of)\b\s*/i;
const NOBODY_IN_PARTICULAR = /^(?:they|people|it|the articles?)$/i;
const AHEAD = /\b(?:next|upcoming|will|going to|due)\b/i;
/** Words that shape a question and say nothing of what it is about. */
const SHAPING = new Set(
  `many much number people happen happened happens take takes place time day date year come came out part did thing things
  say says said tell co go went get make bring concern next upcoming due news latest article articles long often kind sort anything something somebody anybody so far
  please know known give gave`
    .split(/\s+/)
    .map(stem),
);

/** True for words that are put as a question. */
export function isQuestion(words: string): boolean {
  return (
    /\?\s*$/.test(words) ||
    /^(?:who|whom|whose|what|when|where|why|how|which)\b/i.test(words) ||
    /^(?:is|are|was|were|did|does|do|has|have|had|will|can|could|should) \S+ \S+/i.test(words)
  );
}

/**
 * Understands a question: what kind of thing answers it, and which words an answer must hold. `marks` are words that a
 * topic gives for it; `names` the sequences that name its subject, which an answer need not repeat.
 */
export function understand(ask: string, marks: readonly string[], names: readonly string[]): Ask {
  const typed = ask.trim().replace(/[?!.\s]+$/, '');
  const says = SAYS.exec(typed);
  const counted = countedIn(typed);
  const about = says ? (says[2] ?? '').replace(/^ *(?:about|on|of|regarding|to)\b/i, '') : typed;
  const terms = termsOf(about, counted, names);
  const isDefined =
    /^what (?:is|are|was|were)\b/i.test(typed) && terms.length <= (names.length > 0 ? 0 : 3);
  const kind = isDefined ? 'definition' : kindOf(typed, says !== null);
  const speaker =
    says && !SIDES.test(says[1] ?? '') && !NOBODY_IN_PARTICULAR.test(says[1] ?? '')
      ? (says[1] ?? null)
      : null;
  const weighed = [...marksOf(marks)].map(([sequence, weight]) => ({ sequence, weight }));
  return {
    ask,
    kind,
    isAhead: kind === 'next' || (kind === 'when' && AHEAD.test(typed)),
    isTopics: marks.length > 0,
    isPlain: marks.length === 0 && kind !== 'culprit' && kind !== 'next',
    speaker,
    isOfSides: says !== null && SIDES.test(says[1] ?? ''),
    isSaidByAsked: speakerTest(speaker, weighed),
    counted,
    terms,
    wording: wordsOf(about)
      .filter(({ word }) => terms.some(({ stem: one, isName }) => !isName && stem(word) === one))
      .map(({ word }) => ` ${word}`),
    matter: new Set(names.flatMap(stemsIn)),
    marks: weighed,
  };
}

/** Tells whether a statement is that of the speaker asked for; each speaker is looked at once. */
function speakerTest(speaker: string | null, marks: Ask['marks']): (said: Statement) => boolean {
  const known = new Map<string, boolean>();
  return (said) => {
    const key = [said.speaker, said.role, said.source].join('|');
    const told = known.get(key);
    if (told !== undefined) return told;
    const own = sequenceOf(said.speaker ?? '');
    const isTheirs =
      (speaker !== null && isSaidBy(speaker, said)) ||
      marks.some(({ sequence }) => own.includes(sequence));
    known.set(key, isTheirs);
    return isTheirs;
  };
}

/** Each mark once, as a sequence of stems, with its weight. */
function marksOf(marks: readonly string[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const mark of marks) {
    const sequence = sequenceOf(mark);
    if (sequence.trim() !== '' && !weights.has(sequence))
      weights.set(sequence, /^\p{Lu}/u.test(mark) ? 0.6 : 1);
  }
  return weights;
}

function kindOf(typed: string, says: boolean): AskKind {
  const lower = typed.toLowerCase();
  if (says) return 'says';
  if (NUMBER_OF.test(lower) || /^what number\b/.test(lower)) return 'how-many';
  if (/^(?:for )?how long\b/.test(lower)) return 'how-long';
  if (
    /^how (?:much|big|large|expensive)\b|^what (?:did|does|will) .* cost\b/.test(lower) ||
    /^what(?:['’]s| is| was| are| were) .* (?:worth|price|cost)\b/.test(lower)
  )
    return 'how-much';
  if (
    /^(?:what(?:'s|’s| is| happens| comes) next|what (?:is|are) (?:planned|scheduled))/.test(lower)
  )
    return 'next';
  if (/^(?:when|(?:on |by |in |since )?(?:what|which) (?:day|date|year|month|time))\b/.test(lower))
    return 'when';
  if (/^(?:where|in (?:what|which) (?:city|country|place))\b/.test(lower)) return 'where';
  if (/^(?:why|for what reason|what (?:is|was) the reason)\b/.test(lower)) return 'why';
  if (
    /^(?:who|whom|whose|(?:by )?which (?:country|countries|group|person|officials?|people|senators?))\b/.test(
      lower,
    )
  )
    return asksCulprit(lower) ? 'culprit' : 'who';
  if (/^what (?:(?:has |had )?happened|became|has become)\b/.test(lower)) return 'happened';
  if (/^(?:is|are|was|were|did|does|do|has|have|had|will|can|could|should|would)\b/.test(lower))
    return 'whether';
  return 'what';
}

/** True for "who was behind it", and not for "which senator spoke of the suspect" or of doors. */
function asksCulprit(lower: string): boolean {
  if (/^(?:by )?which (?!country|countries|group|nation|state|government|power)/.test(lower))
    return false;
  if (/\bwho did (?:it|this)\b/.test(lower)) return true;
  return stemsOf(lower.replace(/\bbehind (?:closed|the scenes)\b/, '')).some((each) =>
    CULPRIT.has(each),
  );
}

/** Stem of the noun after "how many". */
function countedIn(typed: string): string | null {
  if (!NUMBER_OF.test(typed)) return null;
  const after = typed.replace(NUMBER_OF, '');
  let last: string | null = null;
  for (const { word } of wordsOf(after).slice(0, 4)) {
    if (isEmptyWord(word) || (last !== null && /ed$|^(?:got|lost|went|came|took)$/.test(word)))
      break;
    last = stem(word);
  }
  return last;
}

function termsOf(about: string, counted: string | null, names: readonly string[]): Term[] {
  let sequence = sequenceOf(about);
  for (const name of [...names].sort((a, b) => b.length - a.length))
    sequence = sequence.split(name).join(' ');
  const left = sequence.split(' ').filter((each) => each !== '');
  const capitals = new Set(
    wordsOf(about)
      .filter(({ start }) => start > 0 && /\p{Lu}/u.test(about.charAt(start)))
      .map(({ word }) => stem(word)),
  );
  const wanted = left.filter((each) => each !== counted && !SHAPING.has(each));
  const telling = new Set(stemsOf(about));
  return [...new Set(wanted)]
    .filter((each) => telling.has(each))
    .map((each) => {
      const isName = capitals.has(each) || /^\d/.test(each);
      return { stem: each, any: isName ? new Set([each]) : alike(each), isName };
    });
}
