import { parseDays } from '../briefing/days.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { QuietDays } from '../news/subscription.ts';

const MOST_STRETCHES = 20;
const LONGEST_STRETCH_DAYS = 366;
const DAY_MS = 86_400_000;

const EXAMPLE =
  'Write days such as 24 Dec to 2 Jan, 2026-05-01; a day without a year is the next such.';

/**
 * The quiet days that words name ("24 Dec to 2 Jan, 2026-05-01"), in order; a day without a year is the next such from
 * `today` (ISO 8601) on. Refusal for words that are no day, days that are over, and more than anybody needs.
 */
export function readQuietDays(words: string, today: string): readonly QuietDays[] | Refusal {
  const quiet: QuietDays[] = [];
  for (const stretch of words.split(/[,;]|\band\b/i).filter((part) => part.trim() !== '')) {
    const read = readStretch(stretch, today);
    if (isRefusal(read)) return read;
    quiet.push(read);
  }
  if (quiet.length > MOST_STRETCHES) {
    return refuse(
      `More than ${MOST_STRETCHES} stretches of quiet days.`,
      'Put neighbours together, and leave out what is over.',
    );
  }
  return quiet.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The stretches that are not over in any time zone on a day of UTC (ISO 8601). */
export function stillQuiet(quiet: readonly QuietDays[], today: string): readonly QuietDays[] {
  const yesterday = new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10);
  return quiet.filter(({ to }) => to >= yesterday);
}

/** Quiet days as a person says them and as `readQuietDays` reads them: "2026-12-24 to 2027-01-02, 2027-05-01". */
export function describeQuietDays(quiet: readonly QuietDays[]): string {
  return quiet.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ');
}

function readStretch(words: string, today: string): QuietDays | Refusal {
  const typed = words.trim().slice(0, 80);
  const [first = '', second, ...more] = typed.split(
    /\s+(?:to|until|till|[-–—])\s+|\s*(?:\.\.+|…|[–—])\s*|\/(?=\d{4}-)/i,
  );
  const start = parseDays(first, today);
  const end = second === undefined ? start : parseDays(second, today);
  if (isRefusal(start) || isRefusal(end) || more.length > 0) {
    return refuse(`"${typed}" is not a day that I can read.`, EXAMPLE);
  }
  const from = comingFrom(start.from, today);
  const to = comingFrom(second === undefined ? start.to : end.to, from);
  if (stillQuiet([{ from, to }], today).length === 0) return refuse(`"${typed}" is over.`, EXAMPLE);
  const length = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (!(length >= 1)) return refuse(`"${typed}" ends before it begins.`, EXAMPLE);
  if (length > LONGEST_STRETCH_DAYS) {
    return refuse(`"${typed}" is longer than a year.`, 'To stop the digest, type /digest off.');
  }
  return { from, to };
}

/** A day typed without a year is the next such day from another day on. */
function comingFrom(day: string, from: string): string {
  if (!day.startsWith('--')) return day;
  const year = Number(from.slice(0, 4));
  // 29 February is at most eight years away.
  for (let ahead = 0; ahead <= 8; ahead++) {
    const dated = `${year + ahead}${day.slice(1)}`;
    if (dated >= from && new Date(`${dated}T00:00:00Z`).toISOString().startsWith(dated))
      return dated;
  }
  return `${year}${day.slice(1)}`;
}
