import type { DateMention } from '../../news/reading.ts';
import type { Attribution } from './attribution.ts';
import { lastStartingBy } from './places.ts';
import type { Unit } from './units.ts';

const nearest = 160;

/** The day on which something was said, ISO 8601: a day named beside the cue and outside the words said; null where none is. */
export function dateSaid(
  units: readonly Unit[],
  attribution: Attribution,
  dates: readonly DateMention[],
): string | null {
  const cue = units[attribution.cue.from]?.start ?? 0;
  const from = Math.max(units[0]?.start ?? 0, cue - nearest);
  const to = Math.min(units.at(-1)?.end ?? 0, cue + nearest);
  let best: DateMention | undefined;
  for (let at = Math.max(0, lastStartingBy(dates, from)); at < dates.length; at++) {
    const date = dates[at];
    if (!date || date.start >= to) break;
    if (date.start < from || (date.precision !== 'day' && date.precision !== 'minute')) continue;
    if (isElsewhere(units, attribution, date.start)) continue;
    if (!best || Math.abs(date.start - cue) < Math.abs(best.start - cue)) best = date;
  }
  return best && /^\d{4}-\d\d-\d\d/.test(best.value) ? best.value.slice(0, 10) : null;
}

/** Whether a place lies in what was said, in a quotation, or in what is told of the speaker between name and cue. */
function isElsewhere(
  units: readonly Unit[],
  { contents, source, cue }: Attribution,
  place: number,
): boolean {
  const within = (from: number, to: number) =>
    (units[from]?.start ?? 0) <= place && place < (units[to - 1]?.end ?? 0);
  if (contents.some((content) => within(content.from, content.to))) return true;
  if (source && source.to < cue.from && within(source.to, cue.from)) return true;
  const unit = units[lastStartingBy(units, place)];
  return !unit || unit.kind === 'quote' || unit.end <= place;
}
