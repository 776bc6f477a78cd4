import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Statement } from '../../src/news/reading.ts';
import { readText } from '../../src/reading/read.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly outlet?: string;
  readonly statements: readonly (Partial<Statement> & { readonly text?: string })[];
}

const cases: Case[] = parse(readFileSync(new URL('statements.yml', import.meta.url), 'utf8'));
const read = (text: string, outlet: string | null = null) =>
  readText({ title: null, text, publishedAt: '2015-06-23', outlet }).statements;

describe('who said what', () => {
  it.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    (_, { text, outlet, statements }) => {
      const found = read(text, outlet ?? null).map((statement) => ({
        ...statement,
        text: text.slice(statement.start, statement.end),
      }));
      expect(found.map((statement, at) => ({ ...statement, ...statements[at] }))).toEqual(found);
      expect(found).toHaveLength(statements.length);
    },
  );
});

const words = fc.constantFrom(
  ...`said Kirby the official “ ” " ' ‘ ’ „ « » , . : ; ( ) — that he she they told according to Reuters cited citing
  and but A Q: QUESTION: MR. John Roe Monday in not denied declined claim ’s 's who which said, .” ,” a sources`.split(
    /\s+/,
  ),
  '\n\n',
  ' ',
);
const newsLike = fc.array(words, { maxLength: 80 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);

describe('on any text', () => {
  it('statements lie in the text, in order and without overlap, each with its words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, why } of read(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(why).not.toBe('');
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a statement between quotation marks leaves these marks out', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        for (const { start, end, quoted } of read(text)) {
          const said = text.slice(start, end);
          if (quoted) expect(/^“[^“”]*”$/.test(said)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('on hostile text', () => {
  it.each([
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['100,000 single marks with words', "'a ".repeat(33_000)],
    ['deep nesting', '(“'.repeat(30_000) + '”)'.repeat(30_000)],
    [
      'one sentence of 1 MB',
      'the official of the ministry noted something large and '.repeat(19_000),
    ],
    ['a cue that never ends', 'and said the '.repeat(20_000)],
    ['a word of 1 MB', 'a'.repeat(1_000_000)],
    ['20,000 labels', 'MR. ROE: yes.\n\n'.repeat(20_000)],
    ['a release of 200,000 sentences', `FOR IMMEDIATE RELEASE\n\n${'It is so. '.repeat(200_000)}`],
  ])('%s is read to the end', (_, text) => {
    expect(Array.isArray(read(text))).toBe(true);
  });
});
