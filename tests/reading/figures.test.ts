import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFigures } from '../../src/reading/figures.ts';
import { findPassages } from '../../src/reading/sentences.ts';

const figures = (text: string) =>
  findFigures(text, findPassages(text)).map(
    ({ start, end, value, counts }) => [text.slice(start, end), value, counts] as const,
  );

const counted: readonly (readonly [
  string,
  readonly (readonly [string, string, string | null])[],
])[] = [
  ['Data of 21.5 million people leaked.', [['21.5 million', '21500000', 'people']]],
  [
    'It hit 4.2 million current and former federal employees.',
    [['4.2 million', '4200000', 'current and former federal employees']],
  ],
  ['Two dozen officials stayed away.', [['Two dozen', '24', 'officials']]],
  ['They freed a hundred prisoners.', [['a hundred', '100', 'prisoners']]],
  ['Twenty-one members of the panel agreed.', [['Twenty-one', '21', 'members']]],
  [
    'They hold 5.6 million sets of fingerprints.',
    [['5.6 million', '5600000', 'sets of fingerprints']],
  ],
  ['As many as 1,500 homes burned.', [['As many as 1,500', '1500', 'homes']]],
  ['More than 300 U.S. soldiers left.', [['More than 300', '300', 'U.S. soldiers']]],
  ['Nearly half a million workers walked out.', [['Nearly half a million', '500000', 'workers']]],
  [
    'Between 18 and 32 million records are gone.',
    [['Between 18 and 32 million', '18000000..32000000', 'records']],
  ],
  [
    'It grew from 19.7 million to 21.5 million.',
    [['from 19.7 million to 21.5 million', '19700000..21500000', null]],
  ],
  ['Some 10-15 ships wait outside.', [['Some 10-15', '10..15', 'ships']]],
  ['A $133.3 million contract was signed.', [['$133.3 million', '$133300000', 'contract']]],
  ['It costs 5 billion euros.', [['5 billion euros', '€5000000000', null]]],
  [
    'They paid £3m and 45 cents.',
    [
      ['£3m', '£3000000', null],
      ['45 cents', '$0.45', null],
    ],
  ],
  ['He lost $915 million in losses.', [['$915 million', '$915000000', 'losses']]],
  ['They asked for $10-15 million.', [['$10-15 million', '$10000000..$15000000', null]]],
  ['About 93% of the files are safe.', [['About 93%', '93%', 'files']]],
  ['Sixty-two percent of voters agreed.', [['Sixty-two percent', '62%', 'voters']]],
  ['Prices rose 3.5 percent.', [['3.5 percent', '3.5%', null]]],
  ['A 4 percent surcharge applies.', [['4 percent', '4%', 'surcharge']]],
  ['Expect 5 to 10 percent growth.', [['5 to 10 percent', '5%..10%', null]]],
  [
    'Six women and five men applied.',
    [
      ['Six', '6', 'women'],
      ['five', '5', 'men'],
    ],
  ],
  ['Three of the officials spoke.', [['Three', '3', 'officials']]],
  [
    'It lists 1,100 federal workers and contractors.',
    [['1,100', '1100', 'federal workers and contractors']],
  ],
  ['The toll passed 1,000.', [['1,000', '1000', null]]],
  ['She served for 40 years.', [['40', '40', 'years']]],
  ['It makes up 5% of Ohio’s population.', [['5%', '5%', 'Ohio’s population']]],
  ['It is worth 400 yuan.', [['400 yuan', '400 yuan', null]]],
];

/** Texts with numbers that are no figures. */
const uncounted = [
  'It was signed on June 22, 2015, and on 4 July.',
  'The doors open at 10:30 or at 5 p.m., not at three o’clock.',
  'Section 702 and Room 12 and Flight 370.',
  'The 3rd round and the 21st.',
  'Call 202-555-0100.',
  'Version 2.0.1 is out.',
  'The 68-year-old won 5-4.',
  'Ann Reed, 61, left.',
  'They met two weeks ago.',
  'They did so in the past six years.',
  'One official declined; nobody else was asked.',
  'Between 2009 and 2015 nothing changed.',
];

describe('figures', () => {
  test.each(counted)('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test.each(uncounted)('no figure in: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  test('figures stand in order, apart, inside the text; what they count is in the article’s words', () => {
    const piece = fc.constantFrom(
      '$',
      '5',
      '1,200',
      '3.5',
      ' ',
      'million',
      '%',
      'percent',
      'to',
      '-',
      'between',
      'and',
      'two',
      'dozen',
      'people',
      'of',
      'the',
      '.',
      'as many as',
      'half a',
      'bn',
      '’',
      '€',
      'euros',
      'a',
      '\n',
      '\n\n',
      'of the files',
    );
    const anything = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const { start, end, value, counts } of findFigures(text, findPassages(text))) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(value).toMatch(/\d/);
            expect(value).not.toMatch(/NaN|Infinity|e\+/);
            if (counts !== null) expect(text.replace(/\s+/g, ' ')).toContain(counts);
            last = end;
          }
        },
      ),
    );
  });

  test.each([
    ['numbers without end', '5 million '.repeat(50_000)],
    ['one number of a million digits', '7'.repeat(1_000_000)],
    ['a hedge 50,000 times', 'about '.repeat(50_000)],
    ['"between 5 and" 50,000 times', 'between 5 and '.repeat(50_000)],
    ['a noun phrase without end', `5 ${'large '.repeat(100_000)}`],
  ])('reads %s', (_, text) => {
    expect(findFigures(text, findPassages(text))).toBeInstanceOf(Array);
  });
});
