import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDigestCommand, splitOwn } from '../../src/digest/command.ts';
import { describeQuietDays, readQuietDays } from '../../src/digest/quiet-days.ts';
import { describeSchedule, readSchedule } from '../../src/digest/schedule.ts';
import { isRefusal } from '../../src/news/refusal.ts';

/** What is read, and after a stroke what is left over. */
function said(words: string): string {
  const read = readSchedule(words);
  if (isRefusal(read)) return `no: ${read.refused} ${read.next}`;
  return [describeSchedule(read.schedule), ...read.rest].join(' | ');
}

describe('a schedule in words', () => {
  test.each([
    ['weekdays 08:30 America/New_York', 'weekdays at 08:30, America/New_York'],
    ['daily 8:30 Europe/Berlin', 'every day at 08:30, Europe/Berlin'],
    ['mon,wed 7:00 UTC', 'Monday, Wednesday at 07:00, UTC'],
    ['every day at 9am Asia/Tokyo', 'every day at 09:00, Asia/Tokyo'],
    ['9 pm Asia/Tokyo', 'every day at 21:00, Asia/Tokyo'],
    ['Mondays and Thursdays, 17.05 europe/london', 'Monday, Thursday at 17:05, Europe/London'],
    ['mon-fri 12:00am UTC', 'weekdays at 00:00, UTC'],
    ['fri-mon noon gmt', 'Monday, Friday, Saturday, Sunday at 12:00, UTC'],
    ['weekly on tue 0830 UTC', 'Tuesday at 08:30, UTC'],
    ['daily 8:00 17:00 UTC', 'every day at 08:00 and 17:00, UTC'],
    ['weekdays 17:00, 8:30 and noon Asia/Tokyo', 'weekdays at 08:30, 12:00 and 17:00, Asia/Tokyo'],
    ['weekdays 08:30 Europe/Berlin 17:00 opm', 'weekdays at 08:30 and 17:00, Europe/Berlin | opm'],
    ['daily 8:00 8am UTC', 'every day at 08:00, UTC'],
    ['fortnightly 8:00 UTC', 'every day at 08:00, UTC | fortnightly'],
    ['on weekends at 10 in New York', 'weekends at 10:00, America/New_York'],
    ['08:30 America/Port_of_Spain', 'every day at 08:30, America/Port_of_Spain'],
    ['UTC 8:00 tues, thurs', 'Tuesday, Thursday at 08:00, UTC'],
    ['weekdays 12:30pm Europe/Kyiv', 'weekdays at 12:30, Europe/Kyiv'],
    [
      'every saturday at midnight, America/Argentina/Buenos_Aires',
      'Saturday at 00:00, America/Argentina/Buenos_Aires',
    ],
  ])('%s', (words, expected) => {
    expect(said(words)).toBe(expected);
  });

  test.each([
    ['weekdays 08:30', /no time zone.*weekdays 08:30 America\/New_York/],
    ['weekdays 8:30 America/New_Yrok', /"America\/New_Yrok".*America\/New_York/],
    ['daily 9:00 Roem', /"Roem".*Did you mean Europe\/Rome\?/],
    ['daily 9:00 Berln', /"Berln".*Europe\/Berlin/],
    ['daily 9:00 EST', /"EST".*America\/New_York/],
    ['daily 9:00 IST', /Asia\/Kolkata or Europe\/Dublin/],
    ['daily 9:00 +02:00', /"\+02:00" is not a time zone/],
    ['daily 9:00 UTC+2', /"UTC\+2" is not a time zone/],
    ['daily Europe/Berlin', /no time\..*08:30/],
    ['daily 25:00 UTC', /"25:00" is not a time of day/],
    ['daily 13pm UTC', /"13pm" is not a time of day/],
    ['weekly 8:00 UTC', /one day of the week.*weekly on Monday 08:00/],
    ['weekly mon wed 8:00 UTC', /one day of the week/],
    ['daily 1 2 3 4 5 6 7 8 9 10 11 12 13 UTC', /More than 12 times/],
    ['', /no time\./],
  ])('%s is refused, saying what was not understood', (words, expected) => {
    expect(said(words)).toMatch(/^no: /);
    expect(said(words)).toMatch(expected);
  });

  test('says what is then understood', () => {
    fc.assert(
      fc.property(
        fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 1_439 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        (days, minutes, zone) => {
          const times = minutes.map(
            (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`,
          );
          const read = readSchedule(`${days.join(' ')} ${times.join(' ')} ${zone}`);
          if (isRefusal(read)) throw new Error(read.refused);
          expect(read.schedule.days).toHaveLength(days.length);
          expect(read.schedule.times).toHaveLength(times.length);
          expect(readSchedule(describeSchedule(read.schedule))).toEqual({ ...read, rest: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the time zone of a schedule', () => {
  const inTokyo = (words: string) => {
    const read = readSchedule(words, 'Asia/Tokyo');
    return isRefusal(read) ? `no: ${read.refused}` : read.schedule.timeZone;
  };

  test("is the asker's own where none is named", () => {
    expect(inTokyo('weekdays 08:30 opm')).toBe('Asia/Tokyo');
    expect(inTokyo('weekdays 08:30 Europe/Berlin')).toBe('Europe/Berlin');
  });

  test('is never taken from the asker where one was meant and not understood', () => {
    expect(inTokyo('weekdays 08:30 America/New_Yrok')).toMatch(/^no: "America\/New_Yrok"/);
    expect(inTokyo('weekdays 08:30 EST')).toMatch(/^no: "EST"/);
    expect(inTokyo('weekdays 08:30 UTC+2')).toMatch(/^no: "UTC\+2"/);
  });
});

describe('quiet days', () => {
  const today = '2026-11-25';
  const read = (words: string) => {
    const quiet = readQuietDays(words, today);
    return isRefusal(quiet) ? `no: ${quiet.refused}` : describeQuietDays(quiet);
  };

  test.each([
    ['24 Dec to 2 Jan', '2026-12-24 to 2027-01-02'],
    ['2026-12-25', '2026-12-25'],
    ['1 May, 25 December', '2026-12-25, 2027-05-01'],
    ['2026-12-24..2027-01-02', '2026-12-24 to 2027-01-02'],
    ['2026-12-24 – 2026-12-26 and 2027-05-01', '2026-12-24 to 2026-12-26, 2027-05-01'],
    ['August 2027', '2027-08-01 to 2027-08-31'],
    ['29 Feb', '2028-02-29'],
    ['today', today],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
    expect(read(read(words))).toBe(expected);
  });

  test.each([
    ['the holidays', /"the holidays" is not a day/],
    ['2026-11-01', /is over/],
    ['2027-01-02 to 2026-12-24', /ends before it begins/],
    ['2027-01-01 to 2029-01-01', /longer than a year/],
    ['30 February', /not a day/],
  ])('%s is refused', (words, expected) => {
    expect(read(words)).toMatch(expected);
  });

  test('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (typed) => {
        readQuietDays(typed, today);
      }),
    );
  });
});

describe('what follows /digest', () => {
  const weekdays = { days: [1, 2, 3, 4, 5], times: ['08:30'], timeZone: 'America/New_York' };

  test.each([
    ['', { kind: 'show' }],
    ['  NOW ', { kind: 'now' }],
    ['off', { kind: 'off' }],
    ['help', { kind: 'help' }],
    ['on', { kind: 'resume' }],
    ['quiet 24 Dec to 2 Jan', { kind: 'quiet', days: '24 Dec to 2 Jan' }],
    ['quiet off', { kind: 'quiet', days: '' }],
    ['nothing-new say', { kind: 'nothing-new', says: true }],
    ['nothing-new skip', { kind: 'nothing-new', says: false }],
    ['preview', { kind: 'preview', topics: [] }],
    ['preview OPM, dialogues', { kind: 'preview', topics: ['opm', 'dialogues'] }],
    ['on weekdays 08:30 America/New_York', { kind: 'on', schedule: weekdays, topics: [] }],
    [
      'on weekdays 08:30 America/New_York opm dialogues',
      { kind: 'on', schedule: weekdays, topics: ['opm', 'dialogues'] },
    ],
    [
      'on weekdays at 8:30am America/New_York [opm, dialogues]',
      { kind: 'on', schedule: weekdays, topics: ['opm', 'dialogues'] },
    ],
    [
      'on weekdays 08:30 America/New_York for opm and sun',
      { kind: 'on', schedule: weekdays, topics: ['opm', 'sun'] },
    ],
  ])('"%s"', (text, expected) => {
    expect(parseDigestCommand(text)).toEqual(expected);
  });

  test('that filters by words takes phrases and lists of them', () => {
    const on = 'on daily 8:00 UTC opm';
    for (const [typed, filter] of [
      ['', {}],
      [' with kirby', { include: ['kirby'] }],
      [
        ' with “human rights”, cyber without sport',
        { include: ['human rights', 'cyber'], exclude: ['sport'] },
      ],
      [' without a, b', { exclude: ['a', 'b'] }],
    ] as const) {
      const { schedule: _, ...asked } = { schedule: null, ...parseDigestCommand(`${on}${typed}`) };
      expect(asked).toEqual({ kind: 'on', topics: ['opm'], ...filter });
    }
  });

  test('is about the asker alone after "me"', () => {
    expect(splitOwn('me on daily 8:00 UTC')).toEqual({ isOwn: true, rest: 'on daily 8:00 UTC' });
    expect(splitOwn('ME')).toEqual({ isOwn: true, rest: '' });
    expect(splitOwn('media')).toEqual({ isOwn: false, rest: 'media' });
  });

  test('that is not known is refused with the way to help', () => {
    expect(parseDigestCommand('of')).toMatchObject({
      next: expect.stringContaining('/digest help'),
    });
  });

  test('never throws, takes time or echoes at length, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6_000, unit: 'grapheme' }), (typed) => {
        for (const text of [typed, `on ${typed}`, `on daily 8:00 ${typed}`, `preview ${typed}`]) {
          const command = parseDigestCommand(text);
          if (isRefusal(command))
            expect(command.refused.length + command.next.length).toBeLessThan(500);
        }
      }),
    );
  });
});
