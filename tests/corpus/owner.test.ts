import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { isInUse, ownerOf } from '../../src/corpus/owner.ts';
import { thisProcess } from '../../src/corpus/running-process.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { runChild } from './child.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OWNING = new URL('./owning.ts', import.meta.url);

/** Leaves the claim of another process in a folder, as if it had been there. */
async function claimedBy(folder: string, other: object, beat: Date): Promise<void> {
  const owner = join(folder, 'owner');
  mkdirSync(owner, { recursive: true });
  const claim = {
    ...(await thisProcess()),
    since: '2026-01-01T00:00:00.000Z',
    ...other,
  };
  const path = join(owner, '3.json');
  writeFileSync(path, JSON.stringify(claim));
  utimesSync(path, beat, beat);
}

const LONG_AGO = new Date(Date.now() - 120_000);

test('a second owner is refused, by the name of the folder and the process', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  const second = await openCorpus(folder);
  if (!isRefusal(second)) throw new Error('two owners');
  expect(second.refused).toContain(folder);
  expect(second.refused).toContain(String(process.pid));
  expect(isInUse(second)).toBe(true);
  await corpus.close();
  await given(await openCorpus(folder)).close();
});

test('of processes that want a folder at the same moment exactly one gets it, every time', async () => {
  const folder = temporaryFolder();
  const racers = [0, 1, 2].map(() => runChild(OWNING, [folder]));
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(racers.map((racer) => racer.printed(1)));
    const before = racers.map((racer) => racer.lines.length);
    for (const racer of racers) racer.write('take\n');
    await Promise.all(racers.map((racer, n) => racer.printed((before[n] ?? 0) + 1)));
    const answers = racers.map((racer) => racer.lines.at(-1));
    expect(
      answers.filter((answer) => answer === 'owned'),
      answers.join('; '),
    ).toHaveLength(1);
    const winner = answers.indexOf('owned');
    // In some rounds the owner is killed, so that the others find a claim left behind.
    if (round % 4 === 0) {
      racers[winner]?.kill('SIGKILL');
      await racers[winner]?.ended();
      racers[winner] = runChild(OWNING, [folder]);
    } else {
      racers[winner]?.write('let go\n');
      await racers[winner]?.printed((before[winner] ?? 0) + 2);
    }
  }
}, 120_000);

describe('a claim left behind', () => {
  test('by a process that is gone is taken over', async () => {
    const folder = temporaryFolder();
    const child = runChild(OWNING, [folder]);
    child.write('take\n');
    await child.printed(2);
    expect(isRefusal(await openCorpus(folder))).toBe(true);
    child.kill('SIGKILL');
    await child.ended();
    await given(await openCorpus(folder)).close();
  });

  test('is taken over where another process has its number now', async () => {
    const folder = temporaryFolder();
    await claimedBy(folder, { started: '1' }, new Date());
    await given(await openCorpus(folder)).close();
  });

  test('by another machine counts for a minute after its last sign of life', async () => {
    const folder = temporaryFolder();
    await claimedBy(folder, { machine: 'elsewhere', host: 'elsewhere' }, new Date());
    expect(await openCorpus(folder)).toMatchObject({
      refused: expect.stringContaining('elsewhere'),
      next: expect.stringContaining('wait a minute'),
    });
    await claimedBy(folder, { machine: 'elsewhere', host: 'elsewhere' }, LONG_AGO);
    await given(await openCorpus(folder)).close();
  });

  test('in a file that cannot be read counts for a minute too', async () => {
    const folder = temporaryFolder();
    await claimedBy(folder, {}, new Date());
    const path = join(folder, 'owner', '3.json');
    writeFileSync(path, '{"pid":');
    expect(isRefusal(await openCorpus(folder))).toBe(true);
    utimesSync(path, LONG_AGO, LONG_AGO);
    await given(await openCorpus(folder)).close();
  });

  test('that was let go is free at once, and its number never used again', async () => {
    const folder = temporaryFolder();
    await given(await openCorpus(folder)).close();
    expect(readdirSync(join(folder, 'owner'))).toEqual(['1.json', '1.released']);
    await given(await openCorpus(folder)).close();
    expect(readdirSync(join(folder, 'owner'))).toEqual(['2.json', '2.released']);
  });
});

test('an owner that let go can change nothing any more, and may let go twice', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.close();
  await corpus.close();
  await expect(corpus.add([article({ id: 'a' })])).rejects.toMatchObject({ name: 'StorageError' });
});

test('an owner whose folder was deleted can change nothing any more, whoever owns its place', async () => {
  const folder = join(temporaryFolder(), 'data');
  const first = given(await openCorpus(folder));
  rmSync(folder, { recursive: true });
  const gone = { name: 'StorageError', refused: expect.stringContaining('deleted') };
  await expect(first.add([article({ id: 'a' })])).rejects.toMatchObject(gone);
  expect(existsSync(folder)).toBe(false);

  const second = given(await openCorpus(folder));
  await expect(first.add([article({ id: 'a' })])).rejects.toMatchObject(gone);
  await first.close();
  expect(await second.add([article({ id: 'b' })])).toHaveLength(1);
  await second.close();
});

test('looking for the owner names it and takes nothing', async () => {
  const folder = join(temporaryFolder(), 'data');
  expect(await ownerOf(folder)).toBeUndefined();
  expect(existsSync(folder)).toBe(false);
  const corpus = given(await openCorpus(folder));
  expect(await ownerOf(folder)).toMatchObject({
    inUse: true,
    refused: expect.stringContaining(String(process.pid)),
  });
  await corpus.close();
  expect(await ownerOf(folder)).toBeUndefined();
  expect(readdirSync(join(folder, 'owner'))).toEqual(['1.json', '1.released']);
});

test('an owner that was taken over while it slept can change nothing any more', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await claimedBy(folder, { machine: 'elsewhere', host: 'elsewhere' }, new Date());
  await expect(corpus.add([article({ id: 'a' })])).rejects.toMatchObject({
    name: 'StorageError',
    refused: expect.stringContaining('taken over'),
  });
  await corpus.close();
  expect(readdirSync(join(folder, 'articles'))).toEqual([]);
  expect(readdirSync(join(folder, 'owner'))).toContain('3.json');
});
