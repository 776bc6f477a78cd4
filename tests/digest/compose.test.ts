import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus, NewArticle } from '../../src/corpus/corpus.ts';
import { composeDigest, LIMITS } from '../../src/digest/compose.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { partsOf } from '../../src/digest/parts.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { previewDigest, upcomingDigest } from '../../src/digest/upcoming.ts';
import type { Digest } from '../../src/news/delivery.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { article, note } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { MORNING } from './world.ts';

async function digestOf(articles: readonly NewArticle[]): Promise<Digest> {
  const corpus = modelCorpus();
  await corpus.add(articles);
  return previewOf(corpus);
}

async function previewOf(corpus: Corpus, topics: readonly string[] = []): Promise<Digest> {
  const preview = await previewDigest(corpus, 'C1', topics);
  if (isRefusal(preview)) throw new Error(preview.refused);
  return preview.digest;
}

function linesOf(digest: Digest) {
  return digest.stories.flatMap(({ line, statements }) => [line, ...statements]);
}

const PORT_STRIKE = `Dock workers in Larkhaven walked out on Monday, closing the port to all but emergency traffic.

“We will not come back for promises,” said Ines Calloway, the dockers’ union president. A senior port authority official said on condition of anonymity that talks would resume on Thursday. The port authority’s statement said losses had reached $4 million a day.`;
const PORT_STRIKE_AGAIN = `Larkhaven’s port stayed closed on Tuesday, the second day of a walkout by dock workers over pay.

Union president Ines Calloway said that 2,300 dock workers had joined it.`;
const LIBRARY = `The town of Orrin will reopen its burned library in May after a restoration that took six years.

“Every book on the ground floor was given by a reader,” said librarian Petra Voss.`;

describe('a digest', () => {
  test('puts the articles about one happening together and counts them', async () => {
    const digest = await digestOf([
      article({
        id: 'p1',
        title: 'Dockers walk out',
        outlet: 'Coast Daily',
        publishedAt: '2026-03-02',
        text: PORT_STRIKE,
      }),
      article({
        id: 'l1',
        title: 'Orrin library to reopen',
        outlet: 'Orrin Times',
        publishedAt: '2026-03-03',
        text: LIBRARY,
      }),
      article({
        id: 'p2',
        title: 'Port strike: day two',
        outlet: 'Orrin Times',
        publishedAt: '2026-03-03',
        text: PORT_STRIKE_AGAIN,
        story: 'p1',
      }),
    ]);
    const bySource = new Map(digest.sources.map(({ n, articleId }) => [n, articleId]));
    expect(digest.stories.map(({ sources }) => sources.map((n) => bySource.get(n)))).toEqual([
      ['p1', 'p2'],
      ['l1'],
    ]);
    expect(digest.stories[0]?.line.text).toMatch(/port/);
    expect(digest.stories[0]?.statements.map(({ speaker }) => speaker)).toContain('Ines Calloway');
  });

  test('shows a passage of more than three lines only of a story without a shorter one', async () => {
    const long = `Nothing ${'and nothing '.repeat(40)}was said.`;
    const both = note('a1', `${long} The bank stayed shut.`);
    const passages = [
      { start: 0, end: long.length },
      { start: long.length + 1, end: both.text.length },
    ];
    const digest = await digestOf([{ ...both, reading: { ...both.reading, passages } }]);
    expect(linesOf(digest).map(({ text }) => text)).toEqual(['The bank stayed shut.']);
    const alone = await digestOf([note('a1', long)]);
    expect(linesOf(alone).map(({ text }) => text)).toEqual([long]);
    expect(alone.leftOut).toBeUndefined();
  });

  test('tells a story by its sources where every passage is too long for a screen', async () => {
    const endless = `Nothing ${'and nothing '.repeat(60)}was said.`;
    const digest = await digestOf([note('a1', endless), note('a2', 'The bank stayed shut.')]);
    expect(linesOf(digest).map(({ text }) => text)).toEqual(['The bank stayed shut.']);
    expect(digest.sources.map(({ articleId }) => articleId)).toEqual(['a2', 'a1']);
    expect(digest.further).toMatchObject([{ story: 'a1', sources: [2] }]);
    expect(digest.leftOut).toBeUndefined();
  });

  test('of far more than fits stays within one screen and counts the rest', async () => {
    const words = [
      'amber',
      'birch',
      'cobalt',
      'dune',
      'ember',
      'fjord',
      'glacier',
      'heron',
      'iris',
    ];
    const made = words.flatMap((one) =>
      words.map((two) =>
        note(
          `${one}-${two}`,
          `The ${one}${two} of ${two}${one} fell quiet over ${one}${one}${two}.`,
        ),
      ),
    );
    const digest = await digestOf(made);
    expect(digest.stories).toHaveLength(LIMITS.stories);
    const told = [...digest.stories, ...(digest.further ?? [])].flatMap(({ sources }) => sources);
    expect(new Set(told).size + (digest.leftOut?.articles ?? 0)).toBe(made.length);
    const inThread = partsOf(digest).flatMap(({ sources }) => sources.map(({ n }) => n));
    expect([...inThread].sort((one, other) => one - other)).toEqual(
      digest.sources.map(({ n }) => n),
    );
  });

  test('has each article counted as told or left out, however many there are', async () => {
    const many = Array.from({ length: LIMITS.articles + 50 }, (_, index) =>
      note(`n${index}`, `Notice ${index} of the harbour council was posted.`),
    );
    const digest = await digestOf(many);
    expect(digest.sources.length + (digest.leftOut?.articles ?? 0)).toBe(many.length);
  });
});

