import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder with an article of each of two days, a topic, a subscription and a delivery. */
async function filledFolder(): Promise<string> {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add([
    article({ id: 'a', publishedAt: '2015-06-22' }),
    article({ id: 'b', publishedAt: '2015-06-23' }),
  ]);
  await corpus.setTopic({ name: 'opm', title: 'OPM', aliases: [], questions: [] });
  const schedule = { days: [1 as const], times: ['08:30'], timeZone: 'Europe/London' };
  const since = '2026-01-05T00:00:00.000Z';
  await corpus.subscribe({ channel: 'C1', topics: [], schedule, by: 'U1', since, startsAfter: 2 });
  const digest = { channel: 'C1', after: 0, upTo: 2, stories: [], sources: [] };
  const slot = '2026-01-12T08:30:00.000Z';
  const state = 'posted';
  await corpus.record({
    id: 'd',
    channel: 'C1',
    slot,
    state,
    digest,
    ts: '1',
    reason: null,
    at: slot,
  });
  await corpus.close();
  return folder;
}

const BROKEN: readonly (readonly [how: string, text: string])[] = [
  ['cut short', '[{"id": "b", "ti'],
  ['empty', ''],
  ['of another shape', '[{"id": "b"}]'],
];

describe.each(BROKEN)('a file of articles that is %s', (_, text) => {
  test('is set aside and named, and the rest goes on', async () => {
    const folder = await filledFolder();
    const path = join(folder, 'articles', '2015-06-23.json');
    writeFileSync(path, text);

    const seen = given(await readCorpus(folder));
    expect(seen.problems()).toMatchObject([{ refused: expect.stringContaining(path) }]);
    expect((await seen.search({})).map((found) => found.article.id)).toEqual(['a']);
    expect(readFileSync(path, 'utf8')).toBe(text);

    const corpus = given(await openCorpus(folder));
    const [problem] = corpus.problems();
    const [aside = ''] = readdirSync(join(folder, 'articles')).filter((n) => n.includes('damaged'));
    expect(problem?.refused).toContain(path);
    expect(problem?.refused).toContain(aside);
    expect(readFileSync(join(folder, 'articles', aside), 'utf8')).toBe(text);
    await corpus.add([article({ id: 'b', publishedAt: '2015-06-23' })]);
    expect((await corpus.article('b'))?.arrival).toBe(3);
    await corpus.close();

    const again = given(await openCorpus(folder));
    expect(again.problems()).toEqual([]);
    expect((await again.size()).articles).toBe(2);
    await again.close();
  });
});

test.each(['deliveries/2026-01-12.json', 'subscriptions.json'])(
  'with a damaged %s, which could make a digest arrive twice, the folder is not opened',
  async (name) => {
    const folder = await filledFolder();
    const path = join(folder, name);
    truncateSync(path, 20);
    const refusal = await openCorpus(folder);
    expect(refusal).toMatchObject({
      refused: expect.stringContaining(path),
      next: expect.stringContaining('backup'),
    });
    expect(readFileSync(path).length).toBe(20);
    const seen = given(await readCorpus(folder));
    expect(seen.problems()).toEqual([
      {
        refused: expect.stringContaining(path),
        next: isRefusal(refusal) ? refusal.next : '',
      },
    ]);
    writeFileSync(path, '[]');
    await given(await openCorpus(folder)).close();
  },
);

test('with a damaged corpus.json no arrival is given out twice and the starter articles stay loaded', async () => {
  const folder = await filledFolder();
  writeFileSync(join(folder, 'corpus.json'), 'x');
  const corpus = given(await openCorpus(folder));
  expect(corpus.problems()).toHaveLength(1);
  expect(await corpus.starterLoaded()).toBe(true);
  await corpus.add([article({ id: 'c' })]);
  expect((await corpus.article('c'))?.arrival).toBeGreaterThan(1000);
  await corpus.close();
});

