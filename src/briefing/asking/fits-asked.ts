import { monthName, weekdayName } from '../../reading/dates/words.ts';
import type { Ask, AskKind } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import { figuresIn, headOf } from '../figure.ts';
import { fitsKind } from '../fits.ts';
import { nameOf } from '../names.ts';
import { stem } from '../stem.ts';
import { isEmptyWord, sequenceOf, wordsOf } from '../words.ts';
import { meaningsOf } from './meanings.ts';
import { tellsOnlyParts } from './part-figure.ts';

const MONEY = /[$€£¥%]|\b(?:percent|per cent|dollars|euros|pounds|yuan|yen|rubles|cents)\b/i;
/** "How much did it cost", and not "how much water": money, or a share of something. */
const ASKS_MONEY = /^how much (?:did|does|do|is|are|was|were|has|had|have|will|would|could|can)\b/i;
const CLOCK = /\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:noon|midnight)\b/i;
const AGE = /\b\d{1,3}[- ]year[- ]old|\baged? \d|\b\d{1,3} years? old\b|, \d{1,3},/i;
/** What a question's own words ask for, where that is a shape of its own. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [ASKS_MONEY, MONEY],
  [/\bby how much\b/i, MONEY],
  [/^(?:at )?what time\b/i, CLOCK],
  [/^how old\b/i, AGE],
];
const ASKS_FIGURE: ReadonlySet<AskKind> = new Set(['how-many', 'how-much', 'how-long']);
const YEAR = /^(?:19|20)\d\d$/;
const GIVES_REASON =
  /\b(?:because|reasons?|due to|owing to|so (?:that|as)|in order to|to avoid)\b/i;
const ASKS_NAME = /^(?:who|whom|whose|(?:\w+ )?which)\b/i;
const NAME = /(?<=[\p{L}\p{N},;)] |^|[“"(])\p{Lu}[\p{L}\p{N}’'.-]*/gu;
const NO_NAME = new RegExp(`^(?:${weekdayName}|${monthName})$`, 'i');
const FULL_NAME = /\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+)+/gu;
/** Words that end or hold the name of a body, a place or an occasion, never a person's. */
const NO_PERSON =
  /\b(?:Dialogues?|Department|Ministry|Track|Exchange|Consultation|Office|Agency|Committee|House|Senate|States?|Nations|Union|Army|Forces?|Council|Government|Group|Summit|Conference|University|Party|Center|Institute|Court|Bureau|Commission|Association|Company|Inc|Corp|Street|City|County|News|Times|Post|Journal|Bank|School|Hospital)\b/;
const MOST_FRESH = 3;

/** How a candidate holds the kind of thing that a question asks for; each from 0 to 1, 0 where it is not asked for. */
export interface Fit {
  /** 1 where it does. */
  readonly fits: number;
  /** 1 where it is said by whoever's words are asked for. */
  readonly fitsSays: number;
  /** 1 where it holds a figure, whatever that counts. */
  readonly figure: number;
  /** 1 where it is asked how many, and every figure in it counts a part alone. */
  readonly part: number;
  /** How many words with a capital it has that the question has not, of up to three. */
  readonly freshNames: number;
  /** 1 where it is asked who, and it has no person's full name that the question has not. */
  readonly nobody: number;
  /** 1 where it says that it gives a reason. */
  readonly reason: number;
  /** 1 where it holds a date that the question has not, of a question when. */
  readonly freshDate: number;
}

/** How well a candidate holds the kind of thing that a plain question asks for; `today` is the day spoken for. */
export function fitOf(ask: Ask, candidate: Candidate, today: string | null): Fit {
  const { kind } = ask;
  const isFit = fitsAsked(ask, candidate, today);
  const isTold = kind === 'says' && !isFit && namesSpeaker(ask, candidate);
  const figures = ASKS_FIGURE.has(kind)
    ? figuresIn(candidate).filter(({ value }) => !YEAR.test(value))
    : [];
  return {
    fits: isFit || isTold ? 1 : 0,
    fitsSays: kind === 'says' && isFit ? 1 : 0,
    figure: figures.length > 0 ? 1 : 0,
    part: kind === 'how-many' && tellsOnlyParts(ask.ask, candidate) ? 1 : 0,
    freshNames: ASKS_NAME.test(ask.ask) ? Math.min(1, freshNames(ask, candidate) / MOST_FRESH) : 0,
    nobody: kind === 'who' && !namesPerson(ask, candidate) ? 1 : 0,
    reason: kind === 'why' && GIVES_REASON.test(candidate.text) ? 1 : 0,
    freshDate: kind === 'when' && holdsFreshDate(ask, candidate) ? 1 : 0,
  };
}

function fitsAsked(ask: Ask, candidate: Candidate, today: string | null): boolean {
  const shape = SHAPES.find(([asked]) => asked.test(ask.ask));
  if (shape !== undefined && !shape[1].test(candidate.text)) return false;
  if (fitsKind(ask, candidate, today)) return true;
  return ask.kind === 'how-many' && countsAlike(ask, candidate);
}

function freshNames({ ask }: Ask, { text }: Candidate): number {
  const asked = sequenceOf(ask);
  return wordsOf([...text.matchAll(NAME)].join(' ')).filter(
    ({ word }) => !isEmptyWord(word) && !asked.includes(` ${stem(word)} `) && !NO_NAME.test(word),
  ).length;
}

function namesPerson({ ask }: Ask, { text, statement }: Candidate): boolean {
  const names = [...text.matchAll(FULL_NAME)].map(([name]) => name);
  const speaker = statement?.speaker ?? '';
  if (speaker.includes(' ')) names.push(speaker);
  const asked = sequenceOf(ask);
  return names.some(
    (name) =>
      !NO_PERSON.test(name) &&
      !asked.includes(` ${sequenceOf(name).trim().split(' ').at(-1) ?? ''} `),
  );
}

function holdsFreshDate({ ask }: Ask, { article, start, end }: Candidate): boolean {
  const asked = sequenceOf(ask);
  return article.reading.dates.some(
    (date) =>
      date.start >= start &&
      date.end <= end &&
      !asked.includes(sequenceOf(article.text.slice(date.start, date.end))),
  );
}

/** Told of by the outlet, by name: "Bolton spoke of the hacking". */
function namesSpeaker({ speaker }: Ask, { sequence }: Candidate): boolean {
  return speaker !== null && sequence.includes(nameOf(speaker));
}

/** True where a figure counts what is asked for by another word: "20 states" for countries. */
function countsAlike({ counted }: Ask, candidate: Candidate): boolean {
  const alike = counted === null ? [] : meaningsOf(counted);
  return figuresIn(candidate).some(
    ({ counts }) => counts !== null && alike.includes(headOf(counts)),
  );
}
