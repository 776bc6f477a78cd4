// Hours from UTC within which nearly all newspapers are written.
const FURTHEST_WEST = 9;
const FURTHEST_EAST = 13;

/**
 * A date in UTC says another day than its readers had; where the address names the day before or after, the day
 * counts. The same instant with its own offset, given elsewhere on the page, says both.
 */
export function inItsOwnDay(
  instant: string,
  others: readonly string[],
  dayOfAddress: string | undefined,
): string {
  if (!instant.endsWith('Z') && !instant.endsWith('+00:00')) return instant;
  const moment = Date.parse(instant);
  const local = others.find(
    (other) =>
      /[+-]\d\d:\d\d$/.test(other) &&
      !other.endsWith('+00:00') &&
      Math.abs(Date.parse(other) - moment) < 60_000,
  );
  if (local !== undefined) return local;
  if (dayOfAddress === undefined || instant.startsWith(dayOfAddress)) return instant;
  const hours = (moment - Date.parse(`${dayOfAddress}T00:00:00Z`)) / 3_600_000;
  return hours >= -FURTHEST_EAST && hours < 24 + FURTHEST_WEST ? dayOfAddress : instant;
}
