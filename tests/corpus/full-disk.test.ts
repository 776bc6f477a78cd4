import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { runChild } from './child.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether a tiny disk could be put at a folder; that takes the rights of an administrator. */
function mountTiny(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return true;
}

const LARGE = 'Too much. '.repeat(50_000);

test('a full disk fails the change by name, and what was there stays', async (context) => {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (!mountTiny(folder)) return context.skip();
  const corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'small', publishedAt: '2015-06-22' })]);
  const path = join(folder, 'articles', '2015-06-22.json');
  const before = readFileSync(path, 'utf8');

  const batch = [
    article({ id: 'beside', publishedAt: '2015-06-21' }),
    article({ id: 'large', publishedAt: '2015-06-22', text: LARGE }),
  ];
  await expect(corpus.add(batch)).rejects.toMatchObject({
    refused: `Could not write ${path}: the disk is full.`,
    next: expect.stringContaining('Free some space'),
  });
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(readdirSync(join(folder, 'articles')).sort()).toEqual([
    '2015-06-21.json',
    '2015-06-22.json',
  ]);

  // What is in memory is what is on disk: the other day's article was written before the disk was full.
  const ids = ['beside', 'small'];
  expect((await corpus.search({})).map((found) => found.article.id).sort()).toEqual(ids);
  expect(await corpus.search({ phrases: ['too much'] })).toEqual([]);
  const seen = given(await readCorpus(folder));
  expect((await seen.search({})).map((found) => found.article.id).sort()).toEqual(ids);

  expect(await corpus.add([article({ id: 'after', publishedAt: '2015-06-22' })])).toMatchObject([
    { change: 'new' },
  ]);
  await corpus.close();
  await given(await openCorpus(folder)).close();
});

test('a disk that is full from the start refuses the folder by name', async (context) => {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (!mountTiny(folder)) return context.skip();
  execFileSync(
    'sh',
    ['-c', 'head -c 1000000 /dev/zero > "$1" || true', 'sh', join(folder, 'filler')],
    {
      stdio: 'ignore',
    },
  );
  const corpus = await openCorpus(folder);
  expect(isRefusal(corpus) && corpus.refused).toContain(folder);
  expect(isRefusal(corpus) && corpus.refused).toContain('the disk is full');
});

test('a file that may not grow fails the change by name, and the next one goes on', async (context) => {
  if (process.platform === 'win32') return context.skip();
  const folder = temporaryFolder();
  // Blocks of 512 bytes: 64 KB.
  const limited = ['sh', '-c', 'ulimit -f 128; exec "$@"', 'sh'];
  const child = runChild(new URL('./adding-too-much.ts', import.meta.url), [folder], limited);
  expect(await child.ended()).toBe(0);
  const [refusal = '', kept] = child.lines;
  expect(JSON.parse(refusal)).toEqual({
    refused: `Could not write ${join(folder, 'articles', '2015-06-22.json')}: the file would grow past the size allowed.`,
    next: 'Raise that limit, then do it again.',
  });
  expect(kept).toBe('["small","beside"]');
  const seen = given(await readCorpus(folder));
  expect((await seen.search({})).map((found) => found.article.id).sort()).toEqual([
    'after',
    'beside',
    'small',
  ]);
}, 60_000);
