import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openCorpus } from '../../../src/corpus/open.ts';
import type { OwnedCorpus } from '../../../src/corpus/owned-corpus.ts';
import { type InboxNews, watchInbox } from '../../../src/ingest/inbox/watch-inbox.ts';
import { readLibrary } from '../../../src/ingest/library.ts';
import { runChild } from '../../corpus/child.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';
import { smallSeeds } from './seeds.ts';

interface Watched {
  readonly folder: string;
  readonly inbox: string;
  readonly corpus: OwnedCorpus;
  /** Resolves with the next news of a file. */
  next(): Promise<InboxNews>;
  stop(): Promise<void>;
}

async function watched(
  folder = temporaryFolder(),
  seenAs: (corpus: OwnedCorpus) => OwnedCorpus = (corpus) => corpus,
): Promise<Watched> {
  const corpus = given(await openCorpus(folder));
  const news: InboxNews[] = [];
  let wake = () => {};
  const watch = given(
    await watchInbox(seenAs(corpus), folder, (one) => {
      news.push(one);
      wake();
    }),
  );
  const stop = async () => {
    await watch.stop();
    await corpus.close();
  };
  onTestFinished(stop);
  return {
    folder,
    inbox: join(folder, 'inbox'),
    corpus,
    async next() {
      while (news.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return news.shift() ?? { kind: 'failed', refusal: { refused: '', next: '' } };
    },
    stop,
  };
}

const MATTER = '---\ntitle: A talk\ndate: 2015-06-22\n---\n';

test('a dropped file is read in and moved away', async () => {
  const { inbox, corpus, next } = await watched();
  writeFileSync(join(inbox, 'a.md'), `${MATTER}Kirby spoke.`);
  expect(await next()).toMatchObject({ kind: 'file', title: 'A talk', change: 'new' });
  expect(await corpus.search({ phrases: ['Kirby'] })).toHaveLength(1);
  expect(readdirSync(join(inbox, 'done'))).toEqual(['a.md']);
  expect(existsSync(join(inbox, 'a.md'))).toBe(false);

  writeFileSync(join(inbox, 'a.md'), `${MATTER}Kirby spoke again.`);
  expect(await next()).toMatchObject({ change: 'revised' });
  expect(readdirSync(join(inbox, 'done')).sort()).toEqual(['a-2.md', 'a.md']);
});

test('what is refused is moved away with a page that says why', async () => {
  const { inbox, next } = await watched();
  writeFileSync(join(inbox, 'a.md'), '---\ndate: 2015-02-30\n---\nText.');
  expect(await next()).toMatchObject({ kind: 'file', refusal: expect.anything() });
  expect(readdirSync(join(inbox, 'refused')).sort()).toEqual(['a.md', 'a.md.why.txt']);
  expect(readFileSync(join(inbox, 'refused', 'a.md.why.txt'), 'utf8')).toContain('2015-02-30');
});

test('a file that is still being written is left until it is whole', async () => {
  const { inbox, corpus, next } = await watched();
  const path = join(inbox, 'slow.txt');
  await appendFile(path, 'Begun.');
  writeFileSync(join(inbox, 'whole.txt'), 'Whole.');
  // Written to until another file, no older, has been read.
  let whole: InboxNews | undefined;
  const reading = next().then((news) => {
    whole = news;
  });
  while (whole === undefined) await appendFile(path, ' On.');
  await appendFile(path, ' Ended.');
  await reading;
  expect(whole).toMatchObject({ path: join(inbox, 'whole.txt') });
  expect(await next()).toMatchObject({ path, change: 'new' });
  const [found] = await corpus.search({ phrases: ['begun'] });
  expect(found?.article.text).toMatch(/^Begun\. .*On\. Ended\.$/);
  expect(found?.article.revision).toBe(1);
});

test('unfinished downloads and hidden files are left alone; renamed to their name they are read', async () => {
  const { inbox, next } = await watched();
  writeFileSync(join(inbox, 'a.txt.part'), 'One.');
  writeFileSync(join(inbox, '.b.txt'), 'Two.');
  mkdirSync(join(inbox, '.git'));
  writeFileSync(join(inbox, '.git', 'HEAD'), 'Four.');
  writeFileSync(join(inbox, 'c.txt'), 'Three.');
  expect(await next()).toMatchObject({ path: join(inbox, 'c.txt') });
  renameSync(join(inbox, 'a.txt.part'), join(inbox, 'a.txt'));
  expect(await next()).toMatchObject({ path: join(inbox, 'a.txt') });
  expect(readdirSync(inbox)).toEqual(expect.arrayContaining(['.b.txt', '.git']));
});

test('a file with a name as long as a name can be is refused like any other, with a page that says why', async () => {
  const { inbox, next } = await watched();
  const names = ['a', 'b'].map((end) => `${'x'.repeat(250)}${end}.png`);
  for (const name of names) writeFileSync(join(inbox, name), 'x');
  writeFileSync(join(inbox, 'zz.txt'), 'Text.');
  for (const name of names) {
    expect(await next()).toMatchObject({ path: join(inbox, name), refusal: expect.anything() });
  }
  expect(await next()).toMatchObject({ path: join(inbox, 'zz.txt'), change: 'new' });
  writeFileSync(join(inbox, names[0] ?? ''), 'x');
  expect(await next()).toMatchObject({ refusal: expect.anything() });
  const refused = readdirSync(join(inbox, 'refused'));
  expect(refused).toEqual(expect.arrayContaining(names));
  expect(refused.filter((name) => name.endsWith('.why.txt'))).toHaveLength(3);
});

test('a file that cannot be moved away is told once and holds up nothing behind it', async () => {
  const folder = temporaryFolder();
  const inbox = join(folder, 'inbox');
  mkdirSync(join(inbox, 'batch'), { recursive: true });
  mkdirSync(join(inbox, 'done'));
  writeFileSync(join(inbox, 'done', 'batch'), 'In the way of a folder.');
  writeFileSync(join(inbox, 'batch', 'a.txt'), 'One.');
  writeFileSync(join(inbox, 'z.txt'), 'Two.');
  const { next } = await watched(folder);
  const failed = { refused: expect.stringContaining(join('batch', 'a.txt')) };
  expect(await next()).toMatchObject({ kind: 'failed', refusal: failed });
  expect(await next()).toMatchObject({ path: join(inbox, 'z.txt'), change: 'new' });
  writeFileSync(join(inbox, 'y.txt'), 'Three.');
  expect(await next()).toMatchObject({ path: join(inbox, 'y.txt'), change: 'new' });
});

test('a request that cannot be read is told and holds up no file', async () => {
  const folder = temporaryFolder();
  const inbox = join(folder, 'inbox');
  mkdirSync(join(inbox, 'requests', '000001-1-aa.json'), { recursive: true });
  writeFileSync(join(inbox, 'a.txt'), 'One.');
  const { next } = await watched(folder);
  expect(await next()).toMatchObject({ kind: 'failed' });
  expect(await next()).toMatchObject({ kind: 'file', change: 'new' });
});

test('a mistake of ours is told, and the watch goes on', async () => {
  let mistakes = 1;
  const { inbox, next } = await watched(temporaryFolder(), (corpus) => ({
    ...corpus,
    async add(articles) {
      mistakes -= 1;
      if (mistakes >= 0) throw new TypeError('not a function');
      return corpus.add(articles);
    },
  }));
  writeFileSync(join(inbox, 'a.txt'), 'One.');
  expect(await next()).toMatchObject({
    kind: 'failed',
    refusal: { refused: expect.stringContaining('not a function') },
  });
  writeFileSync(join(inbox, 'b.txt'), 'Two.');
  expect(await next()).toMatchObject({ kind: 'file', change: 'new' });
});

test('stopped, the watch finishes the file under way and no other', async () => {
  const folder = temporaryFolder();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  for (const name of ['a', 'b', 'c']) writeFileSync(join(inbox, `${name}.txt`), `Text ${name}.`);
  const corpus = given(await openCorpus(folder));
  await new Promise<void>((resolve, reject) => {
    const watch = watchInbox(corpus, folder, () => {
      watch.then((opened) => given(opened).stop()).then(resolve, reject);
    });
  });
  expect(readdirSync(join(inbox, 'done')).length).toBeLessThan(3);
  await corpus.close();
});

test('a clock that is set back holds up no file', async () => {
  const start = Date.now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => start - 10 * performance.now());
  onTestFinished(() => clock.mockRestore());
  const { inbox, next } = await watched();
  writeFileSync(join(inbox, 'a.txt'), 'One.');
  expect(await next()).toMatchObject({ change: 'new' });
});

