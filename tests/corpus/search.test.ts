import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewArticle, Search } from '../../src/corpus/corpus.ts';
import { article } from './new-article.ts';
import { STORES } from './stores.ts';

const PHRASES: readonly (readonly [phrase: string, text: string, holds: boolean])[] = [
  ['S&ED', 'Talks at the S&ED’s opening.', true],
  ['ED', 'Talks at the S&ED opening.', false],
  ['S', 'Talks at the S&ED opening.', false],
  ['U.S.-China', 'The U.S.–China dialogue', true],
  ['U.S.-China', 'The U.S. and China', false],
  ['U.S.', 'a U.S.-led effort', true],
  ['21.5', 'some 21.5 million people', true],
  ['21', 'some 21.5 million people', false],
  ['5 million', 'some 21.5 million people', false],
  ['1,000', 'of 1,000 files', true],
  ['1,000', 'of 21,000 files', false],
  ['OPM', 'OPM’s director', true],
  ['OPM', "(OPM), the 'OPM'", true],
  ['OPM', 'the OPMs', false],
  ["China's", 'China’s answer', true],
  ['China’s answer', "CHINA'S  ANSWER", true],
  ['office of personnel', 'Office\nof Personnel Management', true],
  ['one two', 'Paragraph one\n\nTwo more', false],
  ['Jose', 'José said', true],
  ['$133', 'a $133 fee', true],
  ['$133', 'a $133.3 fee', false],
  ['“direct terms”', 'in very direct terms', true],
  ['C++', 'written in C++ by hand', true],
  ['C++', 'written in C by hand', false],
  ['at the S', 'at the S&ED', false],
  ['ED opening', 'the S&ED opening', false],
  ['some 21', 'some 21.5 million', false],
  ['...', 'Nothing...', false],
  ['', 'Nothing', false],
];

const PIECES = [
  'OPM',
  'opm',
  'U.S.',
  'S&ED',
  '21.5',
  '5',
  'China',
  "'s",
  '’s',
  '-',
  '–',
  ',',
  '.',
  '&',
];
const SPACES = [' ', '', '\n', '\n\n', ' ', ' '];
const pieces = (most: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...SPACES)), { maxLength: most })
    .map((all) => all.flat().join(''));
const publishedAt = fc.constantFrom(null, '2015-06-22', '2015-06-23T23:00:00-04:00', '2015-06-24');

function naivePlain(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/–/g, '-')
    .replace(/\s+/g, (space) => (space.split('\n').length > 2 ? '\n' : ' '));
}

function naiveHolds(text: string, phrase: string): boolean {
  const plain = naivePlain(phrase).replace(/^[\s',.-]+|[\s',.-]+$/g, '');
  if (!/[a-z0-9]/.test(plain)) return false;
  const escaped = plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const starts = /^[a-z0-9]/.test(plain) ? '(?<![a-z0-9]&)' : '';
  const startsNumber = /^\d/.test(plain) ? '(?<!\\d[.,])' : '';
  const startsWithJoint = /^&[a-z0-9]/.test(plain) ? '(?<![a-z0-9])' : '';
  const startsInside = /^[a-z0-9]/.test(plain) ? '(?<![a-z0-9])' : startsWithJoint;
  const ends = /[a-z0-9]$/.test(plain) ? '(?![a-z0-9])(?!&[a-z0-9])' : '';
  const endsNumber = /\d$/.test(plain) ? '(?![.,]\\d)' : '';
  const endsWithJoint = /[a-z0-9]&$/.test(plain) ? '(?![a-z0-9])' : '';
  return new RegExp(
    `${starts}${startsNumber}${startsInside}${escaped}${ends}${endsNumber}${endsWithJoint}`,
  ).test(naivePlain(text));
}

function naiveWithin(published: string | null, search: Search): boolean {
  if (search.publishedBy === undefined && search.publishedSince === undefined) return true;
  const day = published?.slice(0, 10);
  if (day === undefined) return false;
  return day <= (search.publishedBy ?? '9999') && day >= (search.publishedSince ?? '0000');
}

