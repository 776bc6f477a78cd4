import { commonVerbs } from '../../reading/statements/common-verbs.ts';
import { cueVerbs, irregularForms } from '../../reading/statements/cue-verbs.ts';
import { formsOf, type VerbForm } from '../../reading/statements/inflect.ts';
import { wordList } from '../../reading/statements/word-list.ts';
import { determiners, prepositions } from '../../reading/statements/words.ts';
import { stem } from '../stem.ts';
import { wordsOf } from '../words.ts';

/** Verbs of the news that reading has no list for. */
const FURTHER = `apply bind call chair co-host encrypt extradite found host impose join kick look plead point post preside scoop sign
  spy sue talk threaten warn work`;
const FORMS = new Map<string, Set<VerbForm>>();
for (const verb of [
  ...[commonVerbs, FURTHER, ...cueVerbs.map(({ verbs }) => verbs)].flatMap(wordList),
  ...irregularForms.split('|').map((line) => line.trim().split(/\s+/)[0] ?? ''),
])
  for (const [form, kind] of formsOf(verb))
    FORMS.set(form, (FORMS.get(form) ?? new Set()).add(kind));

const DO = new Set(
  wordList(`do does did don't doesn't didn't will would can could should shall may might must won't wouldn't can't
  couldn't shouldn't`),
);
const BE = new Set(
  wordList(`is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't who's what's when's where's
  why's how's`),
);
/** Verbs that another one follows, which says what is done: "want to raise", "is supposed to launch". */
const CARRYING = new Set(
  wordList(`want wanted wants plan planned try tried manage managed choose chose decide decided agree agreed refuse
  refused hope expect expected supposed due allowed able go going start started begin began stop help helped seem need
  needed set continue continued intend ready`),
);
/** The same where a participle follows: "get alerted". */
const PASSIVE = new Set(wordList('be been being get got getting have'));
/** Verbs that say nothing by themselves ("take place", "put out a statement"). */
const EMPTY = new Set(
  wordList(`do does did done happen happened happens take took taken come came coming go going went gone get got make
  made be been being is are was were have has had say says said give given gave put`),
);

interface Token {
  /** In lower case, its ending "'s" kept. */
  readonly word: string;
  /** True with a capital, but for the first of the question. */
  readonly isName: boolean;
}

/** Stem of the verb that tells what a question in plain words says was done; null where none can be told. */
export function deedIn(question: string): string | null {
  const typed = question.replace(/’/g, "'");
  const tokens = wordsOf(typed).map(({ start, end }): Token => {
    const written = typed.slice(start, end);
    return { word: written.toLowerCase(), isName: start > 0 && /^\p{Lu}/u.test(written) };
  });
  const helping = tokens.findIndex(({ word }) => DO.has(word) || BE.has(word));
  const before = helping < 0 ? tokens : tokens.slice(0, helping);
  const past = before.findIndex(({ word, isName }, at) => at > 0 && !isName && isPast(word));
  if (past > 0 && !isNoun(tokens, past)) return carriedBy(tokens, past);
  if (helping < 0) return firstOf(tokens, 1, (word) => canBe(word, 'third'));
  return DO.has(tokens[helping]?.word ?? '')
    ? firstOf(tokens, helping + 2, isBase)
    : firstOf(tokens, helping + 1, isParticiple);
}

/** What the first verb of a form says is done. */
function firstOf(
  tokens: readonly Token[],
  from: number,
  isForm: (word: string) => boolean,
): string | null {
  const at = tokens.findIndex(
    ({ word, isName }, here) => here >= from && !isName && isForm(word) && !isNoun(tokens, here),
  );
  return at < 0 ? null : carriedBy(tokens, at);
}

/** The verb itself, or the one that it only carries. */
function carriedBy(tokens: readonly Token[], at: number): string | null {
  const word = tokens[at]?.word ?? '';
  if (PASSIVE.has(word)) {
    const passive = firstOf(tokens, at + 1, isParticiple);
    if (passive !== null) return passive;
  }
  if (CARRYING.has(word)) {
    const to = tokens.findIndex((each, here) => here > at && each.word === 'to');
    const after = to < 0 ? undefined : tokens[to + 1];
    if (after !== undefined && !after.isName && isBase(after.word))
      return carriedBy(tokens, to + 1);
    if (tokens[at + 1]?.word.endsWith('ing')) return carriedBy(tokens, at + 1);
  }
  return EMPTY.has(word) ? null : stem(word);
}

function isBase(word: string): boolean {
  return canBe(word, 'base') || /.{3}(?:ate|ize|ify)$/.test(word);
}

function isParticiple(word: string): boolean {
  if (word.length < 4) return false;
  return (
    canBe(word, 'participle') ||
    (canBe(word, 'past') && !canBe(word, 'base')) ||
    CARRYING.has(word) ||
    /(?:[^e]ed|ing)$/.test(word)
  );
}

function isPast(word: string): boolean {
  return (canBe(word, 'past') && !canBe(word, 'base')) || /[^e]ed$/.test(word);
}

/** "Rejoin" is a form of a verb as "join" is. */
function canBe(word: string, form: VerbForm): boolean {
  const forms = FORMS.get(word) ?? FORMS.get(word.replace(/^(?:re|mis|over|un)-?/, ''));
  return forms?.has(form) ?? false;
}

/** True after what opens a noun phrase or leads to one. */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (before === 'to') return false;
  return determiners.has(before) || prepositions.has(before) || before.endsWith("'s");
}
