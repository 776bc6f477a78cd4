import { expect } from 'vitest';
import type { SeenCorpus } from '../../../src/corpus/reader.ts';
import type { Editions } from './editions.ts';

const STARTER = 2;

/** Holds a library in which everything must be to what the feeds said in the end. */
export async function expectAll(seen: SeenCorpus, { articles, reprinted, happening }: Editions) {
  expect(seen.problems()).toEqual([]);
  const kept = (await seen.search({})).map(({ article }) => article);
  const polled = kept.filter(({ outlet }) => outlet !== 'Starter notes');
  expect(kept.length - polled.length).toBe(STARTER);
  expect(polled.map(({ title }) => title).sort()).toEqual(
    articles.map(({ title }) => title).sort(),
  );
  const named = (title: string) =>
    polled.find((article) => article.title === title) ?? expect.fail();

  for (const { title, says } of articles) {
    const { id, revision, text } = named(title);
    expect(text).toContain(says);
    const texts = [];
    for (let at = 1; at <= revision; at += 1) texts.push((await seen.article(id, at))?.text);
    expect(new Set(texts).size, title).toBe(texts.length);
  }
  const arrivals = kept.map(({ arrival }) => arrival);
  expect(new Set(arrivals).size).toBe(arrivals.length);

  const copied = polled.filter(({ copies = [] }) => copies.length > 0);
  expect(copied.map(({ title }) => title).sort()).toEqual([...reprinted].sort());
  for (const { copies = [] } of copied) {
    expect(copies).toHaveLength(1);
    for (const { id } of copies) expect(kept.every((article) => article.id !== id)).toBe(true);
  }

  const storyOf = (title: string) => named(title).story ?? named(title).id;
  expect(new Set(happening.map(storyOf)).size, happening.join()).toBe(1);
  for (const { story } of kept) {
    const first = story === undefined ? undefined : kept.find(({ id }) => id === story);
    if (story !== undefined) expect(first?.story ?? first?.id).toBe(story);
  }

  for (const { url, entries, health } of await seen.feeds()) {
    expect(health.problem, url).toBeNull();
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    for (const entry of entries) {
      expect(entry.again).toBeUndefined();
      expect(await seen.article(entry.article ?? ''), `${url} ${entry.key}`).toBeDefined();
    }
  }
}