describe.each(STORES)('in $store', ({ place, runs }) => {
  async function ids(articles: readonly NewArticle[], search: Search): Promise<readonly string[]> {
    const corpus = await (await place()).open();
    await corpus.add(articles);
    const found = await corpus.search(search);
    await corpus.close();
    return found.map((one) => one.article.id);
  }

  describe('a phrase', () => {
    test('is found as whole words, whatever case and punctuation', async () => {
      const corpus = await (await place()).open();
      await corpus.add(PHRASES.map(([, text], n) => article({ id: `a${n}`, text })));
      for (const [n, [phrase, text, holds]] of PHRASES.entries()) {
        const found = (await corpus.search({ phrases: [phrase] })).map((one) => one.article.id);
        expect.soft(found.includes(`a${n}`), `“${phrase}” in “${text}”`).toBe(holds);
      }
      await corpus.close();
    });

    test('is found in a title, and any of several is enough', async () => {
      const articles = [
        article({ id: 'a', title: 'The S&ED opens' }),
        article({ id: 'b', text: 'The SSD met.' }),
        article({ id: 'c', text: 'Neither.' }),
      ];
      const found = await ids(articles, { phrases: ['S&ED', 'SSD', 'GGE'] });
      expect([...found].sort()).toEqual(['a', 'b']);
      expect(await ids(articles, { phrases: [] })).toEqual([]);
    });

    test('is looked for in the newest revision only', async () => {
      const a = article({ id: 'a', text: 'Old words.' });
      const articles = [a, { ...a, text: 'New words.' }];
      expect(await ids(articles, { phrases: ['old'] })).toEqual([]);
      expect(await ids(articles, { phrases: ['new'] })).toEqual(['a']);
    });
  });

  describe('words', () => {
    const articles = [
      article({ id: 'kirby', title: 'Kirby on China', text: 'Kirby said nothing of the hearing.' }),
      article({ id: 'china', text: 'China answered. It was about time they did.' }),
      article({ id: 'hearings', text: 'The hearings went on.' }),
    ];

    test('rank what has more of them first, and pass over words that say nothing', async () => {
      expect(await ids(articles, { words: 'What did Kirby say about China?' })).toEqual([
        'kirby',
        'china',
      ]);
    });

    test('find singular and plural', async () => {
      expect([...(await ids(articles, { words: 'hearing' }))].sort()).toEqual([
        'hearings',
        'kirby',
      ]);
    });

    test('are forgiven a misspelling only where no article has them as typed', async () => {
      expect(await ids(articles, { words: 'Kirbey' })).toEqual(['kirby']);
      expect(await ids(articles, { words: 'chnia' })).toContain('china');
      const chine = article({ id: 'chine', text: 'A chine is a ridge.' });
      expect(await ids([...articles, chine], { words: 'chine' })).toEqual(['chine']);
    });

    test('are forgiven any slip in any word', async () => {
      const word = fc.string({
        unit: fc.constantFrom(...'abcdéßж漢'),
        minLength: 5,
        maxLength: 12,
      });
      const slip = fc.constantFrom<(word: string, at: number) => string>(
        (word, at) => word.slice(0, at) + word.slice(at + 1),
        (word, at) => `${word.slice(0, at)}q${word.slice(at)}`,
        (word, at) => `${word.slice(0, at)}q${word.slice(at + 1)}`,
        (word, at) =>
          word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
      );
      await fc.assert(
        fc.asyncProperty(word, slip, fc.nat(4), async (meant, spoil, at) => {
          const one = article({ id: 'meant', text: meant });
          expect(await ids([one], { words: spoil(meant, at) })).toEqual(['meant']);
        }),
        { numRuns: Math.ceil(100 * runs) },
      );
    });

    test('of a number stand for that number', async () => {
      const years = [article({ id: 'a', text: 'In 2015.' })];
      expect(await ids(years, { words: '2014' })).toEqual([]);
    });

    test('without a letter find nothing', async () => {
      expect(await ids(articles, { words: '?! …' })).toEqual([]);
      expect(await ids(articles, { words: '' })).toEqual([]);
    });

    test('narrow what phrases find', async () => {
      expect(await ids(articles, { words: 'answered', phrases: ['China'] })).toEqual(['china']);
    });
  });

  describe('dates and order', () => {
    const articles = [
      article({ id: 'undated' }),
      article({ id: 'day', publishedAt: '2015-06-23' }),
      article({ id: 'evening', publishedAt: '2015-06-23T23:30:00-04:00' }),
      article({ id: 'next', publishedAt: '2015-06-24T00:10:00+08:00' }),
      article({ id: 'earlier', publishedAt: '2014-04-25 17:53:00-04:00' }),
    ];

    test('as of a day, only what was published by then; undated articles are left out', async () => {
      expect(await ids(articles, { publishedBy: '2015-06-23' })).toEqual([
        'evening',
        'day',
        'earlier',
      ]);
    });

    test('since a day', async () => {
      expect(await ids(articles, { publishedSince: '2015-06-23' })).toEqual([
        'next',
        'evening',
        'day',
      ]);
      const both = { publishedSince: '2015-06-23', publishedBy: '2015-06-23' };
      expect(await ids(articles, both)).toEqual(['evening', 'day']);
    });

    test('after an arrival, latest first, undated last, up to a limit', async () => {
      expect(await ids(articles, { arrivedAfter: 2 })).toEqual(['next', 'evening', 'earlier']);
      expect(await ids(articles, { limit: 2 })).toEqual(['next', 'evening']);
      expect(await ids(articles, {})).toEqual(['next', 'evening', 'day', 'earlier', 'undated']);
      expect(await ids(articles, { arrivedBy: 2 })).toEqual(['day', 'undated']);
    });
  });

  test('the days of however many articles, each once', async () => {
    const corpus = await (await place()).open();
    const count = 1_200;
    const dated = (n: number) => (n % 3 === 0 ? null : `2015-06-${10 + (n % 20)}`);
    await corpus.add(
      Array.from({ length: count }, (_, n) =>
        article({ id: `a${n}`, publishedAt: dated(n), text: n % 2 ? 'U.S.-China' : 'Pier.' }),
      ),
    );
    for (const [search, each] of [
      [{}, 1],
      [{ phrases: ['pier'] }, 2],
      [{ phrases: ['U.S.-China', 'no such thing'] }, 2],
      [{ words: 'china pier' }, 1],
    ] as const) {
      const days = await corpus.days(search);
      expect(days).toHaveLength(count / each);
      expect(days.filter((day) => day === null).length).toBe(count / each / 3);
    }
    expect(await corpus.days({ phrases: ['no such thing'] })).toEqual([]);
    await corpus.close();
  });

  test('what changes while it is looked for is found once, as it was or as it is', async () => {
    const corpus = await (await place()).open();
    const told = (n: number, text: string) =>
      article({
        id: `a${n}`,
        text: `${text} The harbour office agreed. ${'Word. '.repeat(2_000)}`,
      });
    const all = Array.from({ length: 300 }, (_, n) => told(n, 'First.'));
    await corpus.add(all);
    const ids = all.map(({ id }) => id).sort();
    const search = () => corpus.search({ phrases: ['harbour office', 'office agreed'] });
    const [found] = await Promise.all([
      search(),
      corpus.add(all.slice(100, 200).map((_, n) => told(100 + n, 'Second.'))),
      corpus.amend(new Map([['a250', { story: 'a0' }]])),
    ]);
    expect(found.map(({ article: { id } }) => id).sort()).toEqual(ids);
    const after = await search();
    expect(after.map(({ article: { id } }) => id).sort()).toEqual(ids);
    expect(after.filter(({ article: { text } }) => text.startsWith('Second.'))).toHaveLength(100);
    await corpus.close();
  });

  test('beside the best are the best of what is as new as they are', async () => {
    const told = (id: string, times: number, publishedAt: string | null) =>
      article({ id, text: `${'harbour '.repeat(times)}${'pier '.repeat(9 - times)}`, publishedAt });
    const articles = [
      told('a', 6, '2015-06-01'),
      told('b', 5, '2015-06-02'),
      told('old', 4, '2015-05-01'),
      told('undated', 4, null),
      told('c', 2, '2015-06-03'),
      told('d', 1, '2015-06-02'),
    ];
    const words = 'harbour';
    expect(await ids(articles, { words, limit: 2, newer: 9 })).toEqual(['a', 'b', 'c', 'd']);
    expect(await ids(articles, { words, limit: 2, newer: 2 })).toEqual(['a', 'b', 'c']);
    expect(await ids(articles, { words, limit: 6, newer: 9 })).toHaveLength(6);
    expect(await ids(articles, { words, limit: 9, newer: 9 })).toHaveLength(6);
  });

  test('the best and what is newer are what two searches find', async () => {
    const texts = fc.array(
      fc.record({ title: fc.option(pieces(3)), text: pieces(9), publishedAt }),
      {
        minLength: 4,
        maxLength: 12,
      },
    );
    const phrase = fc.array(pieces(3), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(phrase, { minLength: 1, maxLength: 5 }),
        async (all, asked) => {
          const corpus = await (await place()).open();
          await corpus.add(all.map((text, n) => article({ id: `a${n}`, ...text })));
          for (const phrases of asked) {
            const best = await corpus.search({ phrases, limit: 2 });
            const found = await corpus.search({ phrases, limit: 2, newer: 2 });
            expect(found.slice(0, 2)).toEqual(best);
            if (best.length < 2) continue;
            const days = best.map(
              ({ article }) => article.publishedAt?.slice(0, 10) ?? '1970-01-01',
            );
            const publishedSince = days.sort().at(-1) ?? '';
            const newer = await corpus.search({ phrases, publishedSince, limit: 2 });
            const more = newer.filter((one) =>
              best.every(({ article }) => article.id !== one.article.id),
            );
            expect(found.slice(2)).toEqual(more);
          }
          await corpus.close();
        },
      ),
      { numRuns: Math.ceil(100 * runs) },
    );
  });

  test('search finds what looking through every article finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: fc.option(pieces(4)), text: pieces(12), publishedAt }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(
          fc.record(
            {
              phrases: fc.array(pieces(3), { minLength: 1, maxLength: 2 }),
              publishedBy: fc.constantFrom('2015-06-21', '2015-06-22', '2015-06-23'),
              publishedSince: fc.constantFrom('2015-06-22', '2015-06-23', '2015-06-25'),
              arrivedAfter: fc.nat(3),
              arrivedBy: fc.nat(6),
            },
            { requiredKeys: ['phrases'] },
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (texts, searches) => {
          const corpus = await (await place()).open();
          const articles = texts.map((text, n) => article({ id: `a${n}`, ...text }));
          await corpus.add(articles);
          for (const search of searches) {
            const expected = articles.filter(
              ({ title, text, publishedAt }, n) =>
                search.phrases.some((p) => naiveHolds(title ?? '', p) || naiveHolds(text, p)) &&
                naiveWithin(publishedAt, search) &&
                n + 1 > (search.arrivedAfter ?? 0) &&
                n + 1 <= (search.arrivedBy ?? 6),
            );
            const found = await corpus.search(search);
            expect(found.map((one) => one.article.id).sort()).toEqual(expected.map(({ id }) => id));
            const scores = found.map(({ score }) => score);
            expect(scores).toEqual([...scores].sort((one, other) => other - one));
            const days = expected.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? null);
            expect([...(await corpus.days(search))].sort()).toEqual(days.sort());
          }
          await corpus.close();
        },
      ),
      { numRuns: Math.ceil(150 * runs) },
    );
  });
});
