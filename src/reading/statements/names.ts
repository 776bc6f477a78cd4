import type { Span } from '../../news/span.ts';
import { mensNames, womensNames } from './given-names.ts';
import { placeNames } from './place-names.ts';
import { bodyNouns, outletNouns, personNouns, titleNouns } from './roles.ts';
import type { Token } from './token.ts';
import { wordList } from './word-list.ts';
import { months, sentenceOpeners, weekdays } from './words.ts';

/** What a name or title tells of its bearer. */
export type Gender = 'man' | 'woman' | 'unknown';

/** A name as the text writes it at one place. */
export interface NameMention extends Span {
  readonly name: string;
  readonly kind: 'person' | 'body';
  readonly gender: Gender;
  /** True where its capital article marks it as a publication's. */
  readonly isOutlet?: boolean;
}

const places: ReadonlySet<string> = new Set(wordList(placeNames));
const men = new Set(wordList(mensNames));
const women = new Set(wordList(womensNames));
const outlets = new Set(wordList(outletNouns));
const bodies = new Set([...wordList(bodyNouns), ...outlets]);
/** Words that stand before a name as its title, in lower case. */
export const titles: ReadonlySet<string> = new Set(wordList(titleNouns));
/** Nouns for people, one and many, in lower case. */
export const persons: ReadonlySet<string> = new Set(
  wordList(personNouns).flatMap((noun) => [
    noun,
    noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`,
    noun.replace(/man$/, 'men'),
  ]),
);
const particles = new Set(
  'de da di del della der den van von bin al el ibn la le du dos ben ter'.split(' '),
);
const bodyLinks = new Set(['of', 'for', 'on', 'and', 'the', '&']);
const nationalities =
  /(?:[a-z]{3}(?:ese|ish|ian|ans?|can)|French|Dutch|Greek|Iraqi|Israeli|Saudi|Afghan|Swiss)$/;

/** Names of people and bodies among tokens, in order: runs of capitalised words, less the titles before a person. */
export function findNames(
  tokens: readonly Token[],
  sentenceStarts: ReadonlySet<number>,
): NameMention[] {
  const found: NameMention[] = [];
  const inside = new Set<string>();
  for (const token of tokens)
    if (token.capital && !sentenceStarts.has(token.start)) inside.add(token.lower);
  for (let at = 0; at < tokens.length; at++) {
    const run = runFrom(tokens, at, sentenceStarts);
    if (run === at) continue;
    const first = tokens[at];
    const isDoubtful =
      run === at + 1 &&
      first !== undefined &&
      sentenceStarts.has(first.start) &&
      !inside.has(first.lower);
    const mention =
      isDoubtful && !isGivenName(first.lower)
        ? undefined
        : classify(tokens.slice(at, run), tokens[at - 1]);
    if (mention) {
      const titled = isTitled(tokens, at, run, sentenceStarts);
      found.push(titled ? { ...mention, kind: 'body', isOutlet: true } : mention);
    }
    at = run - 1;
  }
  return found;
}

/** Whether a name has a capital "The" of its own within a sentence, as of names the press gives to publications alone. */
function isTitled(
  tokens: readonly Token[],
  from: number,
  to: number,
  starts: ReadonlySet<number>,
): boolean {
  const article = tokens[from - 1];
  const before = tokens[from - 2];
  const last = tokens[to - 1]?.lower ?? '';
  if (article?.text !== 'The' || starts.has(article.start) || !before) return false;
  if (before.capital || (before.kind === 'mark' && before.text !== ',')) return false;
  if (isGivenName(tokens[from]?.lower ?? '') || places.has(last)) return false;
  return outlets.has(last) || !bodies.has(last);
}

function runFrom(tokens: readonly Token[], from: number, starts: ReadonlySet<number>): number {
  let at = from;
  while (at < tokens.length && at - from < 14) {
    const token = tokens[at];
    if (!token) break;
    const opensSentence = starts.has(token.start);
    if (at > from && opensSentence) break;
    if (token.kind !== 'word') break;
    if (token.capital) {
      if (
        weekdays.has(token.lower) ||
        (months.has(token.lower) &&
          token.lower !== 'may' &&
          token.lower !== 'april' &&
          token.lower !== 'june')
      )
        break;
      if (sentenceOpeners.has(token.lower) && (at === from || token.text.length > 1)) {
        if (at === from || !/^(?:of|the|and|for|on)$/.test(token.lower)) break;
      }
      at++;
    } else if (at > from && particles.has(token.lower) && tokens[at + 1]?.capital) at++;
    else if (
      at > from &&
      bodyLinks.has(token.lower) &&
      isBodyRun(tokens, from, at) &&
      leadsToCapital(tokens, at)
    )
      at++;
    else break;
  }
  return at;
}

function isBodyRun(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? '';
    if (bodies.has(word) || titles.has(word))
      return (
        tokens[to]?.lower !== 'and' ||
        tokens.slice(from, to).some((token) => token.lower === 'of' || token.lower === 'on')
      );
  }
  return false;
}

function leadsToCapital(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next?.capital === true || (bodyLinks.has(next?.lower ?? '') && tokens[at + 2]?.capital === true)
  );
}

function classify(run: readonly Token[], before: Token | undefined): NameMention | undefined {
  const lastWord = run.at(-1)?.lower ?? '';
  if (persons.has(lastWord) || (titles.has(lastWord) && !bodies.has(lastWord))) return undefined;
  const start = afterTitles(run);
  const given = run[start]?.lower ?? '';
  const knownGiven = isGivenName(given);
  const isBody =
    places.has(run.map(({ lower }) => lower).join(' ')) ||
    bodies.has(lastWord) ||
    run.some(({ lower }) => lower === 'of' || lower === 'for' || lower === 'on' || lower === '&') ||
    run.slice(start).some(({ lower }) => bodies.has(lower)) ||
    (run.length === 1 && /^\p{Lu}{2,}$/u.test(run[0]?.text ?? ''));
  const titled = start > 0 || persons.has(before?.lower ?? '');
  const isPerson =
    start < run.length &&
    (knownGiven
      ? run.length - start > 1 || !isBody
      : !isBody || (start > 0 && !bodies.has(lastWord)));
  const used = isPerson ? run.slice(start) : run;
  const first = used[0];
  const last = used.at(-1);
  if (!first || !last) return undefined;
  const name = used.map((token) => token.text).join(' ');
  if (used.length === 1 && nationalities.test(name) && !titled) return undefined;
  return {
    start: first.start,
    end: last.end,
    name,
    kind: isPerson ? 'person' : 'body',
    gender: isPerson ? genderOf(run, given, used.length) : 'unknown',
  };
}

function isGivenName(word: string): boolean {
  return men.has(word) || women.has(word);
}

/** Where the name begins in a run that opens with titles ("Deputy Secretary of State Antony Blinken"). */
function afterTitles(run: readonly Token[]): number {
  let start = 0;
  for (let at = 0; at < run.length - 1; at++) {
    const word = run[at]?.lower ?? '';
    if (!titles.has(word) && !persons.has(word)) continue;
    const next = run[at + 1]?.lower;
    if (next === 'of' && run.length > at + 3) start = at + 3;
    else if (next === 'for' || next === 'on') return 0;
    else if (at + 1 > start) start = at + 1;
  }
  if (start === 0) return 0;
  for (let at = run.length - 2; at > start; at--) if (isGivenName(run[at]?.lower ?? '')) return at;
  return start;
}

function genderOf(run: readonly Token[], given: string, length: number): Gender {
  const title = run.map((token) => token.lower);
  if (
    title.some((word) =>
      /^(?:mrs|ms|miss|lady|queen|princess|congresswoman|spokeswoman|chairwoman)$/.test(word),
    )
  )
    return 'woman';
  if (
    title.some((word) =>
      /^(?:mr|sir|lord|king|prince|congressman|spokesman|chairman|pope)$/.test(word),
    )
  )
    return 'man';
  if (length < 2) return 'unknown';
  if (women.has(given) && !men.has(given)) return 'woman';
  return men.has(given) && !women.has(given) ? 'man' : 'unknown';
}
