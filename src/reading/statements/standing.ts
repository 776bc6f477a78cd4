import type { Span } from '../../news/span.ts';
import type { Standing } from '../../news/standing.ts';
import { persons } from './names.ts';
import {
  anonymousNouns,
  bodyNouns,
  crowdNouns,
  documentNouns,
  officialNouns,
  outletNouns,
} from './roles.ts';
import { wordList } from './wordList.ts';

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
/** Nouns for a published text. */
export const documents: ReadonlySet<string> = new Set(wordList(documentNouns));
const bodies = new Set(wordList(bodyNouns));
const crowds = new Set(wordList(crowdNouns));
const outlets: ReadonlySet<string> = new Set(wordList(outletNouns));
const spokesmen = /^(?:spokes(?:man|woman|person|men|women|people)|representatives?)$/;
const closeTo = /^(?:people|person|persons|individuals?|those|friends?|allies|ally|members?)$/;
const family =
  /^(?:ex-)?(?:wife|husband|mother|father|son|daughter|brother|sister|widow|parents?|uncle|aunt|cousin|family|campaign|office|team)$/;
const isOne = /^(?:a|an|one|another|two|three|four|five)$/;
const knowing =
  /\b(?:familiar|close|briefed|knowledge|involved|anonymity|direct knowledge|who (?:asked|declined|requested|spoke)|not authorized)\b/;

/** What a noun phrase without a name says about the standing of whoever it stands for. */
export function standingOf(
  words: readonly string[],
  phrase: string,
): { readonly standing: Standing; readonly decisive: string } {
  const head = headOf(words);
  const lower = phrase.toLowerCase();
  if (
    anonymous.has(head) ||
    (closeTo.test(head) && knowing.test(lower)) ||
    /\banonym/.test(lower)
  ) {
    return { standing: 'anonymous', decisive: phrase };
  }
  if (spokesmen.test(head)) {
    return { standing: 'on-record', decisive: phrase };
  }
  if (officials.has(head)) return { standing: 'unnamed-official', decisive: phrase };
  if (crowds.has(head)) return { standing: 'outlet', decisive: phrase };
  if (documents.has(head)) return { standing: 'document', decisive: phrase };
  if (bodies.has(head)) return { standing: 'on-record', decisive: phrase };
  if (
    family.test(head) &&
    /^(?:his|her|their|'s)$/.test(words.find((word) => /^(?:his|her|their|'s)$/.test(word)) ?? '')
  ) {
    return { standing: 'on-record', decisive: phrase };
  }
  if (
    persons.has(head) ||
    (isOne.test(words[0] ?? '') && /(?:[eo]rs?|ists?|[wo]?m[ae]n)$/.test(head))
  ) {
    const single =
      isOne.test(words[0] ?? '') ||
      words.includes("'s") ||
      /^(?:his|her|their)$/.test(words[0] ?? '');
    return { standing: single ? 'anonymous' : 'outlet', decisive: phrase };
  }
  return { standing: 'outlet', decisive: phrase };
}

/** The noun that a phrase is about: the last word before "of", "for", "who" and the like. */
export function headOf(words: readonly string[]): string {
  let head = '';
  const isPart =
    /^(?:one|two|three|several|some|many|most|all|both|none)$/.test(words[0] ?? '') &&
    words[1] === 'of';
  for (const word of isPart ? words.slice(2) : words) {
    if (
      /^(?:of|for|at|from|in|with|by|to|on|near|within|inside|close|familiar|who|that|which|,|about|briefed|involved)$/.test(
        word,
      ) &&
      head !== ''
    )
      break;
    if (/^[\p{L}\p{N}]/u.test(word)) head = word;
  }
  return head;
}

const anonymity =
  /\b(?:(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))|(?:asked|requested|declined|wished|spoke) (?:anonymity|not to be (?:named|identified|quoted)|anonymously)|(?:asked|requested) for anonymity|(?:not|n['’]t) (?:being )?authori[sz]ed to)\b/i;

/** The words in a sentence by which an official speaks where no office stands behind the words; undefined where none do. */
export function anonymityIn(text: string, units: readonly Span[]): string | undefined {
  const start = units[0]?.start ?? 0;
  return anonymity.exec(text.slice(start, Math.min(units.at(-1)?.end ?? 0, start + 2_000)))?.[0];
}

/** Whether words name an outlet, which may only relay what others said. */
export function isOutlet(words: string): boolean {
  return words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => outlets.has(word));
}
