import type { Feed, FeedHealth, FeedTrouble } from '../../news/feed.ts';
import type { Refusal } from '../../news/refusal.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Between two looks, in milliseconds: at first, at least, and at most however rarely a feed has something. */
const AT_FIRST = 15 * MINUTE;
const MOST_OFTEN = 10 * MINUTE;
const LEAST_OFTEN = 6 * HOUR;
/** How many looks fall between two entries, by a feed's habit. */
const LOOKS_AN_ENTRY = 3;
/** The longest that a feed's own wish, or a run of failures, puts off the next look. */
const LONGEST_WAIT = DAY;
/** So many entries at least make a habit. */
const HABIT_ENTRIES = 4;
/** Silent for so many habits, for so many of its longest gaps, and for so many days at least, is fallen silent. */
const HABITS = 6;
const LONGEST_GAPS = 2;
const LEAST_SILENCE = 4 * DAY;
/** Failing for less long is nobody's business but the poller's. */
const WORTH_TELLING = DAY;
/** By how much of the wait the next look is moved, so that feeds added together drift apart. */
const JITTER = 0.1;

/** A health before the first look, which is due at once. */
export function newHealth(now: string): FeedHealth {
  return {
    ...{ dueAt: now, askedAt: null, answeredAt: null, newAt: null, habit: null, patience: null },
    ...{ problem: null, failingSince: null, failures: 0, told: null },
  };
}

/** What an answer said beside its entries. */
export interface Answer {
  /** When its entries were published, as far as they say; ISO 8601, in any order. Null where nothing has changed. */
  readonly published: readonly string[] | null;
  readonly anythingNew: boolean;
  /** How long its host asks for it to be left alone, in minutes; null where it doesn't say. */
  readonly freshMinutes: number | null;
  /** How long the feed itself does; null where it doesn't say, or where nothing has changed: then it asks as before. */
  readonly restMinutes: number | null;
}

/** The health after an answer; `chance`, 0 to 1, decides the jitter. */
export function answered(
  health: FeedHealth,
  answer: Answer,
  now: string,
  chance: number,
): FeedHealth {
  const { rest: restBefore, ...others } = health;
  const { habit, patience } = answer.published === null ? health : habitOf(answer.published, now);
  const rest = answer.published === null ? restBefore : (answer.restMinutes ?? undefined);
  const asked = Math.max(rest ?? 0, answer.freshMinutes ?? 0) * MINUTE;
  const wait = Math.max(
    Math.min(asked, LONGEST_WAIT),
    habit === null ? AT_FIRST : clamp((habit * MINUTE) / LOOKS_AN_ENTRY, MOST_OFTEN, LEAST_OFTEN),
  );
  return {
    ...others,
    ...(rest !== undefined && { rest }),
    ...{ habit, patience, askedAt: now, answeredAt: now, dueAt: later(now, wait, chance) },
    newAt: answer.anythingNew ? now : health.newAt,
    ...{ problem: null, failingSince: null, failures: 0 },
  };
}

/**
 * The health after an answer that was none. Each failure doubles the wait, up to a day; a feed is asked again for as
 * long as it is followed, unless it said that it is gone for good. `waitSeconds` is how long the host asks to be left alone.
 */
export function failed(
  health: FeedHealth,
  failure: { readonly problem: Refusal; readonly gone: boolean; readonly waitSeconds?: number },
  now: string,
  chance: number,
): FeedHealth {
  const failures = health.failures + 1;
  const backOff = Math.min(AT_FIRST * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT);
  const wait = Math.max(backOff, (failure.waitSeconds ?? 0) * 1000);
  return {
    ...health,
    ...{ askedAt: now, failures, problem: failure.problem },
    dueAt: failure.gone ? null : later(now, wait, chance),
    failingSince: health.failingSince ?? now,
  };
}

/** What whoever added a feed should know at an instant; null where there is nothing. */
export function troubleOf({ addedAt, health }: Feed, now: string): FeedTrouble | null {
  if (health.dueAt === null) return 'gone';
  if (health.failingSince !== null) {
    return since(health.failingSince, now) >= WORTH_TELLING ? 'failing' : null;
  }
  if (health.patience === null || health.askedAt === null) return null;
  return since(health.newAt ?? addedAt, now) > health.patience * MINUTE ? 'silent' : null;
}

/** A feed's mean gap between entries, and how long it may be silent without anybody wondering, in minutes. */
function habitOf(
  published: readonly string[],
  now: string,
): Pick<FeedHealth, 'habit' | 'patience'> {
  const times = published
    .map((text) => Date.parse(text))
    .filter((time) => time <= Date.parse(now) + DAY)
    .sort((one, other) => one - other);
  if (times.length < HABIT_ENTRIES) return { habit: null, patience: null };
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const silence = Math.max(HABITS * mean, LONGEST_GAPS * Math.max(...gaps), LEAST_SILENCE);
  return { habit: Math.ceil(mean / MINUTE), patience: Math.ceil(silence / MINUTE) };
}

function later(now: string, wait: number, chance: number): string {
  // Only ever later: what a host asks for is the least.
  return new Date(Date.parse(now) + wait * (1 + JITTER * chance)).toISOString();
}

function since(instant: string, now: string): number {
  return Date.parse(now) - Date.parse(instant);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
