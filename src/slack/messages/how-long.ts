import { sayDay } from './day.ts';

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
/** Beyond this many days a date says more than a count of days. */
const MOST_DAYS = 14;

/** When something was, seen from an instant: "just now", "12 minutes ago", "on 3 November 2026". */
export function sayAgo(iso: string, now: string): string {
  const minutes = minutesBetween(iso, now);
  if (minutes < 1) return 'just now';
  return minutes > MOST_DAYS * DAY ? `on ${sayDay(iso)}` : `${sayMinutes(minutes)} ago`;
}

/** When something will be, seen from an instant: "now", "in 12 minutes", "on 3 December 2026". */
export function sayAhead(iso: string, now: string): string {
  const minutes = minutesBetween(now, iso);
  if (minutes < 1) return 'now';
  return minutes > MOST_DAYS * DAY ? `on ${sayDay(iso)}` : `in ${sayMinutes(minutes)}`;
}

/** For how long something has been so: "for 3 hours", "since 3 November 2026". */
export function sayFor(iso: string, now: string): string {
  const minutes = minutesBetween(iso, now);
  return minutes > MOST_DAYS * DAY ? `since ${sayDay(iso)}` : `for ${sayMinutes(minutes)}`;
}

/** How often, of the minutes between two: "about 3 a day", "about one a week". */
export function sayHabit(minutes: number): string {
  const spans = [
    ['an hour', HOUR],
    ['a day', DAY],
    ['a week', 7 * DAY],
    ['a month', 30 * DAY],
  ] as const;
  for (const [span, length] of spans) {
    const times = length / Math.max(minutes, 1);
    if (times >= 1.5) return `about ${Math.round(times)} ${span}`;
    if (times >= 0.75) return `about one ${span}`;
  }
  return 'less than one a month';
}

function sayMinutes(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < HOUR) return count(Math.floor(minutes), 'minute');
  if (minutes < 2 * DAY) return count(Math.floor(minutes / HOUR), 'hour');
  return count(Math.floor(minutes / DAY), 'day');
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MINUTE;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
