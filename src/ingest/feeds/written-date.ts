import { two, zoneOffset } from '../date-zone.ts';

/** A clock time as far as a text gives it. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** Undefined where the text ends at the minute. */
  readonly second: number | undefined;
}

/** A year of two digits is of 1950 to 2049, of three since 1900: RFC 5322, 4.3. */
export function fullYear(digits = ''): number {
  const year = Number(digits);
  if (digits.length === 2) return year + (year < 50 ? 2000 : 1900);
  return digits.length === 3 ? year + 1900 : year;
}

/** True for a day that the calendar has, in the years 1 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}

/** A day as ISO 8601. */
export function writtenDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function dayAfter(year: number, month: number, day: number): readonly [number, number, number] {
  const next = new Date(Date.UTC(2000, 0, 1));
  next.setUTCFullYear(year, month - 1, day + 1);
  return [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()];
}

/**
 * An instant as ISO 8601; without `zone` a clock time alone. Undefined where day, time or zone cannot be.
 * Midnight as 24:00 is the next day's; a leap second is told as the second before it, which clocks know.
 */
export function writtenInstant(
  [year, month, day]: readonly [year: number, month: number, day: number],
  time: ClockTime,
  zone: string | undefined,
): string | undefined {
  const { hour, minute, second } = time;
  if (!isDay(year, month, day)) return undefined;
  if (hour === 24 && minute === 0 && (second ?? 0) === 0) {
    return writtenInstant(dayAfter(year, month, day), { ...time, hour: 0 }, zone);
  }
  if (hour > 23 || minute > 59 || (second ?? 0) > 60) return undefined;
  const clock = { year, month, day, hour, minute, second: Math.min(second ?? 0, 59) };
  const offset = zone === undefined ? '' : zoneOffset(zone, clock);
  if (offset === undefined) return undefined;
  const seconds = second === undefined ? '' : `:${two(clock.second)}`;
  return `${writtenDay(year, month, day)}T${two(hour)}:${two(minute)}${seconds}${offset}`;
}
