import { expect, test } from 'vitest';
import { moveCorpus } from '../../src/corpus/move.ts';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import type { SeenCorpus } from '../../src/corpus/reader.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { runChild } from './child.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryDatabase } from './stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

const MOVING = new URL('./moving.ts', import.meta.url);
const ARTICLES = 700;
const KILLS = 3;
const TOPIC = { name: 'opm', title: 'OPM', aliases: ['OPM'], questions: [] };
const AT = '2026-03-02T13:30:00.000Z';

/** Articles as they come in, some changed since, copied, removed, or with odd characters. */
async function fill(folder: string): Promise<void> {
  const corpus = given(await openCorpus(folder));
  const all = Array.from({ length: ARTICLES }, (_, n) =>
    article({
      id: `a${n}`,
      title: n % 5 === 0 ? null : `Report ${n}`,
      text: `The office of pier ${n} said \0 \ud800 “so”.`,
      publishedAt: n % 9 === 0 ? null : `2015-06-${10 + (n % 20)}`,
      ...(n % 4 === 1 && { story: `a${n - 1}` }),
    }),
  );
  await corpus.add(all);
  await corpus.add(all.slice(0, 300).map((one) => ({ ...one, text: `${one.text} Corrected.` })));
  await corpus.amend(new Map([['a7', { copies: [{ id: 'copy', url: null, outlet: 'Else' }] }]]));
  await corpus.remove(`a${ARTICLES - 1}`);
  for (const name of ['opm', 'b', 'a']) await corpus.setTopic({ ...TOPIC, name });
  await corpus.keepSeeded([TOPIC]);
  await corpus.markStarterLoaded();
  const calendar = { days: [1 as const], times: ['08:30'], timeZone: 'UTC' };
  for (const channel of ['C2', 'C1']) {
    const terms = { channel, topics: ['opm'], schedule: calendar, by: 'U1' };
    await corpus.subscribe({ ...terms, since: AT, startsAfter: 3 });
  }
  for (const [n, channel] of ['C1', 'C2', 'C1', 'C3'].entries()) {
    const digest = { channel, after: 0, upTo: n, stories: [], sources: [] };
    const slot = `2026-03-0${n + 1}T08:30:00.000Z`;
    const fate = { state: 'posted' as const, ts: '1.0', reason: null, at: AT };
    const delivery: Delivery = { id: `${channel}/${slot}`, channel, slot, digest, ...fate };
    await corpus.record(delivery);
  }
  for (let n = 0; n < 5; n += 1) await corpus.asked('U1', `topic \\ \0 ${n}`, n);
  const lines = [{ articleId: 'a1', revision: 1, start: 0, end: 3 }];
  await corpus.changeShown('U1', () => [{ to: 'U1', about: 'opm', at: AT, lines }]);
  await corpus.close();
}

/** All that a corpus tells. */
async function toldBy(corpus: SeenCorpus) {
  const found = await corpus.search({});
  const revisions = [];
  for (const { article: one } of found) {
    for (let n = 1; n <= one.revision; n += 1) revisions.push(await corpus.article(one.id, n));
  }
  return {
    size: await corpus.size(),
    newest: found.map(({ article: one }) => one),
    revisions,
    copy: await corpus.article('copy'),
    topics: await corpus.topics(),
    seeded: await corpus.seeded(),
    starterLoaded: await corpus.starterLoaded(),
    subscriptions: await corpus.subscriptions(),
    deliveries: await Promise.all(['C1', 'C2', 'C3'].map((one) => corpus.deliveries(one))),
    asked: await Promise.all([0, 1, 4].map((n) => corpus.lastAsked('U1', `topic ${n}`))),
    shown: await corpus.shown('U1'),
    phrase: (await corpus.search({ phrases: ['pier 17'] })).map(({ article: one }) => one.id),
  };
}

test(`killed ${KILLS} times while it moves, a library is moved whole, and nothing in it is there twice`, async () => {
  const [folder, database] = [temporaryFolder(), await temporaryDatabase()];
  await fill(folder);
  const before = given(await readCorpus(folder));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = runChild(MOVING, [folder, database]);
    await child.printed(1 + Math.floor(Math.random() * 7));
    child.kill('SIGKILL');
    expect(await child.ended()).toBe('SIGKILL');
    expect(await openCorpus(database)).toMatchObject({
      refused: expect.stringContaining('has been moved into'),
      next: expect.stringContaining('briefing migrate'),
    });
  }
  const child = runChild(MOVING, [folder, database]);
  expect(await child.ended()).toBe(0);
  expect(child.lines.at(-1)).toBe(
    JSON.stringify({ articles: ARTICLES - 1, revisions: ARTICLES + 299 }),
  );
  const moved = given(await readCorpus(database));
  expect(await toldBy(moved)).toEqual(await toldBy(before));
  await moved.close();
}, 120_000);

test('a library is not moved while a process owns it, nor into a database that holds something', async () => {
  const [folder, database] = [temporaryFolder(), await temporaryDatabase()];
  const nothing = () => {};
  expect(await moveCorpus(folder, database, nothing)).toMatchObject({
    refused: expect.stringContaining('no library'),
  });
  const owner = given(await openCorpus(folder));
  await owner.add([article({ id: 'a' })]);
  expect(await moveCorpus(folder, database, nothing)).toMatchObject({
    refused: expect.stringContaining('in use'),
  });
  await owner.close();
  const other = given(await openCorpus(database));
  await other.setTopic(TOPIC);
  expect(await moveCorpus(folder, database, nothing)).toMatchObject({
    refused: expect.stringContaining('something in'),
  });
  await other.removeTopic(TOPIC.name);
  await other.close();
  expect(await moveCorpus(folder, database, nothing)).toEqual({ articles: 1, revisions: 1 });
});