test('with a missing corpus.json beside articles no arrival is given out twice and the starter articles stay loaded', async () => {
  const folder = await filledFolder();
  rmSync(join(folder, 'corpus.json'));
  const corpus = given(await openCorpus(folder));
  expect(corpus.problems()).toMatchObject([{ refused: expect.stringContaining('corpus.json') }]);
  expect(await corpus.starterLoaded()).toBe(true);
  await corpus.add([article({ id: 'c' })]);
  expect((await corpus.article('c'))?.arrival).toBeGreaterThan(1000);
  await corpus.close();
  const again = given(await openCorpus(folder));
  expect(again.problems()).toEqual([]);
  await again.close();
});

test('with a damaged topics.json the rest goes on', async () => {
  const folder = await filledFolder();
  writeFileSync(join(folder, 'topics.json'), '{}');
  const corpus = given(await openCorpus(folder));
  expect(corpus.problems()).toHaveLength(1);
  expect(await corpus.topics()).toEqual([]);
  expect((await corpus.size()).articles).toBe(2);
  await corpus.close();
});

test('a folder of a newer version is not opened', async () => {
  const folder = await filledFolder();
  writeFileSync(
    join(folder, 'corpus.json'),
    JSON.stringify({ format: 99, lastArrival: 2, starterLoaded: true }),
  );
  const newer = { refused: expect.stringContaining('newer version') };
  expect(await openCorpus(folder)).toMatchObject(newer);
  expect(await readCorpus(folder)).toMatchObject(newer);
});

test('what a later version added to a file is kept', async () => {
  const folder = await filledFolder();
  const path = join(folder, 'topics.json');
  const topic = { name: 'opm', title: 'OPM', aliases: [], questions: [], colour: 'red' };
  writeFileSync(path, JSON.stringify([topic]));
  const corpus = given(await openCorpus(folder));
  await corpus.setTopic({ name: 'sed', title: 'S&ED', aliases: [], questions: [] });
  await corpus.close();
  expect(JSON.parse(readFileSync(path, 'utf8'))[0]).toEqual(topic);
});

test('what a killed process left half written is cleared away', async () => {
  const folder = await filledFolder();
  const left = join(folder, 'articles', '.2015-06-22.json.123-1.tmp');
  writeFileSync(left, '[{"id"');
  const corpus = given(await openCorpus(folder));
  expect(corpus.problems()).toEqual([]);
  expect(readdirSync(join(folder, 'articles'))).toEqual(['2015-06-22.json', '2015-06-23.json']);
  await corpus.close();
});

test.each(['missing', 'damaged'])(
  'no arrival is given twice where corpus.json is %s and every article was removed',
  async (how) => {
    const folder = await filledFolder();
    const before = given(await openCorpus(folder));
    for (const id of ['a', 'b']) await before.remove(id);
    await before.close();
    if (how === 'missing') rmSync(join(folder, 'corpus.json'));
    else writeFileSync(join(folder, 'corpus.json'), '{');
    const corpus = given(await openCorpus(folder));
    expect(corpus.problems()).toHaveLength(1);
    await corpus.add([article({ id: 'c' })]);
    // The channel was given all up to the second.
    expect(await corpus.search({ arrivedAfter: 2 })).toHaveLength(1);
    await corpus.close();
  },
);

test('what breaks off half way is shown as far as the disk has it', async () => {
  const folder = await filledFolder();
  const corpus = given(await openCorpus(folder));
  const path = join(folder, 'articles', '2015-06-23.json');
  const kept = readFileSync(path);
  rmSync(path);
  // Nothing can be put in the place of a folder that is not empty.
  mkdirSync(join(path, 'in the way'), { recursive: true });
  const beside = (story: string) => new Map(['a', 'b'].map((id) => [id, { story }]));
  await expect(corpus.amend(beside('one'))).rejects.toMatchObject({ refused: expect.any(String) });
  expect(await corpus.article('a')).toMatchObject({ story: 'one' });
  expect(await corpus.article('b')).not.toHaveProperty('story');
  rmSync(path, { recursive: true });
  writeFileSync(path, kept);
  await corpus.amend(beside('two'));
  for (const id of ['a', 'b']) expect(await corpus.article(id)).toMatchObject({ story: 'two' });
  await corpus.close();
});