test('a dropped folder is read with all it holds', async () => {
  const { inbox, next } = await watched();
  const outside = temporaryFolder();
  mkdirSync(join(outside, 'batch', 'deep'), { recursive: true });
  writeFileSync(join(outside, 'batch', 'deep', 'a.txt'), 'One.');
  writeFileSync(join(outside, 'batch', 'b.txt'), 'Two.');
  renameSync(join(outside, 'batch'), join(inbox, 'batch'));
  const paths = [await next(), await next()].map((news) => news.kind === 'file' && news.path);
  expect(paths.sort()).toEqual([
    join(inbox, 'batch', 'b.txt'),
    join(inbox, 'batch', 'deep', 'a.txt'),
  ]);
  expect(existsSync(join(inbox, 'done', 'batch', 'deep', 'a.txt'))).toBe(true);
});

test('a file left by a process that was killed between reading and moving changes nothing the second time', async () => {
  const folder = temporaryFolder();
  const first = await watched(folder);
  writeFileSync(join(first.inbox, 'a.md'), `${MATTER}Kirby spoke.`);
  await first.next();
  await first.stop();
  renameSync(join(first.inbox, 'done', 'a.md'), join(first.inbox, 'a.md'));
  const second = await watched(folder);
  expect(await second.next()).toMatchObject({ change: 'unchanged' });
  expect((await second.corpus.size()).lastArrival).toBe(1);
});

test('killed at any moment, the inbox loses no file and reads none in twice', async () => {
  const folder = temporaryFolder();
  const seeds = smallSeeds();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  for (let n = 0; n < 40; n += 1) {
    writeFileSync(join(inbox, `a${n}.md`), `---\ntitle: Talk ${n}\n---\nIt was said ${n} times.`);
  }
  writeFileSync(join(inbox, 'b.pdf'), 'x');
  const waiting = () => readdirSync(inbox).filter((name) => /\.(?:md|pdf)$/.test(name)).length;
  for (let run = 0; waiting() > 0; run += 1) {
    const child = runChild(new URL('./watching.ts', import.meta.url), [folder, seeds]);
    // Killed after some files; at last it may finish.
    await child.printed(run < 3 ? 1 + Math.floor(Math.random() * 12) : 1 + waiting());
    child.kill('SIGKILL');
    await child.ended();
  }
  const seen = given(await readLibrary(folder, seeds));
  const found = (await seen.search({ phrases: ['it was said'] })).map(({ article }) => article);
  expect(found).toHaveLength(40);
  expect(found.every(({ revision }) => revision === 1)).toBe(true);
  expect(readdirSync(join(inbox, 'done'))).toHaveLength(40);
  expect(readdirSync(join(inbox, 'refused')).sort()).toEqual(['b.pdf', 'b.pdf.why.txt']);
}, 60_000);
