import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/reading/dates/dates.ts';
import { findPassages } from '../../src/reading/sentences.ts';

/** A Monday. */
const published = '2015-06-22';

const dates = (text: string, publishedAt: string | null = published) =>
  findDates(text, publishedAt, findPassages(text)).map(
    ({ start, end, value }) => [text.slice(start, end), value] as const,
  );

const resolved: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['The vote is set for Sept. 25, 2015.', [['Sept. 25, 2015', '2015-09-25']]],
  ['It was signed on 25 September 2015 in Oslo.', [['25 September 2015', '2015-09-25']]],
  ['Entered on 2015-09-25 by hand.', [['2015-09-25', '2015-09-25']]],
  ['Filed on 9/25/2015.', [['9/25/2015', '2015-09-25']]],
  ['Filed on 25/9/2015.', [['25/9/2015', '2015-09-25']]],
  ['Filed on 25.09.2015.', [['25.09.2015', '2015-09-25']]],
  ['Logged at 2015-06-22T10:30:00Z.', [['2015-06-22T10:30', '2015-06-22T10:30']]],
  ['On Monday, June 22, 2015, they met.', [['Monday, June 22, 2015', '2015-06-22']]],
  ['The report came on June 4.', [['June 4', '2015-06-04']]],
  ['The firm failed on Dec. 20.', [['Dec. 20', '2014-12-20']]],
  ['The law will take effect on Oct. 1.', [['Oct. 1', '2015-10-01']]],
  ['They met on June 23-24.', [['June 23-24', '2015-06-23/2015-06-24']]],
  ['They met on June 29 - July 2, 2014.', [['June 29 - July 2, 2014', '2014-06-29/2014-07-02']]],
  ['They met on 22-24 June 2014.', [['22-24 June 2014', '2014-06-22/2014-06-24']]],
  ['She spoke on the 4th of July.', [['the 4th of July', '2015-07-04']]],
  ['He said so on Monday.', [['Monday', '2015-06-22']]],
  ['He said so on Thursday.', [['Thursday', '2015-06-18']]],
  ['The panel will meet on Thursday.', [['Thursday', '2015-06-25']]],
  ['The report will be published on Friday.', [['Friday', '2015-06-26']]],
  ['On Wednesday, the court is expected to rule.', [['Wednesday', '2015-06-24']]],
  ['The round opens on Tuesday.', [['Tuesday', '2015-06-23']]],
  [
    'They will talk on Tuesday and Wednesday.',
    [
      ['Tuesday', '2015-06-23'],
      ['Wednesday', '2015-06-24'],
    ],
  ],
  ['It happened last Friday night.', [['last Friday night', '2015-06-19']]],
  ['The hearing is next Tuesday.', [['next Tuesday', '2015-06-30']]],
  ['He left on Wednesday of last week.', [['Wednesday of last week', '2015-06-17']]],
  [
    'They arrived yesterday and leave tomorrow.',
    [
      ['yesterday', '2015-06-21'],
      ['tomorrow', '2015-06-23'],
    ],
  ],
  ['It snowed last night.', [['last night', '2015-06-21']]],
  ['The talks are held this week.', [['this week', '2015-06-22/2015-06-28']]],
  ['Last week the price fell.', [['Last week', '2015-06-15/2015-06-21']]],
  ['It was found two weeks ago.', [['two weeks ago', '2015-06-08/2015-06-14']]],
  ['It was found about three months ago.', [['about three months ago', '2015-03']]],
  ['He retired five years ago.', [['five years ago', '2010']]],
  ['They married last June.', [['last June', '2014-06']]],
  [
    'It began in December and ended in March.',
    [
      ['December', '2014-12'],
      ['March', '2015-03'],
    ],
  ],
  ['The plan is due in early July.', [['early July', '2015-07']]],
  ['The base opened in July 1999.', [['July 1999', '1999-07']]],
  ['It was set up in 2009.', [['2009', '2009']]],
  [
    'It lasted from 2009 to 2012.',
    [
      ['2009', '2009'],
      ['2012', '2012'],
    ],
  ],
  ['The 2014-15 budget passed.', [['2014-15', '2014/2015']]],
  ['Spending rose in fiscal 2015.', [['fiscal 2015', '2015']]],
  ['It must close by the end of 2015.', [['the end of 2015', '2015']]],
  ['It must close by the end of the month.', [['the end of the month', '2015-06']]],
  ['Sales fell in the third quarter of 2014.', [['the third quarter of 2014', '2014-07/2014-09']]],
  ['Sales rose in the first quarter.', [['the first quarter', '2015-01/2015-03']]],
  ['It was the mood of the 1990s.', [['the 1990s', '1990/1999']]],
  ['They fought in the summer of 2014.', [['the summer of 2014', '2014-06/2014-08']]],
  ['It grew over the previous six years.', [['the previous six years', '2009/2015']]],
  [
    'It will rain over the next couple of days.',
    [['the next couple of days', '2015-06-22/2015-06-24']],
  ],
  [
    'They met on June 4 and again the next day.',
    [
      ['June 4', '2015-06-04'],
      ['the next day', '2015-06-05'],
    ],
  ],
  [
    'They met on June 4. The day before, they had quarrelled.',
    [
      ['June 4', '2015-06-04'],
      ['The day before', '2015-06-03'],
    ],
  ],
  [
    'It opened in 1998 and closed two years later.',
    [
      ['1998', '1998'],
      ['two years later', '2000'],
    ],
  ],
  ['The attacks of 9/11 changed that.', [['9/11', '2001-09-11']]],
  ['He came home on Christmas Eve.', [['Christmas Eve', '2014-12-24']]],
  ['Later this year the law will change.', [['Later this year', '2015']]],
];

