import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpus } from '../../../src/corpus/open.ts';
import { StorageError } from '../../../src/corpus/storage-error.ts';
import type { AddArticles } from '../../../src/ingest/files/add-read.ts';
import { ingestPaths } from '../../../src/ingest/files/ingest-paths.ts';
import { refuse } from '../../../src/news/refusal.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

const noWeb = async (url: string) => refuse(`${url} is not to be fetched here.`, 'Give a file.');

async function* typed(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function outcomes(
  add: AddArticles,
  paths: readonly string[],
  stdin = typed(),
): Promise<readonly (readonly [path: string, outcome: string])[]> {
  const told: string[] = [];
  const all = await ingestPaths(add, paths, stdin, noWeb, ({ path }) => told.push(path));
  expect(told).toEqual(all.map(({ path }) => path));
  return all.map((one) => [one.path, 'refusal' in one ? one.refusal.refused : one.change] as const);
}

test('files and folders are read in order of name, and what is refused stops nothing', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'b'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'b', 'two.txt'), 'Two.');
  writeFileSync(join(folder, 'c.txt'), 'Three.');
  writeFileSync(join(folder, 'a.txt'), 'One.');
  writeFileSync(join(folder, '.hidden.txt'), 'Hidden.');
  writeFileSync(join(folder, 'd.pdf'), 'x');
  symlinkSync(folder, join(folder, 'b', 'loop'));
  const corpus = given(await openCorpus(temporaryFolder()));
  const told = await outcomes(
    (articles) => corpus.add(articles),
    [folder, join(folder, 'a.txt'), join(folder, 'empty'), join(folder, 'none')],
  );
  const short = told.map(([path, outcome]) => [
    path.replace(folder, ''),
    outcome.replaceAll(folder, ''),
  ]);
  expect(short.sort()).toEqual([
    ['/a.txt', 'new'],
    ['/a.txt', 'unchanged'],
    ['/b/loop', expect.stringContaining('link back')],
    ['/b/two.txt', 'new'],
    ['/c.txt', 'new'],
    ['/d.pdf', expect.stringContaining('/d.pdf')],
    ['/empty', expect.stringContaining('no files')],
    ['/none', expect.stringContaining('/none')],
  ]);
  expect((await corpus.size()).articles).toBe(3);
  const arrived = (await corpus.search({})).map(({ article }) => article.text);
  expect(arrived.reverse()).toEqual(['One.', 'Two.', 'Three.']);
  await corpus.close();
});

test('an edited file becomes a revision', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.md');
  const corpus = given(await openCorpus(temporaryFolder()));
  const add: AddArticles = (articles) => corpus.add(articles);
  for (const [text, change] of [
    ['One.', 'new'],
    ['One, corrected.', 'revised'],
    ['One, corrected.', 'unchanged'],
  ]) {
    writeFileSync(path, `---\ntitle: A\n---\n${text}`);
    expect(await outcomes(add, [path])).toEqual([[path, change]]);
  }
  expect((await corpus.size()).articles).toBe(1);
  await corpus.close();
});

test('standard input is read as what it looks like', async () => {
  const corpus = given(await openCorpus(temporaryFolder()));
  const add: AddArticles = (articles) => corpus.add(articles);
  expect(await outcomes(add, ['-'], typed('---\ntitle: A', ' talk\n---\nText.'))).toEqual([
    ['-', 'new'],
  ]);
  expect((await corpus.search({}))[0]?.article).toMatchObject({ title: 'A talk', text: 'Text.' });
  expect(await outcomes(add, ['-'], typed())).toEqual([['-', 'standard input is empty.']]);
  const endless = (async function* () {
    for (;;) yield Buffer.alloc(1_000_000, 'x');
  })();
  expect(await outcomes(add, ['-'], endless)).toEqual([
    ['-', 'standard input is larger than 10 MB.'],
  ]);
  await corpus.close();
});

test('a disk that fails is told of each file', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'One.');
  writeFileSync(join(folder, 'b.txt'), 'Two.');
  const full: AddArticles = async () => {
    throw new StorageError({ refused: 'The disk is full.', next: 'Free some space.' });
  };
  expect((await outcomes(full, [folder])).map(([, outcome]) => outcome)).toEqual([
    'The disk is full.',
    'The disk is full.',
  ]);
});

test('where the disk takes a part of what is added, that part is told as added', async () => {
  const folder = temporaryFolder();
  const data = temporaryFolder();
  for (const day of ['2015-06-21', '2015-06-22', '2015-06-23']) {
    writeFileSync(join(folder, `${day}.md`), `---\ntitle: ${day}\ndate: ${day}\n---\nText.`);
  }
  const corpus = given(await openCorpus(data));
  const inTheWay = join(data, 'articles', '2015-06-22.json');
  mkdirSync(inTheWay);
  expect(await outcomes((articles) => corpus.add(articles), [folder])).toEqual([
    [join(folder, '2015-06-21.md'), 'new'],
    [join(folder, '2015-06-22.md'), expect.stringContaining(inTheWay)],
    [join(folder, '2015-06-23.md'), expect.stringContaining(inTheWay)],
  ]);
  expect((await corpus.search({})).map(({ article }) => article.title)).toEqual(['2015-06-21']);
  await corpus.close();
});
