import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastSlot, nextSlot } from '../../src/digest/slots.ts';
import type { Schedule, Weekday } from '../../src/news/subscription.ts';

const DAY_MS = 86_400_000;
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function daily(time: string, timeZone: string, days: readonly Weekday[] = EVERY_DAY): Schedule {
  return { days, times: [time], timeZone };
}

function slots(schedule: Schedule, from: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; found.length < count; ) {
    at = nextSlot(schedule, at);
    found.push(at);
  }
  return found;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** An instant on a wall clock ("2026-03-08 02:30"), by Intl alone. */
function wall(at: number, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return `${year}-${month}-${day} ${parts.get('hour')}:${parts.get('minute')}`;
}

/** The chosen calendar days from one on. */
function* chosenDays(from: string, chosen: readonly number[]): Generator<string> {
  for (let at = Date.parse(from); ; at += DAY_MS) {
    const date = new Date(at);
    if (chosen.includes(date.getUTCDay() || 7)) yield date.toISOString().slice(0, 10);
  }
}

describe('the slots of a schedule', () => {
  test('keep the wall clock through both changes of summer time', () => {
    const morning = daily('08:30', 'America/New_York');
    expect(slots(morning, '2026-03-07T00:00:00Z', 3)).toEqual([
      '2026-03-07T13:30:00.000Z',
      '2026-03-08T12:30:00.000Z',
      '2026-03-09T12:30:00.000Z',
    ]);
    expect(slots(morning, '2026-10-31T00:00:00Z', 3)).toEqual([
      '2026-10-31T12:30:00.000Z',
      '2026-11-01T13:30:00.000Z',
      '2026-11-02T13:30:00.000Z',
    ]);
  });

  test('take the first moment after the gap for a time that the clock skips', () => {
    expect(slots(daily('02:30', 'America/New_York'), '2026-03-07T12:00:00Z', 2)).toEqual([
      '2026-03-08T07:00:00.000Z',
      '2026-03-09T06:30:00.000Z',
    ]);
  });

  test('take the first of a time that comes twice, once', () => {
    expect(slots(daily('01:30', 'America/New_York'), '2026-10-31T12:00:00Z', 2)).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-02T06:30:00.000Z',
    ]);
  });

  test('hold for a change of half an hour, and for midnight skipped', () => {
    expect(slots(daily('02:10', 'Australia/Lord_Howe'), '2026-10-03T00:00:00Z', 1)).toEqual([
      '2026-10-03T15:30:00.000Z',
    ]);
    expect(slots(daily('00:00', 'Africa/Cairo'), '2026-04-23T12:00:00Z', 1)).toEqual([
      '2026-04-23T22:00:00.000Z',
    ]);
  });

  test('come once on the first moment after a day that the date line took', () => {
    expect(slots(daily('08:30', 'Pacific/Apia'), '2011-12-29T12:00:00Z', 4)).toEqual([
      '2011-12-29T18:30:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-30T18:30:00.000Z',
      '2011-12-31T18:30:00.000Z',
    ]);
  });

  test('stay on the weekdays of their own zone, not of UTC', () => {
    const tokyo = daily('07:00', 'Asia/Tokyo', [1, 2, 3, 4, 5]);
    expect(slots(tokyo, '2026-11-19T00:00:00Z', 3)).toEqual([
      '2026-11-19T22:00:00.000Z',
      '2026-11-22T22:00:00.000Z',
      '2026-11-23T22:00:00.000Z',
    ]);
  });

  test('come several times a day, and once where the clock skips over two of them', () => {
    const schedule = { ...daily('', 'America/New_York'), times: ['02:10', '02:50', '17:00'] };
    expect(slots(schedule, '2026-03-07T23:00:00Z', 5)).toEqual([
      '2026-03-08T07:00:00.000Z',
      '2026-03-08T21:00:00.000Z',
      '2026-03-09T06:10:00.000Z',
      '2026-03-09T06:50:00.000Z',
      '2026-03-09T21:00:00.000Z',
    ]);
  });

  test('leave out quiet days, on the calendar of their own zone', () => {
    const quiet = [{ from: '2026-12-24', to: '2027-01-02' }];
    const tokyo = { ...daily('07:00', 'Asia/Tokyo'), quiet };
    expect(slots(tokyo, '2026-12-22T00:00:00Z', 2)).toEqual([
      '2026-12-22T22:00:00.000Z',
      '2027-01-02T22:00:00.000Z',
    ]);
    expect(lastSlot(tokyo, '2027-01-02T21:59:00Z')).toBe('2026-12-22T22:00:00.000Z');
    expect(nextSlot({ ...tokyo, days: [1] }, '2026-12-22T00:00:00Z')).toBe(
      '2027-01-03T22:00:00.000Z',
    );
  });

  test('are found beyond quiet days that took two weeks from a weekly one', () => {
    const quiet = [{ from: '2016-05-22', to: '2016-05-29' }];
    const sundays = { ...daily('03:30', 'UTC', [7]), quiet };
    expect(lastSlot(sundays, '2016-06-04T12:00:00Z')).toBe('2016-05-15T03:30:00.000Z');
    expect(nextSlot(sundays, '2016-05-15T12:00:00Z')).toBe('2016-06-05T03:30:00.000Z');
  });

  test('leave out the instant itself ahead and take it behind', () => {
    const noon = daily('12:00', 'UTC');
    const slot = '2026-05-05T12:00:00.000Z';
    expect(nextSlot(noon, slot)).toBe('2026-05-06T12:00:00.000Z');
    expect(lastSlot(noon, slot)).toBe(slot);
    expect(lastSlot(noon, '2026-05-05T11:59:59.999Z')).toBe('2026-05-04T12:00:00.000Z');
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
const days = fc.subarray([...EVERY_DAY], { minLength: 1 });
const clockTime = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
// Clocks change in the small hours, on the hour: half of the times are drawn there.
const times = fc.oneof(
  fc.integer({ min: 0, max: 1_439 }).map(clockTime),
  fc.integer({ min: 0, max: 8 }).map((halves) => clockTime(halves * 30)),
);
// No zone has skipped a whole day since 2011; the slots above show what then happens.
const instants = fc
  .integer({ min: Date.parse('2012-01-01'), max: Date.parse('2037-01-01') })
  .map((at) => new Date(at).toISOString());

describe('in every zone, over the years', () => {
  test('every chosen day has its slot once, at the wall clock time or right after a gap', () => {
    fc.assert(
      fc.property(zones, times, days, instants, (timeZone, time, chosen, from) => {
        const found = slots(daily(time, timeZone, chosen), from, 60).map(Date.parse);
        const punctual = found.findIndex((slot) => wall(slot, timeZone).endsWith(time));
        const first = wall(found[punctual] ?? 0, timeZone).slice(0, 10);
        const dates = chosenDays(first, chosen);
        for (const slot of found.slice(punctual)) {
          const wanted = `${dates.next().value} ${time}`;
          const shown = wall(slot, timeZone);
          if (shown === wanted) continue;
          expect(wanted < shown).toBe(true);
          expect(wall(slot - 60_000, timeZone) < wanted).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('looking back finds what looking ahead found, and nothing between, with several times and quiet days', () => {
    const quiets = fc.array(
      fc.tuple(instants, fc.nat(40)).map(([from, days]) => ({
        from: from.slice(0, 10),
        to: new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10),
      })),
      { maxLength: 2 },
    );
    const several = fc.uniqueArray(times, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        zones,
        several,
        days,
        instants,
        quiets,
        (timeZone, times, chosen, from, quiet) => {
          // One of the quiet stretches begins where we look.
          const here = quiet.map((stretch) => ({ ...stretch, from: from.slice(0, 10) }));
          const schedule = {
            days: chosen,
            times: times.sort(),
            timeZone,
            quiet: [...here, ...quiet].filter(
              (q) => q.from <= q.to && Date.parse(q.to) - Date.parse(q.from) < 400 * DAY_MS,
            ),
          };
          let at = from;
          for (let turn = 0; turn < 10; turn++) {
            const next = nextSlot(schedule, at);
            expect(Date.parse(next)).toBeGreaterThan(Date.parse(at));
            expect(lastSlot(schedule, next)).toBe(next);
            const before = lastSlot(schedule, new Date(Date.parse(next) - 1).toISOString());
            expect(Date.parse(before)).toBeLessThanOrEqual(Date.parse(at));
            expect(nextSlot(schedule, before)).toBe(next);
            at = next;
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
