const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;

function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
}

/**
 * A date of publication as the corpus keeps it: the day, or the instant with its offset.
 * A time without an offset says no instant, so the day is kept. Undefined where there is no such date.
 */
export function publishedFrom(text: string): string | undefined {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const [, day, hour, minute, second = '00', offset] = INSTANT.exec(trimmed) ?? [];
  if (day === undefined || hour === undefined || minute === undefined || !isDay(day)) return;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return;
  if (offset === undefined) return day;
  const zone = /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return `${day}T${hour}:${minute}:${second}${zone}`;
}
