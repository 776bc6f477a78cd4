import type { CueClass, Frame } from './cue-verbs.ts';
import { cueForms, phrasal, verbForms } from './cues.ts';
import type { VerbForm } from './inflect.ts';
import { isPossessive, phraseBefore } from './noun-phrase.ts';
import { documents } from './standing.ts';
import type { Unit } from './units.ts';
import { wordList } from './word-list.ts';
import {
  adverbs,
  auxiliaries,
  determiners,
  isAdverb,
  linkingPrepositions,
  negations,
  possessives,
  prepositions,
  pronouns,
  relatives,
  timeWords,
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
  /** True where the verb group is a mere report of silence ("did not say", "has not said"), no refusal ("would not say"). */
  readonly silent: boolean;
  /** True of a verb with its preposition ("responded to"), which takes a noun phrase. */
  readonly phrasal: boolean;
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
const refusals = /^(?:would|wouldn't|will|won't|could|couldn't|can|can't|cannot)$/;
const longestVerbGroup = 8;

/** The cue verb that stands at a unit, or undefined where there is none or, unless it is `certainly` a verb, a noun. */
export function cueAt(units: readonly Unit[], at: number, certainly = false): CueAt | undefined {
  const unit = units[at];
  if (unit?.kind !== 'word') return undefined;
  const known = cueForms.get(unit.lower);
  if (!known || (unit.capital && at > 0 && units[at - 1]?.kind !== 'quote')) return undefined;
  let from = at;
  let negated = false;
  let refuses = false;
  let passive = false;
  let progressive = false;
  let infinitive = false;
  while (from > 0 && at - from < longestVerbGroup) {
    const word = units[from - 1]?.lower ?? '';
    if (negations.has(word)) negated = true;
    if (refusals.test(word)) refuses = true;
    if (be.has(word) && (word !== "'s" || known.form === 'ing')) {
      if (known.form === 'ing') progressive = true;
      else passive ||= from === at || adverbs.has(units[from]?.lower ?? '') || word !== 'being';
    } else if (word === 'to') {
      infinitive = true;
      from--;
      break;
    } else if (
      !auxiliaries.has(word) &&
      !(isAdverb(word) && !units[from - 1]?.capital) &&
      !negations.has(word)
    )
      break;
    from--;
  }
  const bare = from === at;
  if (bare && !certainly && !isVerbHere(units, at, known.verb, known.form)) return undefined;
  const late = units[at + 1]?.lower === 'on' && timeWords.has(units[at + 2]?.lower ?? '') ? 2 : 0;
  const after = units[at + 1 + late]?.lower ?? '';
  const kind = phrasal.get(`${known.verb} ${after}`);
  const hasParticle = kind !== undefined || after === 'out' || after === 'back';
  if (known.frames.size === 0 && kind === undefined) return undefined;
  const takesClause = kind === undefined || after === 'out' || after === 'clear';
  return {
    class: kind ?? known.class,
    verb: known.verb,
    form: known.form,
    frames: !takesClause
      ? anyFrame
      : kind === undefined
        ? known.frames
        : new Set([...known.frames, ...anyFrame]),
    at,
    from,
    to: hasParticle ? at + 2 + late : at + 1,
    negated,
    silent: negated && !refuses && !isOnly(units, from, at),
    phrasal: !takesClause,
    passive: passive && (known.form === 'past' || known.form === 'participle'),
    infinitive,
    participle: known.form === 'ing' && !progressive,
  };
}

/** "did not only say", "not just said" */
function isOnly(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (/^(?:only|just|merely|simply)$/.test(units[at]?.lower ?? '')) return true;
  return false;
}

/** Whether a word that may be a noun as well ("claims", "report") is a verb at this place. */
function isVerbHere(units: readonly Unit[], at: number, verb: string, form: VerbForm): boolean {
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
      word === 'as' ||
      documents.has(word) ||
      before?.capital === true
    );
  if (before === undefined) return false;
  if (prepositions.has(word) && before.kind === 'word') return false;
  if (form !== 'third' && form !== 'base') return true;
  if (alsoNouns.has(verb) && (auxiliaries.has(nextWord) || verbForms.get(nextWord) === 'past'))
    return false;
  if (!agrees(units, at, form)) return false;
  if (!alsoNouns.has(verb) || phrasal.has(`${verb} ${nextWord}`)) return true;
  if (form === 'third' && before.capital) return true;
  if (verbForms.has(word) && !alsoNouns.has(word)) return false;
  return (
    next !== undefined &&
    (next.kind === 'quote' ||
      next.capital ||
      determiners.has(nextWord) ||
      pronouns.has(nextWord) ||
      /^(?:to|how|why|whether|what|,|:)$/.test(nextWord || next.text))
  );
}

/** Whether the noun before a verb can be its subject in number: "officials say", "the official says". */
function agrees(units: readonly Unit[], at: number, form: VerbForm): boolean {
  const phrase = phraseBefore(units, at);
  if (!phrase) return true;
  let head = phrase.to - 1;
  for (let k = phrase.from + 1; k < phrase.to; k++) {
    if (linkingPrepositions.has(units[k]?.lower ?? '')) {
      head = k - 1;
      break;
    }
  }
  const noun = units[head];
  const joined = units.slice(phrase.from, phrase.to).some((unit) => unit.lower === 'and');
  const plural =
    joined ||
    /(?:[^s'u]s|people|men|women|police|media|those|others|some|many|most|few|both|all|data)$/.test(
      noun?.lower ?? '',
    );
  if (form === 'base') return plural;
  return !plural || noun?.capital === true;
}

const alsoNouns: ReadonlySet<string> = new Set(
  wordList(`report claim comment remark joke state note question demand
  request charge promise pledge vow plan hope fear worry doubt estimate project document show find forecast post tweet
  blog attack support praise blame back call brand label credit challenge outline detail address champion advocate
  dispute decline signal hint counter reason rule guarantee aim brief echo highlight quip answer reply welcome need
  talk pan trash hail favor favour rebuke boast chant verse shout yell whisper scream exclaim salute mock compare
  campaign appeal look experience trust study gripe complaint grumble recall speculate suspect reply laud reject
  request affirm charge certify like view boo insult`),
);
