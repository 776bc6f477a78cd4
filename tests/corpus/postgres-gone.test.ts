import { chmod } from 'node:fs/promises';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { StorageError } from '../../src/corpus/storage-error.ts';
import { gateTo } from '../postgres/gate.ts';
import { startPostgres } from '../postgres/server.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryDatabase } from './stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TOPIC = { name: 'opm', title: 'OPM', aliases: ['OPM'], questions: [] };

/** Everything that may be asked of a corpus while its database is away. */
const ASKED: Readonly<Record<string, (corpus: OwnedCorpus) => Promise<unknown>>> = {
  search: (corpus) => corpus.search({ words: 'pier' }),
  article: (corpus) => corpus.article('a'),
  size: (corpus) => corpus.size(),
  topics: (corpus) => corpus.topics(),
  deliveries: (corpus) => corpus.deliveries('C1'),
  ledgers: (corpus) => corpus.ledgers(),
  feedsDue: (corpus) => corpus.feedsDue('2026-03-02'),
  add: (corpus) => corpus.add([article({ id: 'b', text: 'Another pier.' })]),
  amend: (corpus) => corpus.amend(new Map([['a', { story: 'b' }]])),
  setTopic: (corpus) => corpus.setTopic(TOPIC),
  asked: (corpus) => corpus.asked('U1', 'opm', 1),
  changeFeed: (corpus) => corpus.changeFeed('https://a.example/', () => undefined),
  exclusively: (corpus) => corpus.exclusively('work', async () => 'done'),
};

describe('a database that is gone', () => {
  test('is told in a sentence by whatever is asked, and work goes on once it is back', async () => {
    const gate = await gateTo(await temporaryDatabase());
    const corpus = given(await openCorpus(gate.url));
    await corpus.add([article({ id: 'a', text: 'The pier.' })]);
    for (const [name, ask] of Object.entries(ASKED)) {
      // Gone before it is asked, and in the midst of it.
      await gate.close();
      await expect(ask(corpus), name).rejects.toThrow(StorageError);
      await gate.open();
      await expect(ask(corpus), name).resolves.not.toThrow();
      const asking = ask(corpus).then(
        () => undefined,
        (error: unknown) => error,
      );
      await gate.close();
      const error = await asking;
      expect(error === undefined || error instanceof StorageError, name).toBe(true);
      await gate.open();
    }
    expect((await corpus.size()).articles).toBe(2);
    expect((await corpus.search({ words: 'pier' })).map((one) => one.article.id).sort()).toEqual([
      'a',
      'b',
    ]);
    await corpus.close();
  });

  test('is refused at opening, and no password is told', async () => {
    const gate = await gateTo(await temporaryDatabase());
    await gate.close();
    const refused = await openCorpus(gate.url);
    expect(refused).toEqual({
      refused: expect.stringMatching(/^Could not open the database briefing on 127\.0\.0\.1:\d+: /),
      next: expect.stringContaining('DATABASE_URL'),
    });
    await gate.open();
    const wrong = new URL(gate.url);
    wrong.password = 'not-this-one';
    expect(await openCorpus(wrong.href)).toMatchObject({
      refused: expect.stringContaining('refuses this user or password'),
    });
    wrong.href = gate.url;
    wrong.pathname = '/elsewhere';
    expect(await openCorpus(wrong.href)).toMatchObject({
      refused: expect.stringContaining('there is no such database'),
    });
    for (const url of [gate.url, wrong.href]) {
      expect(
        JSON.stringify([refused, await openCorpus(url.replace(/:\d+\//, ':1/'))]),
      ).not.toContain(wrong.password);
    }
  });

  test('that is slow is waited for', async () => {
    const gate = await gateTo(await temporaryDatabase());
    const corpus = given(await openCorpus(gate.url));
    await corpus.add([article({ id: 'a', text: 'The pier.' })]);
    gate.delay(1_000);
    // Who waits does so beside the others.
    const [found, added] = await Promise.all([
      corpus.search({ words: 'pier' }),
      corpus.add([article({ id: 'b' })]),
      corpus.setTopic(TOPIC),
      corpus.exclusively('work', async () => 'done'),
    ]);
    expect(found).toHaveLength(1);
    expect(added).toMatchObject([{ change: 'new' }]);
    gate.delay(0);
    expect(await corpus.topics()).toEqual([TOPIC]);
    await corpus.close();
  });

  test('that is restarted in the midst of whatever is asked is worked with again', async () => {
    const folder = temporaryFolder();
    // Where tests run as root the server is another user's, who has to get to it.
    await chmod(folder, 0o755);
    const server = await startPostgres(folder);
    onTestFinished(() => server.stop());
    const corpus = given(await openCorpus(server.url));
    await corpus.add([article({ id: 'a', text: 'The pier.' })]);
    const asking = Promise.allSettled(Object.values(ASKED).map((ask) => ask(corpus)));
    await server.stop();
    for (const asked of await asking) {
      if (asked.status === 'rejected') expect(asked.reason).toBeInstanceOf(StorageError);
    }
    await expect(corpus.size()).rejects.toThrow(StorageError);
    await server.start();
    for (const [name, ask] of Object.entries(ASKED)) {
      await expect(ask(corpus), name).resolves.not.toThrow();
    }
    expect((await corpus.size()).articles).toBe(2);
    await corpus.close();
  });
});

test('a database that a newer version wrote is refused, and left as it is', async () => {
  const url = await temporaryDatabase();
  await given(await openCorpus(url)).close();
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  await sql.query("INSERT INTO layout (migration, name) VALUES (999, 'of a later version')");
  expect(await openCorpus(url)).toMatchObject({
    refused: expect.stringContaining('newer version (layout 999'),
  });
  await sql.end();
});

test('processes that open a new database at the same time all do', async () => {
  const url = await temporaryDatabase();
  const all = await Promise.all([1, 2, 3, 4].map(() => openCorpus(url)));
  const sizes = await Promise.all(all.map((corpus) => given(corpus).size()));
  expect(sizes).toEqual(Array(4).fill({ articles: 0, lastArrival: 0 }));
  await Promise.all(all.map((corpus) => given(corpus).close()));
});
