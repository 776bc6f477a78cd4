import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { type Days, looksLikeDay, parseDays } from './days.ts';

/** What a reader wants to see. */
export type View = 'brief' | 'timeline' | 'quotes' | 'sources' | 'topics' | 'help';

/** What stands after `/brief`, understood. */
export interface BriefRequest {
  readonly view: View;
  /** All of it, as typed. */
  readonly typed: string;
  /** What it is about, without view and time; empty only for help and topics, or to brief every article given. */
  readonly words: string;
  /** Only what came in since this reader last asked. */
  readonly onlyNew: boolean;
  /** Only what was published on or after this day; ISO 8601, "--06-20" where no year was typed. */
  readonly since: string | null;
  /** Only what was published by then; ISO 8601, "--06-20" where no year was typed. */
  readonly asOf: string | null;
}

/** How many characters a request may have. */
export const LONGEST_REQUEST = 300;

const QUOTES = /["“”„«»]|^['‘’]|['‘’]$/gu;
const QUESTION =
  /^(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had|will|can|could|should)\b|\?\s*$/i;

const TOPICS = /^topics(?: (?:list|new|add|edit|remove))?$/i;

/**
 * Understands what was typed after `/brief`: a topic or any words, with `new`, `since …` or `as of …` after them, or
 * `timeline`, `quotes` or `sources` before them; or `topics`. `today` (ISO 8601) is what "yesterday" counts from. Case and
 * quotation marks don't matter. A refusal names a day that cannot be, or a request that is too long.
 */
export function parseRequest(words: string, today: string): BriefRequest | Refusal {
  const typed = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (typed.length > LONGEST_REQUEST)
    return refuse(
      `That is ${typed.length.toLocaleString('en')} characters long; I take up to ${LONGEST_REQUEST}.`,
      'Ask for a topic or in a few words, for example: /brief opm',
    );
  let rest = typed.replace(QUOTES, '').replace(/\s+/g, ' ').trim();
  const untimed = { since: null, asOf: null, onlyNew: false };
  if (TOPICS.test(rest)) return { view: 'topics', typed, words: '', ...untimed };
  const asked = { since: null as string | null, asOf: null as string | null, onlyNew: false };
  for (;;) {
    const time = lastTime(rest, today);
    if (time === null) break;
    if (isRefusal(time)) return time;
    rest = time.before.replace(/(?:,| and)$/i, '').trim();
    if (time.kind === 'new') asked.onlyNew = true;
    else if (time.kind === 'since') asked.since ??= time.days.from;
    else asked.asOf ??= time.days.to;
  }
  if (hasYear(asked.since) && hasYear(asked.asOf) && asked.since > asked.asOf)
    return noTimeBetween(asked.since, asked.asOf);
  const { view, about } = viewOf(rest);
  if (
    about === '' &&
    (view !== 'help' || asked.onlyNew || asked.since !== null || asked.asOf !== null)
  )
    return refuse(
      typed === '' ? 'Nothing was asked.' : `“${typed}” doesn't say what about.`,
      `Name a topic or any words, for example: /brief ${view === 'help' || view === 'brief' ? '' : `${view} `}opm`,
    );
  return { view, typed, words: about, ...asked };
}

/** The refusal of a time that ends before it begins; days in ISO 8601. */
export function noTimeBetween(since: string, asOf: string): Refusal {
  return refuse(
    `There is no time since ${since} that ends by ${asOf}: the second day comes before the first.`,
    `Swap the days, for example: /brief opm since ${asOf} as of ${since}`,
  );
}

function hasYear(day: string | null): day is string {
  return day !== null && !day.startsWith('--');
}

type Time =
  | { readonly kind: 'new'; readonly before: string }
  | { readonly kind: 'since' | 'asOf'; readonly before: string; readonly days: Days };

/** The time that a request ends with, and what stands before it. */
function lastTime(rest: string, today: string): Time | Refusal | null {
  const whatsNew = /^what(?:['’]?s| is) new (?:in|on|about|with|for) (.+?)\??$/i.exec(rest);
  if (whatsNew) return { kind: 'new', before: whatsNew[1] ?? '' };
  const fresh = /^(.*?)(?:^| )new\??$/i.exec(rest);
  if (fresh) return { kind: 'new', before: (fresh[1] ?? '').trim() };
  const time =
    /^(.*?)(?:^| )(since|as of|as at|as-of|asof|until|(?:and )?by)(?: ((?:(?!(?:^| )(?:since|as of|as-of|asof|until|and by) ).)*))?$/i.exec(
      rest,
    );
  if (time === null) return null;
  const [before, word, when] = [
    (time[1] ?? '').trim(),
    (time[2] ?? '').toLowerCase(),
    (time[3] ?? '').trim(),
  ];
  const kind = word === 'since' ? 'since' : 'asOf';
  if (when === '' && word !== 'since' && word !== 'as of') return null;
  if (when === '')
    return refuse(
      `“${word}” needs a day after it.`,
      `For example: /brief ${before || 'opm'} ${word} 20 June`,
    );
  const days = parseDays(when, today);
  if (!isRefusal(days)) return { kind, before, days };
  if (word.endsWith('by') || word === 'until') return null;
  const meantAsDay = looksLikeDay(when) && when.split(' ').length <= 3;
  return QUESTION.test(rest) && !meantAsDay ? null : days;
}

function viewOf(rest: string): { readonly view: View; readonly about: string } {
  if (/^(?:help|\?|)$/i.test(rest)) return { view: 'help', about: '' };
  const first = /^(timeline|quotes|sources)(?: (?:of|for|from|by|on))?(?: (.+))?$/i.exec(rest);
  if (first) return { view: viewNamed(first[1]), about: first[2] ?? '' };
  const last = /^(\S+) (timeline|quotes|sources)$/i.exec(rest);
  if (last) return { view: viewNamed(last[2]), about: last[1] ?? '' };
  return { view: 'brief', about: rest };
}

function viewNamed(word: string | undefined): View {
  const lower = (word ?? '').toLowerCase();
  return lower === 'timeline' || lower === 'quotes' ? lower : 'sources';
}