/** Texts that hold no date. */
const undated = [
  'Protesters march while others may wait.',
  'About 20 million people saw it.',
  'Prime Minister Anna May said she would march on.',
  'Section 1990 of the code and Room 2015 of the annex.',
  'Version 2.0.15 came after version 10.12.2.',
  'Call 555-1989 or +1 202 555 2015.',
  'The Sunday Times wrote about it.',
  'They meet every Monday and each June.',
  'It cost $2015, or 1,998 euros.',
  'Some 2000 people came.',
  'They waited for six months.',
  'A few years ago it was different.',
  'We sat and sun and mar the view.',
  'June Hill and April Stone spoke.',
];

describe('dates', () => {
  test.each(resolved)('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  test.each(undated)('no date in: %s', (text) => {
    expect(dates(text)).toEqual([]);
  });

  test('the day of publication is the one of its own time zone', () => {
    expect(dates('He spoke today.', '2014-04-25 17:53:00-04:00')).toEqual([
      ['today', '2014-04-25'],
    ]);
    expect(dates('He spoke today.', '2014-04-25T23:53:00-04:00')).toEqual([
      ['today', '2014-04-25'],
    ]);
    expect(dates('He spoke today.', 'Fri, 25 Apr 2014 17:53:00 GMT')).toEqual([
      ['today', '2014-04-25'],
    ]);
  });

  test.each([null, '', 'soon', '2015-02-31'])(
    'an article published at %j dates only what its text tells in full',
    (publishedAt) => {
      expect(
        dates('On Monday he recalled June 4, July 1999, 2009 and last week.', publishedAt),
      ).toEqual([
        ['July 1999', '1999-07'],
        ['2009', '2009'],
      ]);
      expect(dates('They met on June 4, 2015. The next day they left.', publishedAt)).toEqual([
        ['June 4, 2015', '2015-06-04'],
        ['The next day', '2015-06-05'],
      ]);
    },
  );

  test('a day that no calendar has is no date', () => {
    expect(dates('It says Feb. 30, 2015.').filter(([, value]) => value.includes('02-30'))).toEqual(
      [],
    );
  });

  test('mentions stand in order, apart, inside the text, and are real calendar dates', () => {
    const piece = fc.constantFrom(
      'June',
      ' ',
      '22',
      '2015',
      ', ',
      'Monday',
      'last',
      'week',
      '-',
      '/',
      'the end of',
      'two',
      'years',
      'ago',
      'May',
      '31',
      'Feb.',
      'next',
      'quarter',
      'third',
      "'90s",
      '.',
      'and',
      'Easter',
      '\n',
    );
    const when = fc.option(
      fc
        .date({ min: new Date('0100-01-01'), max: new Date('9990-01-01'), noInvalidDate: true })
        .map((each) => each.toISOString()),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), when, (pieces, publishedAt) => {
        const text = pieces.join(' ');
        let last = 0;
        for (const { start, end, value } of findDates(text, publishedAt, findPassages(text))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          for (const each of value.split('/')) {
            expect(each).toMatch(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/);
            expect(Number.isNaN(Date.parse(each.padEnd(7, '-01')))).toBe(false);
          }
          expect([...value.split('/')].sort()).toEqual(value.split('/'));
        }
      }),
    );
  });

  test('any string at all is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, publishedAt) => {
        findDates(text, publishedAt, findPassages(text));
      }),
    );
  });

  test.each([
    ['one month name 50,000 times', 'June '.repeat(50_000)],
    ['numbers without end', '20 '.repeat(100_000)],
    ['a million spaces after "last"', `last${' '.repeat(1_000_000)}week`],
    ['a list of 50,000 days', `June 1${', 2'.repeat(50_000)}`],
    ['"the end of" 50,000 times', 'the end of '.repeat(50_000)],
  ])('reads %s', (_, text) => {
    expect(findDates(text, published, findPassages(text))).toBeInstanceOf(Array);
  });
});
