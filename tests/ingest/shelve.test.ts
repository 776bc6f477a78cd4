import { describe, expect, test } from 'vitest';
import type { NewArticle } from '../../src/corpus/corpus.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { articleId } from '../../src/ingest/article-id.ts';
import { shelving } from '../../src/ingest/shelve.ts';
import { readText } from '../../src/reading/read.ts';
import { POSTGRES, STORES } from '../corpus/stores.ts';

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

const NOT_NOW = async () => {
  throw new Error('The disk fails.');
};

/** A corpus that cannot make one kind of change. */
function failing(corpus: OwnedCorpus, change: 'amend' | 'add'): OwnedCorpus {
  return {
    ...corpus,
    alone: (work) => corpus.alone((shelf) => work({ ...shelf, [change]: NOT_NOW })),
  };
}

describe.each(STORES)('in $store', ({ place }) => {
  test('an article is taken in once, whatever address and headline it comes by, and says where else it stands', async () => {
    const kept = await place();
    let corpus = shelving(await kept.open());
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
    corpus = shelving(await kept.open());
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
    const corpus = shelving(await (await place()).open());
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
    const kept = await place();
    let corpus = shelving(await kept.open());
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
    corpus = shelving(await kept.open());
    await corpus.add([three]);
    const storyOf = async ({ id }: NewArticle) => {
      const found = await corpus.article(id);
      return found?.story ?? found?.id;
    };
    expect(await Promise.all([one, two, three].map(storyOf))).toEqual([one.id, one.id, one.id]);
    expect(await storyOf(other)).toBe(other.id);
    await corpus.close();
  });

  describe.each(['amend', 'add'] as const)('where the process ends before it could %s', (last) => {
    test('stories that an article joined are one once that comes again', async () => {
      const early = 'The Orvane dam cracked in the night and a siren woke the valley.';
      const late = 'Thousands slept in sports halls while engineers lowered the reservoir.';
      const kept = await place();
      const one = article('https://paper1.example/1', 'Siren wakes valley', early);
      const two = article('https://paper2.example/2', 'Engineers lower reservoir', late);
      const both = article(
        'https://paper3.example/3',
        `${one.title}; ${two.title}`,
        `${early} ${late}`,
      );
      const before = shelving(await kept.open());
      await before.add([one, two]);
      await before.close();
      const opened = await kept.open();
      await expect(shelving(failing(opened, last)).add([both])).rejects.toThrow('disk');
      await opened.close();

      const corpus = shelving(await kept.open());
      await corpus.add([both]);
      const found = (await corpus.search({})).map((one) => one.article);
      expect(found).toHaveLength(3);
      expect(new Set(found.map(({ id, story }) => story ?? id)).size).toBe(1);
      await corpus.close();
    });

    test('a copy that became an article of its own is a copy no more once that comes again', async () => {
      const kept = await place();
      const first = article('https://post.example/pier', 'Pier closed', PIER);
      const reprint = article('https://times.example/77', 'Pier closed', PIER);
      const before = shelving(await kept.open());
      await before.add([first, reprint]);
      await before.close();
      const own = article('https://times.example/77', 'Telescopes to lend', LIBRARY);
      const opened = await kept.open();
      await expect(shelving(failing(opened, last)).add([own])).rejects.toThrow('disk');
      await opened.close();

      const corpus = shelving(await kept.open());
      await corpus.add([own]);
      expect((await corpus.article(first.id))?.copies).toEqual([]);
      expect(await corpus.article(own.id)).toMatchObject({ id: own.id, revision: 1 });
      await corpus.close();
    });
  });
});

test('processes that share a database know each other’s articles, copies and stories', async () => {
  const kept = await POSTGRES.place();
  const [here, there] = [shelving(await kept.open()), shelving(await kept.open())];
  const first = article('https://post.example/pier', 'Pier closed', PIER);
  const reprint = article('https://times.example/77', 'Pier closed', PIER);
  const another = article('https://paper.example/5', 'Telescopes to lend', LIBRARY);
  await there.add([another]);
  await here.add([first]);
  expect(await there.add([reprint])).toMatchObject([{ id: first.id, change: 'copy' }]);
  expect(await here.add([reprint])).toMatchObject([{ id: first.id, change: 'copy' }]);
  await there.remove(first.id);
  expect(await here.add([reprint])).toMatchObject([{ id: reprint.id, change: 'new' }]);

  const early = 'The Orvane dam cracked in the night and a siren woke the valley.';
  const late = 'Thousands slept in sports halls while engineers lowered the reservoir.';
  const one = article('https://paper1.example/1', 'Siren wakes valley', early);
  const two = article('https://paper2.example/2', 'Engineers lower reservoir', late);
  const title = `${one.title}; ${two.title}`;
  const both = article('https://paper3.example/3', title, `${early} ${late}`);
  const later = article('https://paper4.example/4', title, `${late} ${early} It was Monday.`);
  await here.add([one]);
  await there.add([two]);
  await here.add([both]);
  await there.add([later]);
  const told = await Promise.all([one, two, both, later].map(({ id }) => here.article(id)));
  expect(new Set(told.map((found) => found?.story ?? found?.id)).size).toBe(1);
  await Promise.all([here.close(), there.close()]);
});

test('articles that several processes take in at the same time are each there once', async () => {
  const kept = await POSTGRES.place();
  const owners = await Promise.all([1, 2, 3].map(async () => shelving(await kept.open())));
  const news = Array.from({ length: 8 }, (_, n) =>
    article(`https://post.example/${n}`, `Notice ${n}`, PIER.replaceAll(/pier \d+/g, `quay ${n}x`)),
  );
  await Promise.all(
    owners.flatMap((corpus, at) =>
      news.map((_, n) => corpus.add([news[(n + 3 * at) % news.length] ?? (news[0] as NewArticle)])),
    ),
  );
  const [corpus] = owners;
  const found = (await corpus?.search({})) ?? [];
  const known = found.flatMap(({ article: one }) => [
    one.id,
    ...(one.copies ?? []).map((c) => c.id),
  ]);
  expect(known.sort()).toEqual(news.map(({ id }) => id).sort());
  expect(await corpus?.size()).toEqual({ articles: found.length, lastArrival: found.length });
  await Promise.all(owners.map((owner) => owner.close()));
});