describe('a story told before', () => {
  const morning = (day: number) => `2026-03-0${day}T09:00:00.000Z`;
  const STRIKE = article({
    id: 'p1',
    outlet: 'Coast Daily',
    publishedAt: '2026-03-02',
    text: PORT_STRIKE,
  });

  /** The digests of two mornings, with what comes in before each. */
  async function second(
    next: readonly NewArticle[],
    first: NewArticle = STRIKE,
  ): Promise<Digest | undefined> {
    const corpus = modelCorpus();
    const subscription = { channel: 'C1', topics: [], schedule: MORNING, by: 'U1', startsAfter: 0 };
    await corpus.subscribe({ ...subscription, since: '2026-03-01T12:00:00.000Z' });
    const posted = { outcome: 'posted', ts: '1.0' } as const;
    const ports = (day: number) => ({
      ...{ post: async () => posted, tell: async () => posted, ask: async () => posted },
      ...{ lookUp: async () => ({ outcome: 'absent' }) as const },
      ...{ clock: () => morning(day), inTurn: takeTurns() },
    });
    await corpus.add([first]);
    await deliverDue(corpus, ports(2));
    await corpus.add(next);
    await deliverDue(corpus, ports(3));
    return (await corpus.deliveries('C1')).at(-1)?.digest;
  }
  const later = (id: string, text: string) =>
    article({ id, outlet: 'Orrin Times', publishedAt: '2026-03-03', text, story: 'p1' });

  test('comes back as an update for a new statement or figure, and shows that alone', async () => {
    const digest = await second([later('p2', PORT_STRIKE_AGAIN)]);
    expect(digest?.stories).toHaveLength(1);
    expect(digest?.stories[0]).toMatchObject({
      story: 'p1',
      update: expect.arrayContaining(['figure']),
    });
    expect(
      linesOf(digest as Digest)
        .map(({ text }) => text)
        .join(),
    ).toContain('2,300');
  });

  test('stays away where nothing material is new, and is counted as a repeat', async () => {
    const again = `The port of Larkhaven is closed.\n\n${PORT_STRIKE}`;
    const digest = await second([later('p2', again)]);
    expect(digest).toMatchObject({
      stories: [],
      sources: [],
      leftOut: { repeats: 1, articles: 0 },
    });
  });

  test('comes back where the same words are said of another name', async () => {
    const said = (port: string) => `The port of ${port} is shut by the strike, the union said.`;
    const first = { ...article({ id: 'p1', text: said('Larkhaven') }), outlet: 'Coast Daily' };
    const digest = await second([later('p2', said('Dunmere'))], first);
    expect(linesOf(digest as Digest).map(({ text }) => text)).toContain(said('Dunmere'));
    const again = await second([later('p2', said('Larkhaven'))], first);
    expect(again).toMatchObject({ stories: [], leftOut: { repeats: 1 } });
  });

  test('comes after what is new to the channel', async () => {
    const library = article({
      id: 'l1',
      outlet: 'Orrin Times',
      publishedAt: '2026-03-03',
      text: LIBRARY,
    });
    const digest = await second([later('p2', PORT_STRIKE_AGAIN), library]);
    expect(digest?.stories.map(({ story }) => story)).toEqual(['l1', 'p1']);
  });
});

