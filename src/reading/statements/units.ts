import type { Passage } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import { withoutAsides } from './asides.ts';
import { cueForms, verbForms } from './cues.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import type { Stretch } from './stretch.ts';
import type { Token } from './token.ts';
import {
  adverbs,
  auxiliaries,
  clauseOpeners,
  conjunctions,
  determiners,
  prepositions,
  pronouns,
  relatives,
} from './words.ts';

/** A token outside quotation marks, or a whole quotation as one unit. */
export type Unit = (Token & { readonly quotation?: undefined }) | QuotedUnit;

/** A quotation that takes the place of a word in its sentence. */
export interface QuotedUnit extends Span {
  readonly kind: 'quote';
  readonly quotation: Quotation;
  readonly text: string;
  readonly lower: '';
  readonly capital: false;
}

/** A sentence in which each quotation is folded into one unit. */
export interface Sentence {
  readonly units: readonly Unit[];
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/**
 * The sentences of one paragraph with their quotations folded, so that a quotation of many sentences stays with its
 * attribution. `passages` are the text's, in order; those of this paragraph begin at `from`. `tokens` are the paragraph's.
 */
export function foldParagraph(
  text: string,
  paragraph: Span,
  number: number,
  passages: readonly Passage[],
  from: number,
  tokens: readonly Token[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let units: Unit[] = [];
  let next = from;
  const add = (unit: Unit | undefined) => {
    if (!unit) return;
    while ((passages[next]?.start ?? Number.POSITIVE_INFINITY) <= unit.start) {
      const outside = (passages[next]?.start ?? 0) >= (units.at(-1)?.end ?? 0);
      if (units.length > 0 && outside && !goesOn(text, units, unit)) {
        sentences.push({ units, paragraph: number });
        units = [];
      }
      next++;
    }
    if (opensAfresh(text, units.at(-1), unit)) {
      sentences.push({ units, paragraph: number });
      units = [];
    }
    units.push(unit);
  };
  const kept = withoutAsides(tokens);
  let token = 0;
  for (const quotation of findQuotations(text, paragraph)) {
    const { start, end } = quotation;
    for (; token < kept.length && (kept[token]?.start ?? end) < start; token++) add(kept[token]);
    add({
      start,
      end,
      kind: 'quote',
      quotation,
      text: text.slice(start, end),
      lower: '',
      capital: false,
    });
    while (token < kept.length && (kept[token]?.start ?? end) < end) token++;
  }
  for (; token < kept.length; token++) add(kept[token]);
  if (units.length > 0)
    sentences.push({ units: isHeadline(units) ? withPlainCues(units) : units, paragraph: number });
  return sentences;
}

/** Whether a quotation opens a sentence although the one before it lacks its stop. */
function opensAfresh(text: string, before: Unit | undefined, unit: Unit): boolean {
  if (unit.kind !== 'quote' || before?.kind !== 'word') return false;
  const { start, end } = unit.quotation.inner;
  if (
    end - start < 40 ||
    !/^\p{Lu}/u.test(text.slice(start, start + 2)) ||
    !/[.,?!]/.test(text[end - 1] ?? '')
  )
    return false;
  const word = before.lower;
  return !(isFunctionWord(word) || verbForms.has(word) || before.capital);
}

function isFunctionWord(word: string): boolean {
  return [
    determiners,
    prepositions,
    pronouns,
    conjunctions,
    clauseOpeners,
    auxiliaries,
    adverbs,
    relatives,
  ].some((words) => words.has(word));
}

/** Whether nearly every word is capitalised, so that a capital tells nothing. */
function isHeadline(units: readonly Unit[]): boolean {
  const words = units.filter((unit) => unit.kind === 'word' && unit.text.length > 3);
  const capitals = words.filter((unit) => unit.capital).length;
  return units.length < 40 && words.length > 3 && capitals > words.length * 0.8;
}

function withPlainCues(units: readonly Unit[]): Unit[] {
  return units.map((unit, at) =>
    at > 0 && unit.kind === 'word' && unit.capital && cueForms.has(unit.lower)
      ? { ...unit, capital: false }
      : unit,
  );
}

/** Whether a sentence goes on although a quotation in it ended with a stop. */
function goesOn(text: string, units: readonly Unit[], unit: Unit): boolean {
  const last = units.at(-1);
  if (last?.kind !== 'quote' || unit.kind === 'quote') return false;
  if (unit.kind === 'mark') return true;
  return (
    !unit.capital &&
    unit.kind === 'word' &&
    /[?!…,.—-]/.test(text[last.quotation.inner.end - 1] ?? '')
  );
}

/** The text of a stretch of units. */
export function wordsOf(text: string, units: readonly Unit[], stretch: Stretch): string {
  return text.slice(units[stretch.from]?.start, units[stretch.to - 1]?.end);
}
