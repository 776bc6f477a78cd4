import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/reading/dates/dates.ts';
import { findEvents } from '../../src/reading/events.ts';
import { findPassages } from '../../src/reading/sentences.ts';

/** A Monday. */
const published = '2015-06-22';

function events(text: string) {
  const passages = findPassages(text);
  return findEvents(passages, findDates(text, published, passages), text, published);
}

const told: readonly (readonly [string, readonly string[]])[] = [
  ['The agency found the breach in April.', ['2015-04']],
  ['The director resigned on Friday.', ['2015-06-19']],
  ['The court will rule on Thursday.', ['2015-06-25']],
  ['On Wednesday the senators voted to close the office.', ['2015-06-17']],
  ['The minister said Monday that the file was stolen.', ['2015-06-22']],
  ['Police on Saturday arrested three men.', ['2015-06-20']],
  ['The forum, which was set up in May 2009, meets every year.', ['2009-05']],
  ['The system, which was closed on June 9, reopened on June 15.', ['2015-06-15', '2015-06-09']],
  [
    'Rounds were held in Oslo on May 2, 2012, and in Rome on July 9, 2013.',
    ['2012-05-02', '2013-07-09'],
  ],
  ['The group was founded in 1998.', ['1998']],
  ['The two sides will meet on June 23-24.', ['2015-06-23/2015-06-24']],
  ['Last week the price of oil fell.', ['2015-06-15/2015-06-21']],
];

/** Passages with dates in which nothing happens at that date. */
const untold = [
  'Friday’s debate was the third of its kind.',
  'The 2010 act has three parts.',
  'The number has grown since 2009.',
  'It has been on the agenda for the past six years.',
  'GENEVA, June 22 (Wire) — The hall was full.',
  'Did they meet on Friday?',
  'June 22, 2015',
  'The levels of 2005 and of the 1990s were lower.',
];

describe('events', () => {
  test.each(told)('%s', (text, expected) => {
    expect(events(text).map(({ date }) => date)).toEqual(expected);
  });

  test.each(untold)('no event in: %s', (text) => {
    expect(events(text)).toEqual([]);
  });

  test('an event spans its whole passage', () => {
    const text = 'The hall was full. The vote failed on Friday. Nobody spoke.';
    expect(events(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The vote failed on Friday.',
    ]);
  });

  test('every event is a passage, and its date is one mentioned in it', () => {
    const piece = fc.constantFrom(
      'on Friday',
      'The vote',
      'failed',
      'which',
      ',',
      '.',
      'June 4',
      'in 2009',
      '“',
      '”',
      'and',
      'said',
      'will meet',
      'next week',
      ';',
      '\n\n',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(' ');
        const passages = findPassages(text);
        const dates = findDates(text, published, passages);
        let last = 0;
        for (const event of findEvents(passages, dates, text, published)) {
          expect(passages).toContainEqual({ start: event.start, end: event.end });
          expect(event.start).toBeGreaterThanOrEqual(last);
          expect(
            dates.some(
              ({ start, end, value }) =>
                value === event.date && start >= event.start && end <= event.end,
            ),
          ).toBe(true);
          last = event.start;
        }
      }),
    );
  });

  test('a sentence of 20,000 dates is read', () => {
    expect(events(`They met on June 4${', on June 5'.repeat(20_000)}.`).length).toBeLessThan(20);
  });
});