describe('a look ahead', () => {
  test('shows what is next, or all there is, and changes nothing', async () => {
    const corpus = modelCorpus();
    await corpus.add([note('a1', 'The ferry came in late.')]);
    const subscription = { channel: 'C1', topics: [], schedule: MORNING, by: 'U1' };
    const since = '2026-03-01T00:00:00.000Z';
    await corpus.subscribe({ ...subscription, since, startsAfter: 1 });
    expect(await previewDigest(corpus, 'C1', [])).toMatchObject({
      of: 'everything',
      digest: { upTo: 1 },
    });
    await corpus.add([note('a2', 'The bank stayed shut.')]);
    const preview = await previewDigest(corpus, 'C1', []);
    expect(preview).toMatchObject({ of: 'next', digest: { after: 1, upTo: 2 } });
    expect(preview).toEqual({ of: 'next', digest: await upcomingDigest(corpus, 'C1') });
    expect(await corpus.deliveries('C1')).toEqual([]);
  });

  test('at a topic needs no subscription', async () => {
    const corpus = modelCorpus();
    await corpus.setTopic({ name: 'ferries', title: 'Ferries', aliases: ['ferry'], questions: [] });
    await corpus.add([note('a1', 'The ferry came in late.'), note('a2', 'The bank stayed shut.')]);
    const digest = await previewOf(corpus, ['ferries']);
    expect(digest.sources.map(({ articleId }) => articleId)).toEqual(['a1']);
    expect(await upcomingDigest(corpus, 'C1')).toMatchObject({ refused: expect.any(String) });
    const unknown = await previewDigest(corpus, 'C1', ['fairies']);
    expect(isRefusal(unknown) && unknown.next).toContain('ferries');
  });
});

const sentence = fc.oneof(
  fc.string({ maxLength: 500, unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom('Ines Calloway', 'A senior official', 'He', 'The agency', 'Coast Daily'),
      fc.constantFrom('said', 'told reporters', 'denied', 'wrote', 'according to'),
      fc.lorem({ maxCount: 20 }),
      fc.constantFrom('“', '"', ''),
    )
    .map(
      ([who, cue, what, mark]) =>
        `${mark}${what}${mark === '“' ? '”' : mark}, ${who} ${cue} on Monday.`,
    ),
);
const texts = fc.array(sentence, { maxLength: 12 }).map((all) => all.join(' '));

describe('for any articles', () => {
  test('every line is its span of its revision, and every number a source', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 6 }),
        async (both) => {
          const corpus = modelCorpus();
          const since = '2026-03-01T00:00:00.000Z';
          const subscription = { channel: 'C1', topics: [], schedule: MORNING, by: 'U1', since };
          await corpus.subscribe({ ...subscription, startsAfter: 0 });
          await corpus.add(both.map(([text], index) => article({ id: `a${index}`, text })));
          await corpus.add(both.map(([, text], index) => article({ id: `a${index}`, text })));
          const digest = await previewOf(corpus);
          const numbers = digest.sources.map(({ n }) => n);
          expect(numbers).toEqual(numbers.map((_, index) => index + 1));
          for (const line of linesOf(digest)) {
            const told = await corpus.article(line.articleId, line.revision);
            expect(told?.text.slice(line.start, line.end)).toBe(line.text);
            expect(digest.sources[line.source - 1]?.articleId).toBe(line.articleId);
          }
          for (const { sources } of digest.stories) {
            expect(sources.every((n) => numbers.includes(n))).toBe(true);
          }
          const length = linesOf(digest).reduce((sum, { text }) => sum + text.length, 0);
          expect(length).toBeLessThanOrEqual(LIMITS.lines);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a digest of nothing has no story', () => {
  const digest = composeDigest('C1', { after: 3, upTo: 3 }, []);
  expect(digest).toEqual({ channel: 'C1', after: 3, upTo: 3, stories: [], sources: [] });
});
