/** A day of the Gregorian calendar; `month` is 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const millisecondsADay = 86_400_000;

function serial({ year, month, day }: Day): number {
  return Math.round(Date.UTC(year, month - 1, day) / millisecondsADay);
}

function fromSerial(number: number): Day {
  const date = new Date(number * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day that many days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return fromSerial(serial(day) + count);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** The first of the month that many months later. */
export function addMonths({ year, month }: Day, count: number): Day {
  const index = year * 12 + month - 1 + count;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(serial(day) * millisecondsADay).getUTCDay() + 6) % 7;
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

/** Whether the calendar has such a day. */
export function exists({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** "2015-06-22". */
export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth({ year, month })}-${pad(day, 2)}`;
}

/** "2015-06". */
export function isoMonth({ year, month }: { year: number; month: number }): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

/** "2015". */
export function isoYear(year: number): string {
  return pad(year, 4);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** Easter Sunday, by the anonymous Gregorian computus (Meeus 1991). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 };
}
