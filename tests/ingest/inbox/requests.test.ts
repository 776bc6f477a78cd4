import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../../src/corpus/open.ts';
import type { Change } from '../../../src/ingest/inbox/change.ts';
import { changeLibrary } from '../../../src/ingest/inbox/change-library.ts';
import { inboxFolders } from '../../../src/ingest/inbox/inbox-folders.ts';
import {
  doRequests,
  forgetReceipts,
  leaveRequest,
  receiptFor,
} from '../../../src/ingest/inbox/requests.ts';
import { watchInbox } from '../../../src/ingest/inbox/watch-inbox.ts';
import { openLibrary, readLibrary } from '../../../src/ingest/library.ts';
import { runChild } from '../../corpus/child.ts';
import { given } from '../../corpus/given.ts';
import { article } from '../../corpus/new-article.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';
import { smallSeeds } from './seeds.ts';

const CHANGING = new URL('./changing.ts', import.meta.url);
const WATCHING = new URL('./watching.ts', import.meta.url);

async function idsIn(folder: string, seeds: string): Promise<readonly string[]> {
  const seen = given(await readLibrary(folder, seeds));
  return (await seen.search({})).map((found) => found.article.id).sort();
}

describe('a change', () => {
  test('is made at once where nobody owns the folder', async () => {
    const folder = temporaryFolder();
    const seeds = smallSeeds();
    const changed = given(
      await changeLibrary(folder, seeds, { kind: 'add', articles: [article({ id: 'a' })] }),
    );
    expect(changed).toMatchObject({ done: true, added: [{ id: 'a', change: 'new' }] });
    expect(given(await changeLibrary(folder, seeds, { kind: 'remove', id: 'a' })).done).toBe(true);
    expect(given(await changeLibrary(folder, seeds, { kind: 'remove', id: 'a' })).done).toBe(false);
    expect(await idsIn(folder, seeds)).toHaveLength(2);
  });

  test('of every kind goes through the owner where there is one', async () => {
    const folder = temporaryFolder();
    const seeds = smallSeeds();
    const corpus = given(await openLibrary(folder, seeds));
    const watch = given(await watchInbox(corpus, folder, () => {}));
    const topic = { name: 'dam', title: 'The dam', aliases: ['dam'], questions: [] };
    const changes: readonly (readonly [Change, boolean])[] = [
      [{ kind: 'add', articles: [article({ id: 'a', text: 'A “quoted” word.' })] }, true],
      [{ kind: 'remove', id: 'none' }, false],
      [{ kind: 'topic', topic, where: 'new' }, true],
      // As where the owner died between the change and its receipt.
      [{ kind: 'topic', topic, where: 'new' }, true],
      [{ kind: 'topic', topic: { ...topic, title: 'Dams' }, where: 'new' }, false],
      [{ kind: 'topic', topic: { ...topic, title: 'Dams' }, where: 'known' }, true],
      [{ kind: 'topic', topic: { ...topic, name: 'none' }, where: 'known' }, false],
      [{ kind: 'untopic', name: 'opm' }, true],
      [{ kind: 'untopic', name: 'opm' }, false],
    ];
    for (const [change, done] of changes) {
      expect(given(await changeLibrary(folder, seeds, change)).done, change.kind).toBe(done);
    }
    expect(await corpus.article('a')).toEqual({
      ...article({ id: 'a', text: 'A “quoted” word.' }),
      revision: 1,
      arrival: 3,
      ingestedAt: expect.any(String),
    });
    expect(await corpus.topics()).toEqual([{ ...topic, title: 'Dams' }]);
    await watch.stop();
    await corpus.close();
  });
});

test('commands beside an owner that adds, too, lose nothing', async () => {
  const folder = temporaryFolder();
  const seeds = smallSeeds();
  const corpus = given(await openLibrary(folder, seeds));
  const watch = given(await watchInbox(corpus, folder, () => {}));
  const children = [0, 1, 2, 3].map((n) => runChild(CHANGING, [folder, seeds, `child${n}`, '10']));
  const own: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    await corpus.add([article({ id: `own-${n}`, publishedAt: '2015-06-22' })]);
    own.push(`own-${n}`);
  }
  expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0, 0, 0]);
  await watch.stop();
  await corpus.close();
  const expected = [...own, ...children.flatMap((child) => child.lines)];
  expect(expected).toHaveLength(80);
  const kept = await idsIn(folder, seeds);
  expect(expected.filter((id) => !kept.includes(id))).toEqual([]);
}, 60_000);

test('commands that meet without an owner take turns', async () => {
  const folder = temporaryFolder();
  const seeds = smallSeeds();
  const children = [0, 1, 2].map((n) => runChild(CHANGING, [folder, seeds, `child${n}`, '3']));
  expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0, 0]);
  expect(await idsIn(folder, seeds)).toHaveLength(2 + 9);
}, 60_000);

