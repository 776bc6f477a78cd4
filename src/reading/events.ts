import type { DateMention, Event, Passage } from '../news/reading.ts';
import { tellsOfDoing } from './dates/direction.ts';

const lasting =
  /^(?:(?:the|these|this)\s+)?(?:past|last|previous|preceding|prior|next|coming|following)\s+(?:[\w-]+\s+){1,3}(?:days|weeks|months|quarters|years|decades)$|\d0['’]?s$|century$|decade$/i;
const notThen =
  /\b(?:since|until|till|through|than|from|between|before|beyond|as of|per|of|to|and|or|the|an?|its|his|her|their|our|this)\s+$/i;
const qualifies =
  /^(?:['’]s?\s|[-–]\p{L}|\s+(?!(?:a|an|the|in|on|at|by|to|for|from|with|and|but|or|as|that|when|while|after|before|during|over|about|against|it|he|she|they|we|his|her|its|their|which|who|where|because|following|into|is|was|are|were|has|had|will|would|said|says|told|near|under|amid|between|if|through|until|since|of|not|also|alone|either|too|again|aimed|accusing|saying|calling|urging)\b)(?!\p{L}+ed\b)\p{Ll})/u;
const placed = /\b(?:on|by)\s+$/i;
const dateline = /^[\p{Lu}\d\s.,’'-]{2,60}$/u;
const datelineEnd = /^[.,]?\s*(?:\([\p{L}/. ]{2,30}\)\s*)?[-–—:]/u;
const subordinate =
  /(?:^|[\s,(“"])(that|which|who|whose|whom|when|where|after|before|since|until|if|unless|because|while|although|though|as|whether)\s/giu;
const unsaid = /^(?:after|before|since|until|if|unless|whether|because|although|though)$/i;

interface Timed {
  readonly date: DateMention;
  /** The word that opens the clause the date stands in; the empty string in the main clause. */
  readonly under: string;
}

/**
 * What happened or is to happen, in order: each passage with a verb and a date that says when. The date of the main
 * clause counts, and beside it that of a clause with "which", "who", "that" or "when" where it names a day or a month;
 * dates that only qualify a noun ("the 2010 act", "Monday's debate"), lasting stretches and datelines don't.
 */
export function findEvents(
  passages: readonly Passage[],
  dates: readonly DateMention[],
  text: string,
  publishedAt: string | null,
): Event[] {
  const found: Event[] = [];
  let next = 0;
  for (const passage of passages) {
    while (next < dates.length && (dates[next]?.start ?? 0) < passage.start) next++;
    const within: DateMention[] = [];
    for (; next < dates.length && (dates[next]?.end ?? 0) <= passage.end; next++) {
      const date = dates[next];
      if (date && within.length < mostDates) within.push(date);
    }
    if (within.length > 0) found.push(...eventsOf(passage, within, text, publishedAt));
  }
  return found;
}

const mostDates = 12;
const farthest = 2_000;

function eventsOf(
  passage: Passage,
  dates: readonly DateMention[],
  text: string,
  publishedAt: string | null,
): Event[] {
  const words = text.slice(passage.start, Math.min(passage.end, passage.start + farthest));
  if (words.endsWith('?') || !tellsOfDoing(words)) return [];
  const timed = dates
    .filter((date) => saysWhen(date, passage, text))
    .map((date) => ({ date, under: clauseOf(date, passage, words) }));
  const main = timed.find(
    ({ under, date }) => under === '' && !inQuotation(words, date.start - passage.start),
  );
  const chosen = [
    ...(main ? [main] : []),
    ...timed.filter((each) => each !== main && isClear(each, words, passage)),
  ];
  const values = new Set<string>();
  const events: Event[] = [];
  for (const { date } of chosen) {
    if (values.has(date.value) || isBackground(date, publishedAt, chosen.length)) continue;
    values.add(date.value);
    events.push({
      start: passage.start,
      end: passage.end,
      date: date.value,
      precision: date.precision,
    });
  }
  return events;
}

/** Whether a date says when something is done, rather than how long, since when, or which of several things is meant. */
function saysWhen({ start, end, value }: DateMention, passage: Passage, text: string): boolean {
  const mention = text.slice(start, end);
  if (lasting.test(mention)) return false;
  const before = text.slice(Math.max(passage.start, start - 60), start);
  const after = text.slice(end, Math.min(passage.end, end + 40));
  if (start - passage.start < 60 && dateline.test(before) && datelineEnd.test(after)) return false;
  if (value.includes('/') && /\b(?:from|between)\s+$/i.test(before)) return true;
  if (notThen.test(before) || /^['’]s?\s/.test(after)) return false;
  return placed.test(before) || !qualifies.test(after);
}

function clauseOf(date: DateMention, passage: Passage, words: string): string {
  const before = words.slice(0, date.start - passage.start);
  const from = Math.max(
    before.lastIndexOf('; '),
    before.lastIndexOf(', and '),
    before.lastIndexOf(', but '),
    0,
  );
  let under = '';
  let opened = 0;
  for (const hit of before.slice(from).matchAll(subordinate)) {
    under = hit[1] ?? '';
    opened = from + hit.index;
  }
  const since = before.slice(opened + 1);
  const closed =
    under !== '' && /,\s/.test(since) && tellsOfDoing(since.slice(0, since.lastIndexOf(', ')));
  return closed ? '' : under.toLowerCase();
}

function isClear({ date, under }: Timed, words: string, passage: Passage): boolean {
  if (!/day|minute|month/.test(date.precision) || unsaid.test(under)) return false;
  if (under === '') return hasOwnVerb(date, words, passage);
  return !inQuotation(words, date.start - passage.start);
}

/** Whether a further main clause, after a semicolon or ", and", holds the date with a verb of its own. */
function hasOwnVerb(date: DateMention, words: string, passage: Passage): boolean {
  const before = words.slice(0, date.start - passage.start);
  const from = Math.max(
    before.lastIndexOf('; '),
    before.lastIndexOf(', and '),
    before.lastIndexOf(', but '),
    before.lastIndexOf(' and '),
  );
  return (
    (from >= 0 && tellsOfDoing(before.slice(from))) || /,(?: and)? in [^,]{2,40} on $/.test(before)
  );
}

/** Whether a bare year says no more than what any article of that year would. */
function isBackground(date: DateMention, publishedAt: string | null, count: number): boolean {
  if (date.precision !== 'year') return false;
  return count > 1 || date.value === publishedAt?.slice(0, 4);
}

function inQuotation(words: string, at: number): boolean {
  const before = words.slice(0, at);
  const curly = before.lastIndexOf('“') > before.lastIndexOf('”');
  return curly || (before.split('"').length % 2 === 0 && words.includes('"', at));
}
