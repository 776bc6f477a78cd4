import { Temporal } from 'temporal-polyfill';
import type { QuietDays, Schedule, Weekday } from '../news/subscription.ts';

/** Longest stretch without a slot beside quiet days: a week, and a day for a zone that skips one at the date line. */
const DAYS_TO_LOOK = 8;
const DAY_MS = 86_400_000;

/** The first slot strictly after an instant; both ISO 8601 in UTC with milliseconds. */
export function nextSlot(schedule: Schedule, after: string): string {
  const from = Date.parse(after);
  const today = localDate(schedule, from);
  for (let day = -1; day <= daysToLook(schedule); day++) {
    const slot = slotsOn(schedule, today.add({ days: day })).find((one) => one > from);
    if (slot !== undefined) return new Date(slot).toISOString();
  }
  throw new Error(`A schedule without days or times: ${JSON.stringify(schedule)}`);
}

/** The last slot at or before an instant; both ISO 8601 in UTC with milliseconds. */
export function lastSlot(schedule: Schedule, atOrBefore: string): string {
  const until = Date.parse(atOrBefore);
  const today = localDate(schedule, until);
  for (let day = 0; day <= daysToLook(schedule); day++) {
    const slots = slotsOn(schedule, today.subtract({ days: day }));
    const slot = slots.findLast((one) => one <= until);
    if (slot !== undefined) return new Date(slot).toISOString();
  }
  throw new Error(`A schedule without days or times: ${JSON.stringify(schedule)}`);
}

/** The latest slots strictly between two instants (ISO 8601), oldest first, at most so many. */
export function slotsBetween(
  schedule: Schedule,
  after: string,
  before: string,
  most: number,
): readonly string[] {
  const found: string[] = [];
  for (let at = before; found.length < most; ) {
    at = lastSlot(schedule, new Date(Date.parse(at) - 1).toISOString());
    if (Date.parse(at) <= Date.parse(after)) break;
    found.unshift(at);
  }
  return found;
}

function localDate(schedule: Schedule, epochMilliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(schedule.timeZone)
    .toPlainDate();
}

/** A stretch of quiet days takes up to a week less a day more than its length: the days around it are not chosen. */
function daysToLook({ quiet = [] }: Schedule): number {
  const lengthOf = ({ from, to }: QuietDays) => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return quiet.reduce((sum, days) => sum + Math.max(0, lengthOf(days)) + 6, DAYS_TO_LOOK);
}

/**
 * The slots of a local day in order, in epoch milliseconds; none on a day that is not chosen, or quiet.
 * A time that the clock skips falls on the first moment after the gap, even where that is the next day
 * (a zone that skips a day at the date line), and two such times are one slot; a time that comes twice counts
 * on its first coming.
 */
function slotsOn(schedule: Schedule, date: Temporal.PlainDate): readonly number[] {
  if (!schedule.days.includes(date.dayOfWeek as Weekday)) return [];
  const day = date.toString();
  if (schedule.quiet?.some(({ from, to }) => from <= day && day <= to)) return [];
  const slots = schedule.times.map((time) => slotAt(date.toPlainDateTime(time), schedule.timeZone));
  return [...new Set(slots)].sort((one, other) => one - other);
}

function slotAt(wanted: Temporal.PlainDateTime, timeZone: string): number {
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // A moment on, because a transition does not precede itself.
  const gap = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (gap ?? found).epochMilliseconds;
}
