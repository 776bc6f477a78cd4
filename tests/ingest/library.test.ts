import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { openLibrary, readLibrary } from '../../src/ingest/library.ts';
import { runChild } from '../corpus/child.ts';
import { given } from '../corpus/given.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { smallSeeds } from './inbox/seeds.ts';

const LOADING = new URL('./inbox/loading.ts', import.meta.url);

test('whoever opens an empty folder first loads the starter articles and topics, once', async () => {
  const folder = join(temporaryFolder(), 'data');
  const seeds = smallSeeds();
  const seen = given(await readLibrary(folder, seeds));
  expect((await seen.size()).articles).toBe(2);
  expect((await seen.topics()).map(({ name }) => name)).toEqual(['opm']);

  const corpus = given(await openLibrary(folder, seeds));
  for (const { article } of await corpus.search({})) await corpus.remove(article.id);
  await corpus.close();
  expect(await given(await openLibrary(folder, seeds)).size()).toMatchObject({ articles: 0 });
});

test('a folder whose loading was cut short is loaded to the end by the next', async () => {
  const folder = temporaryFolder();
  const seeds = smallSeeds();
  // As a process leaves it that is killed before the last step.
  const half = given(await openCorpus(folder));
  await half.setTopic({ name: 'opm', title: 'My own title', aliases: [], questions: [] });
  await half.close();
  const seen = given(await readLibrary(folder, seeds));
  expect((await seen.size()).articles).toBe(2);
  expect(await seen.topics()).toMatchObject([{ title: 'My own title' }]);
});

test('two commands that meet at an empty folder both see it loaded', async () => {
  const folder = join(temporaryFolder(), 'data');
  const seeds = smallSeeds();
  const children = [0, 1, 2].map(() => runChild(LOADING, [folder, seeds]));
  expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0, 0]);
  expect(children.map((child) => child.lines)).toEqual([['2 1'], ['2 1'], ['2 1']]);
}, 60_000);

test('looking in beside the owner takes no lock', async () => {
  const folder = temporaryFolder();
  const seeds = smallSeeds();
  const corpus = given(await openLibrary(folder, seeds));
  expect((await given(await readLibrary(folder, seeds)).size()).articles).toBe(2);
  await corpus.close();
});

test('a broken starter article or topics file is told, and the rest is loaded', async () => {
  const seeds = smallSeeds();
  writeFileSync(join(seeds, 'articles', 'broken.md'), '---\ndate: 2015-02-30\n---\nText.');
  writeFileSync(join(seeds, 'topics.yml'), '- name: OPM breach\n');
  const corpus = given(await openLibrary(temporaryFolder(), seeds));
  expect(corpus.problems().map(({ refused }) => refused)).toEqual([
    expect.stringContaining('topics.yml'),
    expect.stringContaining('broken.md'),
  ]);
  expect((await corpus.size()).articles).toBe(2);
  await corpus.close();
});

test('a missing seeds folder is told', async () => {
  const seeds = smallSeeds();
  rmSync(seeds, { recursive: true });
  const folder = temporaryFolder();
  const corpus = given(await openLibrary(folder, seeds));
  expect(corpus.problems()).toHaveLength(2);
  await corpus.close();
});

test('a data folder that is a file is refused by name', async () => {
  const path = join(temporaryFolder(), 'data');
  writeFileSync(path, '');
  mkdirSync(`${path}-other`);
  const named = { refused: expect.stringContaining(path), next: expect.any(String) };
  expect(await openLibrary(path, smallSeeds())).toMatchObject(named);
  expect(await readLibrary(path, smallSeeds())).toMatchObject(named);
  expect(existsSync(path)).toBe(true);
});
