/** True where a date, however exact ("2015", "2015-06", "2015-06-23/2015-06-24"), begins after a day. */
export function isAfter(date: string, day: string): boolean {
  const first = dayOrPart(date.split('/')[0] ?? date);
  return first > day.slice(0, first.length);
}

/** True where a date, however exact, is over before a day begins. */
export function isBefore(date: string, day: string): boolean {
  const last = dayOrPart(date.split('/').at(-1) ?? date);
  return last < day.slice(0, last.length);
}

/** A day, a month or a year; of a quarter ("2015-Q3") its last month, of anything else its year. */
function dayOrPart(date: string): string {
  const quarter = /^(\d{4})-Q([1-4])/.exec(date);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`;
  return (/^\d{4}(?:-\d{2}){0,2}(?!\d)/.exec(date)?.[0] ?? date).slice(0, 10);
}
