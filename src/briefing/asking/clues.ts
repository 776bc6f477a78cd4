import { monthNumber } from '../../reading/dates/words.ts';
import { stem } from '../stem.ts';
import { isEmptyWord, sequenceOf, wordsOf } from '../words.ts';
import { deedIn } from './deed.ts';
import { inPlainWords, meaningsOf } from './meanings.ts';

/** One thing that a question names, and what an answer may call it. */
export interface Clue {
  /** A name is written with a capital, here or in the articles; an order is "second" or "both". */
  readonly kind: 'name' | 'number' | 'order' | 'date' | 'word';
  /** The word as asked, in lower case; of a date the words. */
  readonly typed: string;
  /** Its stem; of a date the words as asked. */
  readonly stem: string;
  /** Stems of other words for it. */
  readonly others: readonly string[];
  /** Sequences of stems that name it in full ("director of nation intellig" for "DNI"). */
  readonly sequences: readonly string[];
  /** Of a part of a name that the question gives in full, "Susan" of "Susan Rice": the sequence of all its stems. */
  readonly whole?: string;
  /** Of a date: how the ISO 8601 days that it means begin. */
  readonly days?: RegExp;
  /** True for the verb that says what was done. */
  readonly isDeed?: boolean;
}

/** What articles know of names. */
export interface Names {
  /** True for a word, in lower case, that they write with a capital within sentences, and never without. */
  isName(word: string): boolean;
  /** The sequences of stems that letters or a part of a name may stand for. */
  inFull(letters: string): readonly string[];
}

/** Words that shape a question and say nothing of what it is about. */
const SHAPING = new Set(
  `exactly actually really currently please know tell say says said apart aside thing things something anything anyone
  anybody somebody someone ever still much many part happen happened happens did come came go went gone get got make made
  side sides per according regarding concerning kind sort so far long often also people person detail details word words
  exact latest time date day year month name put give gave think thinks thought ask asked
  used use next upcoming take took taken place co`
    .split(/\s+/)
    .map(stem),
);

/** What stands for a country or a body of them in the news. */
const STANDS_FOR = [
  'china beij',
  'us. washington america dc',
  'russia moscow kremlin',
  'un. un',
].map((all) => all.split(' '));

const DATE =
  /\b(?:(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?(?:\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:million|billion|thousand)))?(?:,?\s+(?<year>(?:19|20)\d\d))?|(?<alone>(?:19|20)\d\d))\b/g;
/** Capitalised words side by side, but for the first of the question. */
const WHOLE_NAME = /(?<!^)\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]*\.?)*(?: \p{Lu}[\p{L}-]+)/gu;
/** "Admiral Rogers" may be Adm. Rogers in the news, or Rogers alone. */
const TITLES = new Set(
  `mr mrs ms dr doctor prof professor rep representative sen senator gov governor gen general adm admiral lt col colonel
  capt captain sgt sergeant maj major rev judge justice president vice minister secretary director chairman chairwoman
  ambassador sir lord lady congressman congresswoman sheriff king queen prince princess pope`.split(
    /\s+/,
  ),
);
const ORDER =
  /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|both)$/;

/** What a question names, each thing once, in the order asked, dates first. */
export function cluesIn(question: string, names: Names): Clue[] {
  const typed = inPlainWords(question);
  const dates = [...typed.matchAll(DATE)].map((found) => dateClue(found[0], found.groups ?? {}));
  const clues = new Map<string, Clue>();
  const rest = typed.replace(DATE, (found) => ' '.repeat(found.length));
  for (const { word, start, end } of wordsOf(rest)) {
    const one = stem(word);
    const isOrder = ORDER.test(word);
    if (clues.has(one) || SHAPING.has(one) || (isEmptyWord(word) && !isOrder)) continue;
    if (isScrap(word) || (TITLES.has(word) && /^\.? \p{Lu}/u.test(rest.slice(end)))) continue;
    const isCapital = start > 0 && /\p{Lu}/u.test(rest.charAt(start));
    if (isOrder)
      clues.set(one, { kind: 'order', typed: word, stem: one, others: [], sequences: [] });
    else if (/^\d/.test(word)) clues.set(one, numberClue(one));
    else if (isCapital || names.isName(word))
      clues.set(one, nameClue(one, rest.slice(start, end), names));
    else
      clues.set(one, {
        kind: 'word',
        typed: word,
        stem: one,
        others: meaningsOf(one),
        sequences: [],
      });
  }
  const deed = deedIn(typed);
  const all = [...clues.values()].map((clue) =>
    clue.kind === 'word' && clue.stem === deed ? { ...clue, isDeed: true } : clue,
  );
  return [...dates, ...inWholeNames(all, rest)];
}

/** A contraction ("won't"), or a letter alone, as of "e-mail". */
function isScrap(word: string): boolean {
  return word.includes("'") || /^\p{L}$/u.test(word);
}

/** Names that stand side by side are one. */
function inWholeNames(clues: readonly Clue[], typed: string): Clue[] {
  const wholes = new Map<string, string>();
  for (const [name] of typed.matchAll(WHOLE_NAME))
    for (const one of sequenceOf(name).trim().split(' ')) wholes.set(one, sequenceOf(name));
  return clues.map((clue) => {
    const whole = clue.kind === 'name' ? wholes.get(clue.stem) : undefined;
    return whole === undefined ? clue : { ...clue, whole };
  });
}

function dateClue(typed: string, { month, day, year, alone }: Record<string, string>): Clue {
  const number = monthNumber(month ?? '');
  const parts = [year ?? '\\d{4}', String(number).padStart(2, '0'), day?.padStart(2, '0')];
  const days = new RegExp(`^${alone ?? parts.filter(Boolean).join('-')}`);
  return { kind: 'date', typed, stem: typed, others: [], sequences: [], days };
}

function numberClue(one: string): Clue {
  return { kind: 'number', typed: one, stem: one, others: [], sequences: [] };
}

function nameClue(one: string, typed: string, names: Names): Clue {
  const others = STANDS_FOR.filter((all) => all.includes(one)).flat();
  const letters = typed.replace(/['’]s$|(?<=\p{Lu}{2})s$|[^\p{L}]/gu, '').toLowerCase();
  return {
    kind: 'name',
    typed: typed.toLowerCase(),
    stem: one,
    others: others.filter((other) => other !== one),
    sequences: letters.length <= 6 ? names.inFull(letters) : [],
  };
}
