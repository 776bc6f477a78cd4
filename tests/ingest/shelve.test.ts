import { describe, expect, test } from 'vitest';
import type { NewArticle } from '../../src/corpus/corpus.ts';
import { openCorpus } from '../../src/corpus/open.ts';
import { articleId } from '../../src/ingest/article-id.ts';
import { shelving } from '../../src/ingest/shelve.ts';
import { readText } from '../../src/reading/read.ts';
import { given } from '../corpus/given.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';

const PIER = Array.from(
  { length: 12 },
  (_, at) =>
    `The harbour board closed pier ${at} on Tuesday after divers found cracks in its northern wall, and engineer ${at} expects repairs to last until spring.`,
).join('\n\n');
const LIBRARY = Array.from(
  { length: 12 },
  (_, at) =>
    `The town library lends ${at} telescopes to readers who return their novels in time, says the notice at desk ${at} beside the eastern staircase.`,
).join('\n\n');

function article(url: string, title: string, text: string, publishedAt = '2026-03-02'): NewArticle {
  const facts = {
    title,
    outlet: new URL(url).host,
    author: null,
    publishedAt,
    url,
    basedOn: [],
    text,
  };
  return { id: articleId({ ...facts, titleDeclared: true }), ...facts, reading: readText(facts) };
}

test('an article is taken in once, whatever address and headline it comes by, and says where else it stands', async () => {
  const folder = temporaryFolder();
  let corpus = shelving(given(await openCorpus(folder)));
  const first = article('https://post.example/pier', 'Pier closed', PIER);
  const reprint = article('https://times.example/77', 'Cracks close the harbour’s pier', PIER);
  const other = article('https://times.example/78', 'Telescopes to lend', LIBRARY);
  expect(await corpus.add([first, reprint, other])).toMatchObject([
    { id: first.id, change: 'new' },
    { id: first.id, change: 'copy' },
    { id: other.id, change: 'new' },
  ]);
  expect(await corpus.size()).toMatchObject({ articles: 2, lastArrival: 2 });
  // A copy that comes again is known by its address, also after a restart.
  await corpus.close();
  corpus = shelving(given(await openCorpus(folder)));
  expect(await corpus.add([reprint])).toMatchObject([{ id: first.id, change: 'copy' }]);
  expect(await corpus.article(reprint.id)).toMatchObject({
    ...{ id: first.id, revision: 1 },
    copies: [{ id: reprint.id, url: 'https://times.example/77', outlet: 'times.example' }],
  });
  // Taken out, it may come in again from elsewhere.
  await corpus.remove(first.id);
  expect(await corpus.article(reprint.id)).toBeUndefined();
  expect(await corpus.add([reprint])).toMatchObject([{ id: reprint.id, change: 'new' }]);
  await corpus.close();
});

test('a copy whose text becomes another is an article of its own, and an article keeps its copies when it is revised', async () => {
  const corpus = shelving(given(await openCorpus(temporaryFolder())));
  const first = article('https://post.example/pier', 'Pier closed', PIER);
  const reprint = article('https://times.example/77', 'Pier closed', PIER);
  await corpus.add([first, reprint]);
  const revised = article(
    'https://post.example/pier',
    'Pier closed',
    `${PIER}\n\nIt reopened on Friday.`,
  );
  expect(await corpus.add([revised])).toMatchObject([
    { id: first.id, revision: 2, change: 'revised' },
  ]);
  expect((await corpus.article(first.id))?.copies).toHaveLength(1);
  const own = article('https://times.example/77', 'Telescopes to lend', LIBRARY);
  expect(await corpus.add([own])).toMatchObject([{ id: reprint.id, revision: 1, change: 'new' }]);
  expect((await corpus.article(first.id))?.copies).toEqual([]);
  expect(await corpus.article(reprint.id)).toMatchObject({ title: 'Telescopes to lend' });
  await corpus.close();
});

test('articles about one happening are one story, which keeps its name after a restart', async () => {
  const folder = temporaryFolder();
  let corpus = shelving(given(await openCorpus(folder)));
  const strike = (n: number, more: string) =>
    article(
      `https://paper${n}.example/strike`,
      'Dockworkers in Orrin walk out over night shifts',
      `Dockworkers at the port of Orrin walked out over night shifts on Monday, halting all ships. ${more}`,
    );
  const [one, two, three] = [
    strike(1, 'The union of dockworkers asked for two crews a night at the port of Orrin.'),
    strike(2, 'Port director Ines Calloway called the strike of dockworkers in Orrin unlawful.'),
    strike(
      3,
      'Ships bound for Orrin were sent on to other ports while dockworkers stood at its gates.',
    ),
  ];
  const other = article('https://paper4.example/x', 'Telescopes to lend', LIBRARY);
  await corpus.add([one, other, two]);
  await corpus.close();
  corpus = shelving(given(await openCorpus(folder)));
  await corpus.add([three]);
  const storyOf = async ({ id }: NewArticle) => {
    const found = await corpus.article(id);
    return found?.story ?? found?.id;
  };
  expect(await Promise.all([one, two, three].map(storyOf))).toEqual([one.id, one.id, one.id]);
  expect(await storyOf(other)).toBe(other.id);
  await corpus.close();
});

const NOT_NOW = async () => {
  throw new Error('The disk fails.');
};

describe.each(['amend', 'add'] as const)('where the process ends before it could %s', (last) => {
  test('stories that an article joined are one once that comes again', async () => {
    const early = 'The Orvane dam cracked in the night and a siren woke the valley.';
    const late = 'Thousands slept in sports halls while engineers lowered the reservoir.';
    const folder = temporaryFolder();
    const one = article('https://paper1.example/1', 'Siren wakes valley', early);
    const two = article('https://paper2.example/2', 'Engineers lower reservoir', late);
    const both = article(
      'https://paper3.example/3',
      `${one.title}; ${two.title}`,
      `${early} ${late}`,
    );
    const before = shelving(given(await openCorpus(folder)));
    await before.add([one, two]);
    await before.close();
    const opened = given(await openCorpus(folder));
    await expect(shelving({ ...opened, [last]: NOT_NOW }).add([both])).rejects.toThrow('disk');
    await opened.close();

    const corpus = shelving(given(await openCorpus(folder)));
    await corpus.add([both]);
    const found = (await corpus.search({})).map((one) => one.article);
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ id, story }) => story ?? id)).size).toBe(1);
    await corpus.close();
  });

  test('a copy that became an article of its own is a copy no more once that comes again', async () => {
    const folder = temporaryFolder();
    const first = article('https://post.example/pier', 'Pier closed', PIER);
    const reprint = article('https://times.example/77', 'Pier closed', PIER);
    const before = shelving(given(await openCorpus(folder)));
    await before.add([first, reprint]);
    await before.close();
    const own = article('https://times.example/77', 'Telescopes to lend', LIBRARY);
    const opened = given(await openCorpus(folder));
    await expect(shelving({ ...opened, [last]: NOT_NOW }).add([own])).rejects.toThrow('disk');
    await opened.close();

    const corpus = shelving(given(await openCorpus(folder)));
    await corpus.add([own]);
    expect((await corpus.article(first.id))?.copies).toEqual([]);
    expect(await corpus.article(own.id)).toMatchObject({ id: own.id, revision: 1 });
    await corpus.close();
  });
});
