import type { DateMention, Passage } from '../../news/reading.ts';
import type { Day } from './calendar.ts';
import { dayRules } from './days.ts';
import { type Direction, directionAt } from './direction.ts';
import { monthRules } from './months.ts';
import { namedRules } from './named.ts';
import { periodRules } from './periods.ts';
import { publishedDay } from './published.ts';
import { relativeRules } from './relative.ts';
import { type Mentioned, type Place, type Rule, standsAlone } from './rule.ts';

const rules: readonly Rule[] = [
  ...dayRules,
  ...monthRules,
  ...periodRules,
  ...relativeRules,
  ...namedRules,
];

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly rule: Rule;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const nearby = 40;
const view = 160;

/**
 * The calendar dates that a text mentions, in order, none overlapping, each resolved against the day of publication as
 * exactly as its words are: weeks, quarters and decades as ranges from first to last. Tables of rules over regular
 * expressions with the tense of the sentence for the direction, after HeidelTime (Strötgen and Gertz 2010) and SUTime
 * (Chang and Manning 2012); extents as in TIMEX3. Where `publishedAt` is null, only what stands fully in the text.
 */
export function findDates(
  text: string,
  publishedAt: string | null,
  passages: readonly Passage[],
): DateMention[] {
  const today = publishedDay(publishedAt);
  const isPerson = personsIn(text);
  const found: DateMention[] = [];
  let mentioned: Mentioned | null = null;
  let passage = 0;
  let until = 0;
  for (const { start, end, rule, groups } of candidatesIn(text)) {
    if (start < until || !standsAlone(text, start, end)) continue;
    while (passage < passages.length - 1 && (passages[passage]?.end ?? 0) <= start) passage++;
    const around = passages[passage] ?? { start: 0, end: text.length };
    const place: Place = {
      today,
      mentioned,
      isPerson,
      before: text.slice(Math.max(0, start - nearby), start),
      after: text.slice(end, end + nearby),
      direction: () => directionIn(text, start, end, around),
    };
    const dated = rule.resolve(groups, place);
    if (!dated) continue;
    found.push({ start, end, value: dated.value, precision: dated.precision });
    until = end;
    mentioned = { day: firstDay(dated.value), precision: dated.precision };
  }
  return found;
}

function firstDay(value: string): Day {
  const [year = 1, month = 1, day = 1] = value.slice(0, 10).split(/[-/]/).map(Number);
  return /^\d{4}-\d{2}-\d{2}/.test(value)
    ? { year, month, day }
    : { year, month: /^\d{4}-\d{2}/.test(value) ? month : 1, day: 1 };
}

function directionIn(text: string, start: number, end: number, around: Passage): Direction {
  const before = text.slice(Math.max(Math.min(around.start, start), start - view), start);
  const after = text.slice(end, Math.min(Math.max(around.end, end), end + view));
  return directionAt(before, after);
}

function candidatesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const rule of rules) {
    for (const hit of text.matchAll(rule.pattern)) {
      found.push({
        start: hit.index,
        end: hit.index + hit[0].length,
        rule,
        groups: hit.groups ?? {},
      });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function personsIn(text: string): (word: string) => boolean {
  let persons: Set<string> | null = null;
  return (word) => {
    persons ??= new Set(
      Array.from(
        text.matchAll(
          /(?:\b(?:Mr|Mrs|Ms|Miss|Dr)\.?|Minister|President|Senator|Theresa|\bBrian|\bFredric)\s+(April|May|June|March|August)\b|\b(April|May|June|August)\s+(?!of\b)(?:\p{Lu}\p{Ll}+)\s+(?:said|told|is|was)\b/gu,
        ),
        (hit) => hit[1] ?? hit[2] ?? '',
      ),
    );
    return persons.has(word);
  };
}
