const DAY_SECONDS = 86_400;
/** What a host that is busy and doesn't say for how long is left alone for. */
const BUSY_SECONDS = 300;

/** How long to leave a host alone, in seconds, by its Retry-After: a number of seconds or a date; a day at most. */
export function retryAfter(header: string | null, now: number): number {
  if (header === null) return BUSY_SECONDS;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  if (Number.isNaN(seconds)) return BUSY_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 1), DAY_SECONDS);
}

/** How long an answer holds, in seconds, by Cache-Control or else Expires (RFC 9111); null where neither says. */
export function freshFor(
  cacheControl: string | null,
  expires: string | null,
  now: number,
): number | null {
  if (/\bno-(?:cache|store)\b/i.test(cacheControl ?? '')) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(cacheControl ?? '')?.[1];
  if (maxAge !== undefined) return Number(maxAge);
  const until = expires === null ? Number.NaN : Date.parse(expires);
  return Number.isNaN(until) ? null : Math.max(0, Math.floor((until - now) / 1000));
}
