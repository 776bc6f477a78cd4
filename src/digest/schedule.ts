import { type Refusal, refuse } from '../news/refusal.ts';
import type { Schedule, Weekday } from '../news/subscription.ts';
import { daysInWords, daysNamed, WEEK } from './weekdays.ts';
import { zoneNamed, zonesLike } from './zone.ts';

const EXAMPLE = 'weekdays 08:30 America/New_York';
const MORE_EXAMPLES = `"${EXAMPLE}", "daily 7:00 Europe/Berlin" or "mon, thu 9am Asia/Tokyo"`;

const FILLER = new Set(['every', 'each', 'at', 'on', 'in', 'the', 'and', 'time', 'of', "o'clock"]);
/** A zone's name has at most this many words ("Dumont d'Urville", "Port of Spain"). */
const ZONE_WORDS = 3;

/** What words say of a schedule, and the words left over, in the order typed. */
export interface ScheduleRead {
  readonly schedule: Schedule;
  readonly rest: readonly string[];
}

/** The schedule at the head of words ("weekdays 08:30 America/New_York"; the time zone is required), with what follows its time zone or could not be part of it. */
export function readSchedule(words: string): ScheduleRead | Refusal {
  const tokens = words.slice(0, 1_000).replace(/[,;]/g, ' ').split(/\s+/).filter(Boolean);
  const days = new Set<Weekday>();
  let time: string | undefined;
  let timeZone: string | undefined;
  const rest: string[] = [];
  let listsDays = false;

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const word = token.toLowerCase();
    const complete = timeZone !== undefined && time !== undefined && days.size > 0;
    // Once all is said a day's name may be a topic's, but not in the middle of a list of days.
    const named = complete && !listsDays ? undefined : daysNamed(word);
    if (named !== undefined) {
      for (const day of named) days.add(day);
      listsDays = true;
      continue;
    }
    if (listsDays && FILLER.has(word)) continue;
    listsDays = false;
    if (!complete) {
      const clock = timeAt(tokens, at);
      if (clock !== undefined) {
        if (clock.time === undefined) return badTime(token);
        if (time !== undefined && time !== clock.time) return secondTime(time, clock.time);
        time = clock.time;
        at += clock.tokens - 1;
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

  if (time === undefined) {
    return refuse('The schedule has no time.', `Write one, such as ${MORE_EXAMPLES}.`);
  }
  if (timeZone === undefined) return missingZone(rest, [...days], time);
  const chosen = days.size === 0 ? WEEK : WEEK.filter((day) => days.has(day));
  return { schedule: { days: chosen, time, timeZone }, rest };
}

/** A schedule as a person says it: "weekdays at 08:30, America/New_York". */
export function describeSchedule(schedule: Schedule): string {
  return `${daysInWords(schedule.days)} at ${schedule.time}, ${schedule.timeZone}`;
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

function secondTime(one: string, other: string): Refusal {
  return refuse(
    `A digest comes once a day, and two times are given: ${one} and ${other}.`,
    `Choose one, such as "${EXAMPLE}".`,
  );
}

function missingZone(rest: readonly string[], days: readonly Weekday[], time: string): Refusal {
  const said = days.length === 0 ? time : `${daysInWords(days)} ${time}`;
  for (const word of rest) {
    const near = zonesLike(word);
    const [first] = near;
    if (first === undefined) continue;
    return refuse(
      `"${shortened(word)}" is not a time zone that I know.`,
      `Did you mean ${near.join(' or ')}? Write for example "${said} ${first}".`,
    );
  }
  const likeAZone = rest.find((word) => /[/+]|^(?:utc|gmt)/i.test(word));
  return refuse(
    likeAZone === undefined
      ? 'The schedule has no time zone.'
      : `"${shortened(likeAZone)}" is not a time zone that I know.`,
    `Name it by place, such as "${said} America/New_York", "${said} Europe/Berlin" or "${said} UTC".`,
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
