import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { Schedule, Weekday } from '../news/subscription.ts';
import { daysInWords, daysNamed, WEEK } from './weekdays.ts';
import { zoneNamed, zonesLike } from './zone.ts';

const EXAMPLE = 'weekdays 08:30 America/New_York';
const MORE_EXAMPLES = `"${EXAMPLE}", "daily 7:00 and 17:00 Europe/Berlin" or "weekly on Thursday 9am Asia/Tokyo"`;
/** More would be a flood and no digest. */
const MOST_TIMES = 12;

const FILLER = new Set(['every', 'each', 'at', 'on', 'in', 'the', 'and', 'time', 'of', "o'clock"]);
/** A zone's name has at most this many words ("Dumont d'Urville", "Port of Spain"). */
const ZONE_WORDS = 3;

/** What words say of a schedule, and the words left over, in the order typed. */
export interface ScheduleRead {
  readonly schedule: Schedule;
  readonly rest: readonly string[];
}

/**
 * The schedule at the head of words ("weekdays 08:30 17:00 America/New_York"), with what follows its time zone or could
 * not be part of it. Without a time zone in the words it is `usualZone`, and Refusal where there is none.
 */
export function readSchedule(words: string, usualZone?: string): ScheduleRead | Refusal {
  const tokens = words.slice(0, 1_000).replace(/[,;]/g, ' ').split(/\s+/).filter(Boolean);
  const days = new Set<Weekday>();
  const times = new Set<string>();
  let isWeekly = false;
  let timeZone: string | undefined;
  const rest: string[] = [];
  let listsDays = false;

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const word = token.toLowerCase();
    const complete = timeZone !== undefined && times.size > 0 && days.size > 0;
    // Once all is said a day's name may be a topic's, but not in the middle of a list of days.
    const named = complete && !listsDays ? undefined : daysNamed(word);
    if (named !== undefined) {
      for (const day of named) days.add(day);
      listsDays = true;
      continue;
    }
    if (listsDays && FILLER.has(word)) continue;
    listsDays = false;
    if (!complete || (rest.length === 0 && /^\d{1,2}:\d{2}/.test(word))) {
      const clock = timeAt(tokens, at);
      if (clock !== undefined) {
        if (clock.time === undefined) return badTime(token);
        times.add(clock.time);
        at += clock.tokens - 1;
        continue;
      }
    }
    if (!complete) {
      if (word === 'weekly') {
        isWeekly = true;
        continue;
      }
      const zone = timeZone === undefined ? zoneAt(tokens, at) : undefined;
      if (zone !== undefined) {
        timeZone = zone.zone;
        at += zone.tokens - 1;
        continue;
      }
      if (FILLER.has(word)) continue;
    }
    rest.push(token);
  }

  if (times.size === 0) {
    return refuse('The schedule has no time.', `Write one, such as ${MORE_EXAMPLES}.`);
  }
  if (times.size > MOST_TIMES) {
    return refuse(
      `More than ${MOST_TIMES} times a day.`,
      'Name fewer: each digest holds all that is new by then.',
    );
  }
  const inOrder = [...times].sort();
  if (isWeekly && days.size !== 1) return notOneDay(inOrder);
  timeZone ??=
    rest.some(likeAZone) || rest.some((word) => zonesLike(word).length > 0) ? undefined : usualZone;
  if (timeZone === undefined) return missingZone(rest, [...days], inOrder.join(' '));
  const chosen = days.size === 0 ? WEEK : WEEK.filter((day) => days.has(day));
  return { schedule: { days: chosen, times: inOrder, timeZone }, rest };
}

/** Times of day alone ("08:30, 17:00"), in order, each once. */
export function readTimes(words: string): readonly string[] | Refusal {
  const read = readSchedule(`${words} UTC`);
  if (isRefusal(read)) return read;
  const [left] = read.rest;
  return left === undefined ? read.schedule.times : badTime(left);
}

/** A schedule as a person says it: "weekdays at 08:30 and 17:00, America/New_York". */
export function describeSchedule(schedule: Schedule): string {
  return `${daysInWords(schedule.days)} at ${timesInWords(schedule.times)}, ${schedule.timeZone}`;
}

/** Times as a person says them: "08:30, 12:00 and 17:00". */
function timesInWords(times: readonly string[]): string {
  const [last = '', ...others] = times.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** The time at a place, itself undefined where the numbers are none; undefined where there is no time. */
function timeAt(
  tokens: readonly string[],
  at: number,
): { readonly time: string | undefined; readonly tokens: number } | undefined {
  const word = (tokens[at] ?? '').toLowerCase();
  if (word === 'noon') return { time: '12:00', tokens: 1 };
  if (word === 'midnight') return { time: '00:00', tokens: 1 };
  const digits = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::00)?h?([ap]\.?m\.?)?$/.exec(word);
  if (digits === null) return undefined;
  const after = (tokens[at + 1] ?? '').toLowerCase();
  const apart = digits[3] === undefined && /^[ap]\.?m\.?$/.test(after);
  const half = (digits[3] ?? (apart ? after : '')).charAt(0);
  const hour = Number(digits[1]);
  const minute = Number(digits[2] ?? 0);
  const valid = minute < 60 && (half === '' ? hour < 24 : hour >= 1 && hour <= 12);
  const onDial = half === '' ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const time = `${String(onDial).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { time: valid ? time : undefined, tokens: apart ? 2 : 1 };
}

function zoneAt(
  tokens: readonly string[],
  at: number,
): { readonly zone: string; readonly tokens: number } | undefined {
  for (let count = Math.min(ZONE_WORDS, tokens.length - at); count >= 1; count--) {
    const zone = zoneNamed(tokens.slice(at, at + count).join(' '));
    if (zone !== undefined) return { zone, tokens: count };
  }
  return undefined;
}

function badTime(typed: string): Refusal {
  return refuse(`"${typed}" is not a time of day.`, 'Write it as 08:30, 17:05 or 9am.');
}

function notOneDay(times: readonly string[]): Refusal {
  return refuse(
    'A weekly digest comes on one day of the week.',
    `Name it, such as "weekly on Monday ${times.join(' ')}"; without "weekly" there may be several days.`,
  );
}

function likeAZone(word: string): boolean {
  return /[/+]|^(?:utc|gmt)/i.test(word);
}

function missingZone(rest: readonly string[], days: readonly Weekday[], times: string): Refusal {
  const said = days.length === 0 ? times : `${daysInWords(days)} ${times}`;
  for (const word of rest) {
    const near = zonesLike(word);
    const [first] = near;
    if (first === undefined) continue;
    return refuse(
      `"${shortened(word)}" is not a time zone that I know.`,
      `Did you mean ${near.join(' or ')}? Write for example "${said} ${first}".`,
    );
  }
  const meant = rest.find(likeAZone);
  return refuse(
    meant === undefined
      ? 'The schedule has no time zone.'
      : `"${shortened(meant)}" is not a time zone that I know.`,
    `Name it by place, such as "${said} America/New_York", "${said} Europe/Berlin" or "${said} UTC".`,
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
