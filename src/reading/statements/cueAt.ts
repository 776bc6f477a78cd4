import { cueForms, phrasal, verbForms } from './cues.ts';
import type { CueClass, Frame } from './cueVerbs.ts';
import type { VerbForm } from './inflect.ts';
import { isPossessive } from './nounPhrase.ts';
import type { Unit } from './units.ts';
import {
  adverbs,
  auxiliaries,
  determiners,
  negations,
  possessives,
  prepositions,
  pronouns,
  relatives,
} from './words.ts';

/** A cue verb at a place in a sentence, with its auxiliaries. */
export interface CueAt {
  readonly class: CueClass;
  readonly verb: string;
  readonly form: VerbForm;
  readonly frames: ReadonlySet<Frame>;
  /** Where the verb stands. */
  readonly at: number;
  /** Where its auxiliaries and adverbs begin. */
  readonly from: number;
  /** Where what follows it begins, after a particle. */
  readonly to: number;
  readonly negated: boolean;
  readonly passive: boolean;
  /** True where it stands after "to". */
  readonly infinitive: boolean;
  /** True of an -ing form without a form of "be". */
  readonly participle: boolean;
}

const be = new Set(
  "is are was were be been being 's 're 'm isn't aren't wasn't weren't".split(' '),
);
const anyFrame: ReadonlySet<Frame> = new Set<Frame>(['phrase', 'clause']);
const longestVerbGroup = 8;

/** The cue verb that stands at a unit, or undefined where there is none or the word is a noun there. */
export function cueAt(units: readonly Unit[], at: number): CueAt | undefined {
  const unit = units[at];
  if (unit?.kind !== 'word') return undefined;
  const known = cueForms.get(unit.lower);
  if (!known || (unit.capital && at > 0 && units[at - 1]?.kind !== 'quote')) return undefined;
  let from = at;
  let negated = false;
  let passive = false;
  let progressive = false;
  let infinitive = false;
  while (from > 0 && at - from < longestVerbGroup) {
    const word = units[from - 1]?.lower ?? '';
    if (negations.has(word)) negated = true;
    if (be.has(word) && (word !== "'s" || known.form === 'ing')) {
      if (known.form === 'ing') progressive = true;
      else passive ||= from === at || adverbs.has(units[from]?.lower ?? '') || word !== 'being';
    } else if (word === 'to') {
      infinitive = true;
      from--;
      break;
    } else if (!auxiliaries.has(word) && !adverbs.has(word) && !negations.has(word)) break;
    from--;
  }
  const bare = from === at;
  if (bare && !isVerbHere(units, at, known.form)) return undefined;
  const after = units[at + 1]?.lower ?? '';
  const kind = phrasal.get(`${known.verb} ${after}`);
  const hasParticle = kind !== undefined || after === 'out' || after === 'back';
  if (known.frames.size === 0 && kind === undefined) return undefined;
  return {
    class: kind ?? known.class,
    verb: known.verb,
    form: known.form,
    frames:
      kind === undefined
        ? known.frames
        : after === 'out' || after === 'clear'
          ? new Set([...known.frames, ...anyFrame])
          : anyFrame,
    at,
    from,
    to: hasParticle ? at + 2 : at + 1,
    negated,
    passive: passive && (known.form === 'past' || known.form === 'participle'),
    infinitive,
    participle: known.form === 'ing' && !progressive,
  };
}

/** Whether a word that may be a noun as well ("claims", "report") is a verb at this place. */
function isVerbHere(units: readonly Unit[], at: number, form: VerbForm): boolean {
  const before = units[at - 1];
  const word = before?.lower ?? '';
  const next = units[at + 1];
  const nextWord = next?.lower ?? '';
  if (relatives.has(word) || (pronouns.has(word) && !possessives.has(word))) return true;
  if (determiners.has(word) || possessives.has(word)) return false;
  if (isPossessive(before) && form !== 'ing') return false;
  if (form === 'past' || form === 'participle')
    return nextWord !== 'by' && !(prepositions.has(word) && before?.kind === 'word');
  if (form === 'ing')
    return (
      at === 0 ||
      before?.kind === 'mark' ||
      before?.kind === 'quote' ||
      word === 'by' ||
      word === 'and' ||
      verbForms.has(word) ||
      word === 'for' ||
      word === 'before' ||
      word === 'after' ||
      word === 'while' ||
      before?.capital === true
    );
  if (before === undefined) return false;
  if (prepositions.has(word) && before.kind === 'word') return false;
  if (form === 'third' || form === 'base') {
    if (unambiguous.has(units[at]?.lower ?? '')) return true;
    return (
      next !== undefined &&
      (next.kind === 'quote' ||
        next.capital ||
        determiners.has(nextWord) ||
        pronouns.has(nextWord) ||
        nextWord === 'to' ||
        nextWord === 'how' ||
        nextWord === 'why' ||
        nextWord === 'whether')
    );
  }
  return true;
}

const unambiguous = new Set(
  'say says tell tells believe believes want wants think thinks argue argues insist insists'.split(
    ' ',
  ),
);
