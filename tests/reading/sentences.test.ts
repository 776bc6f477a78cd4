import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPassages } from '../../src/reading/sentences.ts';

const sentences = (text: string) =>
  findPassages(text).map(({ start, end }) => text.slice(start, end));

/** Texts with a stroke where a sentence ends; the stroke stands for the white space there. */
const cut: readonly (readonly [string, string])[] = [
  ['two plain sentences', 'The talks ended.|Both sides left.'],
  ['a question and a cry', 'Who did it?|Nobody said!|The room was silent.'],
  ['a title before a name', 'They spoke with Sen. Ann Reed and Gov. Paul Stone.|Neither replied.'],
  ['an initial inside a name', 'The letter names Carl B. Moss and T. S. Hill.|It has no date.'],
  ['a country between noun and name', 'The U.S. Senate and the U.N. Security Council met.'],
  ['a country at the end', 'The ship left for the U.S.|The crew stayed behind.'],
  ['a company at the end', 'He sold his share of Dale & Sons Inc.|The buyer was not named.'],
  ['a company in the middle', 'Dale Corp. of Ohio sold Moss Ltd. for $3.5 million.'],
  ['a numbered thing', 'See No. 5 of the list and Sec. 12 of the act.|Nothing else applies.'],
  ['"no" as an answer', 'Asked again, she said no.|The hearing went on.'],
  ['a month shortened', 'The vote was on Sept. 25 in Geneva.|It failed.'],
  ['an hour before a name', 'At 9 a.m. Mr. Hill arrived.|He left at 5 p.m.|Mrs. Hill stayed.'],
  ['an hour before a weekday', 'Doors open at 7 p.m. Friday.|Entry is free.'],
  ['decimals and versions', 'Output rose 3.5 percent to 1,200.75 tons.|Version 2.0.1 follows.'],
  [
    'addresses of pages and mail',
    'Write to ann.reed@example.org or see www.example.org/a.html.|Thanks.',
  ],
  ['three dots that go on', 'It was ... well, a long night.'],
  ['four dots that end', 'They meant to leave....|The train was late.'],
  ['a quotation with its attribution', '“We will stay,” she said.|“We have no choice.”'],
  ['a quoted question with its attribution', '“Who paid for it?” Reed asked.|Nobody answered.'],
  ['a quotation that ends the sentence', 'He said: “The case is closed.”|The judge agreed.'],
  ['sentences inside one quotation', '“We knew.|We said nothing,” he told the panel.'],
  ['a short cry inside quotation marks', 'The crowd shouted “Out! Out!” as he left.'],
  ['single quotation marks', "She wrote: 'It is over.'|The letter ends there."],
  ['brackets inside a sentence', 'The fund (it had two owners.) was sold.'],
  ['brackets around a sentence', 'The fund was sold.|(It had two owners.)|Nobody objected.'],
  ['a dash before a name', 'Prices fell in Dover, Del. - the first drop in years.'],
  ['a numbered list in one line', '1. Close the gate|2. Call the guard'],
  ['a list with letters', '(a) Close the gate.|(b) Call the guard.'],
  ['a bulleted list', '• Close the gate|• Call the guard'],
  ['a degree', 'Ann Reed, Ph.D., spoke first.|Her talk was short.'],
  ['the pronoun at the end', 'It was between him and I.|Then she left.'],
  [
    'a word that is lower case elsewhere',
    'Reed worked at Dale Corp.|Officials said so.|The officials left.',
  ],
];

describe('sentences', () => {
  test.each(cut)('%s', (_, marked) => {
    expect(sentences(marked.replaceAll('|', ' '))).toEqual(marked.split('|'));
  });

  test('a missing space hides no end', () => {
    expect(sentences('The vote failed.The session ended.')).toEqual([
      'The vote failed.',
      'The session ended.',
    ]);
  });

  test('a blank line always ends one', () => {
    expect(sentences('A heading without a stop\n\nThe text begins here.')).toEqual([
      'A heading without a stop',
      'The text begins here.',
    ]);
  });

  test('lines wrapped to a width are one sentence', () => {
    const text =
      'The committee met for the third time this year and heard from the\nagency about the delay in its report, which had been due in the\nspring.';
    expect(sentences(text)).toEqual([text]);
  });

  test('short lines without stops are a sentence each', () => {
    expect(sentences('gates\nguard posts\nfences')).toEqual(['gates', 'guard posts', 'fences']);
  });

  test('nothing but white space holds none', () => {
    expect(sentences(' \n\n\t ')).toEqual([]);
  });

  test('passages stand in order, apart, without white space at their ends, and hold every other character', () => {
    const piece = fc.constantFrom(
      'A',
      'b',
      '.',
      '!',
      '?',
      '…',
      '"',
      '“',
      '”',
      "'",
      ' ',
      '\n',
      '\n\n',
      '1',
      ')',
      '(',
      '[',
      '•',
      'U.S.',
      'Mr. ',
      '--"',
      'é',
      '\u2028',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          let last = 0;
          for (const { start, end } of findPassages(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(last, start).trim()).toBe('');
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            last = end;
          }
          expect(text.slice(last).trim()).toBe('');
        },
      ),
    );
  });

  test.each([
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['one sentence of a million characters', `${'word '.repeat(200_000)}end.`],
    ['a million dots', '.'.repeat(1_000_000)],
    ['a million spaced dots', '. '.repeat(500_000)],
    ['100,000 lines without a stop', 'a\n'.repeat(100_000)],
    ['a million line breaks', '\n '.repeat(500_000)],
    ['nested brackets', `${'('.repeat(100_000)}a.${')'.repeat(100_000)}`],
    ['a word of a million characters', `${'a.'.repeat(500_000)} End.`],
  ])('reads %s', (_, text) => {
    expect(findPassages(text).at(-1)?.end ?? 0).toBe(
      text.trimEnd().length === 0 ? 0 : text.trimEnd().length,
    );
  });
});
