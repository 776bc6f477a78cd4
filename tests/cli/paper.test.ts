import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onPaper } from '../../src/cli/paper.ts';

test('lines are wrapped between words, under the words of what they continue', () => {
  expect(
    onPaper(
      'One two three four five six\n  - one two three four five six\n[1] one two three four',
      20,
    ),
  ).toBe(
    [
      'One two three four',
      'five six',
      '  - one two three',
      '    four five six',
      '[1] one two three',
      '    four',
    ].join('\n'),
  );
});

test('no word is lost, and no line with several words is wider than the paper', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 20, max: 100 }),
      (text, columns) => {
        const words = (of: string) => of.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
        const laid = onPaper(text, columns);
        expect(words(laid)).toEqual(words(onPaper(text, 1_000_000)));
        for (const row of laid.split('\n')) {
          const [, ...others] = words(row);
          if (others.length > 1) expect([...row].length).toBeLessThanOrEqual(columns);
        }
      },
    ),
  );
});
