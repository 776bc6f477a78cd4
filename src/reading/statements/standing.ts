import type { Span } from '../../news/span.ts';
import type { Standing } from '../../news/standing.ts';
import { persons } from './names.ts';
import {
  anonymousNouns,
  bodyNouns,
  crowdNouns,
  documentNouns,
  identifiedNouns,
  officialNouns,
  outletNouns,
  pressNouns,
} from './roles.ts';
import { wordList } from './word-list.ts';

const withPlurals = (list: string) =>
  new Set(
    wordList(list).flatMap((noun) => [
      noun,
      `${noun}s`,
      noun.replace(/man$/, 'men'),
      noun.replace(/y$/, 'ies'),
    ]),
  );
const officials = withPlurals(officialNouns);
const anonymous = withPlurals(anonymousNouns);
const identified = withPlurals(identifiedNouns);
const bodies = new Set(wordList(bodyNouns));
const crowds = new Set(wordList(crowdNouns));
const outlets = new Set(wordList(outletNouns));
const press = withPlurals(pressNouns);

/** Nouns for a published text. */
export const documents: ReadonlySet<string> = new Set(wordList(documentNouns));

const spokesmen = /^(?:spokes(?:man|woman|person|men|women|people)|representatives?)$/;
const acquainted = /^(?:people|persons?|individuals?|those|friends?|allies|ally|members?)$/;
const knowing =
  /\b(?:familiar|close|briefed|knowledge|involved|anonymity|who (?:asked|declined|requested|spoke)|not authorized)\b/;
/** Said of somebody whom an outlet chose not to name. */
const withheld = /\banonym|\b(?:unnamed|unidentified)\b/;
const single = /^(?:a|an|one|another|two|three|four|five|his|her|their)$/;
const personLike = /(?:[eo]rs?|ists?|[wo]?m[ae]n)$/;

/**
 * The standing of whoever a noun phrase without a name stands for, by its head noun. A spokesman, a court and a
 * relative of somebody named can be found by anyone; many at once ("critics") are the outlet's own summing-up; a
 * single person without a name is known to the reporter alone. In doubt, the outlet's words.
 */
export function standingOf(words: readonly string[], phrase: string): Standing {
  const head = headOf(words);
  const lower = phrase.toLowerCase();
  if (anonymous.has(head) || withheld.test(lower)) return 'anonymous';
  if (acquainted.test(head) && knowing.test(lower)) return 'anonymous';
  if (spokesmen.test(head)) return 'on-record';
  if (officials.has(head)) return 'unnamed-official';
  if (crowds.has(head)) return 'outlet';
  if (documents.has(head)) return 'document';
  if (bodies.has(head) || identified.has(head)) return 'on-record';
  const first = words[0] ?? '';
  const isPerson = persons.has(head) || (single.test(first) && personLike.test(head));
  return isPerson && (single.test(first) || words.includes("'s")) ? 'anonymous' : 'outlet';
}

const boundary = new Set(
  wordList(
    'of for at from in with by to on near within inside close familiar who that which , about briefed involved',
  ),
);

/** The noun that a phrase is about: the last word before "of", "for", "who" and the like. */
export function headOf(words: readonly string[]): string {
  let head = '';
  for (const word of isPart(words) ? words.slice(words.indexOf('of') + 1) : words) {
    if (head !== '' && boundary.has(word)) break;
    if (/^[\p{L}\p{N}]/u.test(word)) head = word;
  }
  return head;
}

/** "one of the advisers", "a number of cities" */
function isPart(words: readonly string[]): boolean {
  const [first = '', second = '', third] = words;
  if (second === 'of')
    return /^(?:one|two|three|several|some|many|most|all|both|none)$/.test(first);
  return (
    third === 'of' && /^(?:number|group|couple|handful|majority|coalition|series)$/.test(second)
  );
}

const anonymity =
  /\b(?:(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))|(?:asked|requested|declined|wished|spoke) (?:anonymity|not to be (?:named|identified|quoted)|anonymously)|(?:asked|requested) for anonymity|(?:not|n['’]t) (?:being )?authori[sz]ed to)\b/i;
const farthest = 2_000;

/** The words in a sentence by which an official speaks where no office stands behind the words; undefined where none do. */
export function anonymityIn(text: string, units: readonly Span[]): string | undefined {
  const start = units[0]?.start ?? 0;
  return anonymity.exec(text.slice(start, Math.min(units.at(-1)?.end ?? 0, start + farthest)))?.[0];
}

const pressKinds =
  /\b(?:news|wire) (?:agency|agencies|services?|sites?|websites?|outlets?|networks?|channels?|organi[sz]ations?)$|\b(?:news|press|media|wire|newspaper) (?:reports?|accounts?|story|stories|articles?|coverage)$/;

/** Whether a noun phrase means an outlet, by its name ("the Harbor Times") or without ("the state news agency"). */
export function isOutlet(phrase: string): boolean {
  const words = phrase.trim().split(/\s+/);
  const link = words.findIndex((word, at) => at > 0 && boundary.has(word.toLowerCase()));
  const own = link < 0 ? words : words.slice(0, link);
  const head = (own.at(-1) ?? '').toLowerCase();
  if (press.has(head) || /^media$/.test(head)) return true;
  if (pressKinds.test(own.join(' ').toLowerCase())) return true;
  return /^\p{Lu}/u.test(own.at(-1) ?? '') && outlets.has(head);
}
