import type { Schedule } from '../../src/news/subscription.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock in a zone shows at an instant, as if that were UTC, in milliseconds; by Intl alone. */
function shownAt(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric' },
    });
  clocks.set(timeZone, clock);
  const [month = 0, day, year = 0, hour, minute] = clock.format(at).split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}

/**
 * The slots of a schedule after an instant and up to another (epoch milliseconds), found by watching the wall clock
 * minute by minute: a slot is the minute in which the clock first shows a wanted time, or has jumped past it.
 */
export function watchedSlots(schedule: Schedule, after: number, upTo: number): readonly number[] {
  const { timeZone } = schedule;
  const slots: number[] = [];
  const begins = Math.floor(after / HOUR_MS) * HOUR_MS - DAY_MS;
  let furthest = shownAt(begins, timeZone);
  for (let hour = begins; hour <= upTo; hour += HOUR_MS) {
    const shown = shownAt(hour, timeZone);
    const isEven = shownAt(hour + HOUR_MS, timeZone) - shown === HOUR_MS;
    for (let minute = 0; minute < 60; minute += 1) {
      const at = hour + minute * MINUTE_MS;
      // Within an hour in which the clock does not change it shows what it showed, and the minutes since.
      const now = isEven ? shown + minute * MINUTE_MS : shownAt(at, timeZone);
      const isSlot = now > furthest && passesWanted(schedule, furthest, now);
      furthest = Math.max(furthest, now);
      if (isSlot && at > after && at <= upTo) slots.push(at);
    }
  }
  return slots;
}

/** Whether a wall clock that goes from one moment to another comes to a wanted time, or jumps over one. */
function passesWanted({ days, times, quiet = [] }: Schedule, from: number, to: number): boolean {
  for (let shown = from + MINUTE_MS; shown <= to; shown += MINUTE_MS) {
    const [day = '', time = ''] = new Date(shown).toISOString().split('T');
    if (!times.includes(time.slice(0, 5))) continue;
    const weekday = new Date(shown).getUTCDay() || 7;
    if (!days.some((chosen) => chosen === weekday)) continue;
    if (!quiet.some((stretch) => stretch.from <= day && day <= stretch.to)) return true;
  }
  return false;
}
