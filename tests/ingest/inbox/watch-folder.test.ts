import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCorpus } from '../../../src/corpus/open.ts';
import type { OwnedCorpus } from '../../../src/corpus/owned-corpus.ts';
import { explainFailure, StorageError } from '../../../src/corpus/storage-error.ts';
import { type FolderNews, watchFolder } from '../../../src/ingest/inbox/watch-folder.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

interface Watched {
  readonly corpus: OwnedCorpus;
  /** Resolves with the next news of the folder. */
  next(): Promise<FolderNews>;
  /** Stops the watch and gives the news that nobody asked for. */
  stop(): Promise<readonly FolderNews[]>;
}

async function watched(
  folder: string,
  data = temporaryFolder(),
  seenAs: (corpus: OwnedCorpus) => OwnedCorpus = (corpus) => corpus,
): Promise<Watched> {
  const corpus = given(await openCorpus(data));
  const news: FolderNews[] = [];
  let wake = () => {};
  const watch = given(
    await watchFolder(seenAs(corpus), data, folder, (one) => {
      news.push(one);
      wake();
    }),
  );
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) {
      isStopped = true;
      await watch.stop();
      await corpus.close();
    }
    return news;
  };
  onTestFinished(async () => {
    await stop();
  });
  return {
    corpus,
    async next() {
      while (news.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return news.shift() ?? expect.fail();
    },
    stop,
  };
}

const MATTER = '---\ntitle: A talk\noutlet: The Courier\ndate: 2015-06-22\n---\n';

test('files are read as they appear, and again when they change, and nothing in the folder is touched', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep', 'a.md'), `${MATTER}It began.`);
  const { corpus, next } = await watched(folder);
  expect(await next()).toMatchObject({ kind: 'file', change: 'new', title: 'A talk' });
  writeFileSync(join(folder, 'b.txt'), 'Another one.');
  expect(await next()).toMatchObject({ path: join(folder, 'b.txt'), change: 'new' });
  const before = statSync(join(folder, 'b.txt')).mtimeMs;

  writeFileSync(join(folder, 'deep', 'a.md'), `${MATTER}It began and went on.`);
  writeFileSync(join(folder, 'c.txt'), 'A third one.');
  const changes = [await next(), await next()].map((news) => 'change' in news && news.change);
  expect(changes.sort()).toEqual(['new', 'revised']);
  expect((await corpus.size()).articles).toBe(3);
  expect(readdirSync(folder).sort()).toEqual(['b.txt', 'c.txt', 'deep']);
  expect(statSync(join(folder, 'b.txt')).mtimeMs).toBe(before);
});

test('a file that goes stays in the library', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'One.');
  const { corpus, next } = await watched(folder);
  await next();
  rmSync(join(folder, 'a.txt'));
  writeFileSync(join(folder, 'b.txt'), 'Two.');
  await next();
  expect((await corpus.size()).articles).toBe(2);
});

test('after a restart only what is new or changed is read, and what was refused is not told again', async () => {
  const folder = temporaryFolder();
  const data = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'One.');
  writeFileSync(join(folder, 'b.png'), 'x');
  const first = await watched(folder, data);
  const told = [await first.next(), await first.next()];
  expect(told.filter((news) => 'refusal' in news)).toHaveLength(1);
  expect(await first.stop()).toEqual([]);

  writeFileSync(join(folder, 'c.txt'), 'Three.');
  const second = await watched(folder, data);
  expect(await second.next()).toMatchObject({ path: join(folder, 'c.txt'), change: 'new' });
  expect(await second.stop()).toEqual([]);
});

test('what a reader removed from the library stays removed while its file does not change', async () => {
  const folder = temporaryFolder();
  const data = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'One.');
  const first = await watched(folder, data);
  const news = await first.next();
  expect('id' in news && (await first.corpus.remove(news.id))).toBe(true);
  await first.stop();
  writeFileSync(join(folder, 'b.txt'), 'Two.');
  const second = await watched(folder, data);
  await second.next();
  await second.stop();
  expect((await second.corpus.size()).articles).toBe(1);
});

test.each(['', '{"folder":', '[]'])(
  'with its memory damaged (%j) files are read again, and nothing changes',
  async (damaged) => {
    const folder = temporaryFolder();
    const data = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), 'One.');
    const first = await watched(folder, data);
    await first.next();
    await first.stop();
    writeFileSync(join(data, 'watched.json'), damaged);
    const second = await watched(folder, data);
    expect(await second.next()).toMatchObject({ change: 'unchanged' });
  },
);

test('a disk that fails is told once, and the file is read when it is mended', async () => {
  const folder = temporaryFolder();
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  let failures = 2;
  writeFileSync(join(folder, 'a.txt'), 'One.');
  const { next } = await watched(folder, temporaryFolder(), (corpus) => ({
    ...corpus,
    async add(articles) {
      failures -= 1;
      if (failures >= 0) throw new StorageError(explainFailure('data', 'write', full));
      return corpus.add(articles);
    },
  }));
  expect(await next()).toMatchObject({
    kind: 'failed',
    refusal: { refused: expect.stringContaining('full') },
  });
  writeFileSync(join(folder, 'b.txt'), 'Two.');
  writeFileSync(join(folder, 'c.txt'), 'Three.');
  const paths = [await next(), await next(), await next()].map(
    (news) => 'path' in news && news.path,
  );
  expect(paths.sort()).toEqual(['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name)));
});

test('unfinished and hidden files are left until they have their name', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt.part'), 'One.');
  writeFileSync(join(folder, '.b.txt'), 'Two.');
  writeFileSync(join(folder, 'c.txt'), 'Three.');
  const { next } = await watched(folder);
  expect(await next()).toMatchObject({ path: join(folder, 'c.txt') });
  renameSync(join(folder, 'a.txt.part'), join(folder, 'a.txt'));
  expect(await next()).toMatchObject({ path: join(folder, 'a.txt') });
});

test.skipIf(process.getuid?.() === 0)(
  'a file that may not be read is told once, and read once it may',
  async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), 'One.', { mode: 0 });
    const { next } = await watched(folder);
    expect(await next()).toMatchObject({ kind: 'failed' });
    chmodSync(join(folder, 'a.txt'), 0o600);
    writeFileSync(join(folder, 'b.txt'), 'Two.');
    expect(await next()).toMatchObject({ kind: 'file' });
    expect(await next()).toMatchObject({ kind: 'file' });
  },
);

test('a folder that is missing, a file, or among the bot’s own is refused by name', async () => {
  const data = temporaryFolder();
  const corpus = given(await openCorpus(data));
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  mkdirSync(join(data, 'inbox'));
  for (const folder of [`${file}-none`, file, data, join(data, 'inbox'), join(data, '..')]) {
    expect(await watchFolder(corpus, data, folder, () => {})).toMatchObject({
      refused: expect.stringContaining(folder),
      next: expect.stringContaining('WATCH_FOLDER'),
    });
  }
  await corpus.close();
});