test('where the owner is killed a waiting command takes over, and each change is made once', async () => {
  const folder = temporaryFolder();
  const seeds = smallSeeds();
  for (let kill = 0; kill < 3; kill += 1) {
    const owner = runChild(WATCHING, [folder, seeds]);
    await owner.printed(1);
    const children = [0, 1].map((n) => runChild(CHANGING, [folder, seeds, `k${kill}c${n}`, '5']));
    await children[0]?.printed(1 + kill);
    owner.kill('SIGKILL');
    expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0]);
    expect(children.map((child) => child.lines.length)).toEqual([5, 5]);
  }
  const seen = given(await readLibrary(folder, seeds));
  const found = (await seen.search({})).map(({ article }) => article);
  expect(found).toHaveLength(2 + 30);
  expect(found.every(({ revision }) => revision === 1)).toBe(true);
}, 60_000);

test('a request left while nobody ran is done by the next owner, in order, and once', async () => {
  const folder = temporaryFolder();
  const folders = inboxFolders(folder);
  const first = await leaveRequest(folders, { kind: 'add', articles: [article({ id: 'a' })] });
  const second = await leaveRequest(folders, { kind: 'remove', id: 'a' });
  expect(await receiptFor(folders, first)).toBeUndefined();
  const corpus = given(await openCorpus(folder));
  expect((await doRequests(corpus, folders)).map(({ request }) => request).sort()).toEqual(
    [first, second].sort(),
  );
  expect(await receiptFor(folders, second)).toMatchObject({ done: true });
  expect((await corpus.size()).articles).toBe(0);
  // As a process leaves it that is killed before the request is taken away.
  writeFileSync(
    join(folders.requests, `${second}.json`),
    JSON.stringify({ kind: 'remove', id: 'a' }),
  );
  await corpus.add([article({ id: 'a' })]);
  expect(await doRequests(corpus, folders)).toHaveLength(1);
  expect((await corpus.size()).articles).toBe(1);
  expect(readdirSync(folders.requests)).toEqual([]);
  await corpus.close();
});

test('a damaged request is answered with a refusal and kept aside', async () => {
  const folder = temporaryFolder();
  const folders = inboxFolders(folder);
  const request = await leaveRequest(folders, { kind: 'remove', id: 'a' });
  writeFileSync(join(folders.requests, `${request}.json`), '{"kind":"remo');
  const corpus = given(await openCorpus(folder));
  await doRequests(corpus, folders);
  expect(await receiptFor(folders, request)).toMatchObject({
    refused: expect.stringContaining('damaged'),
  });
  expect(readdirSync(folders.refused)).toEqual([`${request}.json`]);
  await corpus.close();
});

test('a request that the disk fails is kept, and done once that is mended', async () => {
  const folder = temporaryFolder();
  const folders = inboxFolders(folder);
  const request = await leaveRequest(folders, { kind: 'add', articles: [article({ id: 'a' })] });
  const first = given(await openCorpus(folder));
  // Every change of an owner that let go fails as on a broken disk.
  await first.close();
  expect(await doRequests(first, folders)).toEqual([
    { request, postponed: { refused: expect.stringContaining(folder), next: expect.any(String) } },
  ]);
  expect(readdirSync(folders.requests)).toEqual([`${request}.json`]);
  expect(await receiptFor(folders, request)).toBeUndefined();

  const second = given(await openCorpus(folder));
  expect(await doRequests(second, folders)).toMatchObject([{ outcome: { done: true } }]);
  expect(await second.article('a')).toBeDefined();
  expect(readdirSync(folders.requests)).toEqual([]);
  await second.close();
});

test.each(['', '{"done":', '[]'])('a damaged receipt (%j) counts as none', async (damaged) => {
  const folder = temporaryFolder();
  const folders = inboxFolders(folder);
  const request = await leaveRequest(folders, { kind: 'add', articles: [article({ id: 'a' })] });
  writeFileSync(join(folders.receipts, `${request}.json`), damaged);
  const corpus = given(await openCorpus(folder));
  await doRequests(corpus, folders);
  expect(await receiptFor(folders, request)).toMatchObject({ done: true });
  expect(await corpus.article('a')).toBeDefined();
  await corpus.close();
});

test('a request that cannot be read holds up no other', async () => {
  const folder = temporaryFolder();
  const folders = inboxFolders(folder);
  const request = await leaveRequest(folders, { kind: 'add', articles: [article({ id: 'a' })] });
  mkdirSync(join(folders.requests, '000001-1-aa.json'));
  const corpus = given(await openCorpus(folder));
  expect(await doRequests(corpus, folders)).toMatchObject([
    { request: '000001-1-aa', postponed: { refused: expect.stringContaining('000001-1-aa.json') } },
    { request, outcome: { done: true } },
  ]);
  await corpus.close();
});

test('receipts are kept for a day', async () => {
  const folder = temporaryFolder();
  const folders = inboxFolders(folder);
  const requests = [
    await leaveRequest(folders, { kind: 'remove', id: 'a' }),
    await leaveRequest(folders, { kind: 'remove', id: 'b' }),
  ];
  const corpus = given(await openCorpus(folder));
  await doRequests(corpus, folders);
  const old = new Date(Date.now() - 25 * 3600 * 1000);
  utimesSync(join(folders.receipts, `${requests[0]}.json`), old, old);
  await forgetReceipts(folders);
  expect(readdirSync(folders.receipts)).toEqual([`${requests[1]}.json`]);
  await corpus.close();
});
