import { Temporal } from 'temporal-polyfill';
import type { Schedule, Weekday } from '../news/subscription.ts';

/** Longest stretch without a slot: a week, and a day for a zone that skips one at the date line. */
const DAYS_TO_LOOK = 8;

/** The first slot strictly after an instant; both ISO 8601 in UTC with milliseconds. */
export function nextSlot(schedule: Schedule, after: string): string {
  const from = Date.parse(after);
  const today = localDate(schedule, from);
  for (let day = -1; day <= DAYS_TO_LOOK; day++) {
    const slot = slotOn(schedule, today.add({ days: day }));
    if (slot !== undefined && slot > from) return new Date(slot).toISOString();
  }
  throw new Error(`A schedule without days: ${JSON.stringify(schedule)}`);
}

/** The last slot at or before an instant; both ISO 8601 in UTC with milliseconds. */
export function lastSlot(schedule: Schedule, atOrBefore: string): string {
  const until = Date.parse(atOrBefore);
  const today = localDate(schedule, until);
  for (let day = 0; day <= DAYS_TO_LOOK; day++) {
    const slot = slotOn(schedule, today.subtract({ days: day }));
    if (slot !== undefined && slot <= until) return new Date(slot).toISOString();
  }
  throw new Error(`A schedule without days: ${JSON.stringify(schedule)}`);
}

function localDate(schedule: Schedule, epochMilliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(schedule.timeZone)
    .toPlainDate();
}

/**
 * The slot of a local day, in epoch milliseconds; undefined on a day that is not chosen.
 * A time that the clock skips falls on the first moment after the gap, even where that is the next day
 * (a zone that skips a day at the date line); a time that comes twice, on its first coming.
 */
function slotOn(schedule: Schedule, date: Temporal.PlainDate): number | undefined {
  if (!schedule.days.includes(date.dayOfWeek as Weekday)) return undefined;
  const wanted = date.toPlainDateTime(schedule.time);
  const found = wanted.toZonedDateTime(schedule.timeZone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // A moment on, because a transition does not precede itself.
  const gap = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (gap ?? found).epochMilliseconds;
}
