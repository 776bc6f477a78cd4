import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { openLibrary } from '../../src/ingest/library.ts';
import { seedingOf } from '../../src/ingest/topics/seed-topics.ts';
import { topicsAsYaml, topicsFromFile } from '../../src/ingest/topics/topics-file.ts';
import type { Topic } from '../../src/news/topic.ts';
import { given } from '../corpus/given.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { smallSeeds } from './inbox/seeds.ts';

const topic = (name: string, title: string): Topic => ({ name, title, aliases: [], questions: [] });

/** A library, and the file of topics that it is started with. */
function start() {
  const [folder, seeds] = [temporaryFolder(), smallSeeds()];
  const path = join(seeds, 'topics.yml');
  return {
    path,
    write: (...topics: readonly Topic[]) => writeFileSync(path, topicsAsYaml(topics)),
    /** Starts the bot, does something, and stops it; resolves with what it then has and what it said. */
    run: async (act: (corpus: OwnedCorpus) => Promise<unknown> = async () => {}) => {
      const corpus = given(await openLibrary(folder, seeds));
      await act(corpus);
      const topics = (await corpus.topics()).map(({ name, title }) => `${name}: ${title}`);
      const said = corpus.problems().map(({ refused, next }) => `${refused} ${next}`);
      await corpus.close();
      return { topics, said };
    },
  };
}

describe('topics.yml, edited between two starts,', () => {
  test('adds, changes and removes topics that nobody has changed since', async () => {
    const { write, run } = start();
    write(topic('k', 'One'), topic('b', 'One'));
    expect(await run()).toEqual({ topics: ['k: One', 'b: One'], said: [] });
    write(topic('b', 'Two'), topic('c', 'One'));
    expect(await run()).toEqual({ topics: ['b: Two', 'c: One'], said: [] });
    expect(await run()).toEqual({ topics: ['b: Two', 'c: One'], said: [] });
  });

  test('never brings back or writes over what people removed or changed, edited or not', async () => {
    const { path, write, run } = start();
    write(topic('k', 'One'), topic('b', 'One'), topic('c', 'One'));
    await run(async (corpus) => {
      await corpus.removeTopic('k');
      await corpus.setTopic(topic('b', 'Ours'));
      await corpus.setTopic(topic('own', 'Ours'));
    });
    const ours = ['b: Ours', 'c: One', 'own: Ours'];
    expect(await run()).toEqual({ topics: ours, said: [] });
    write(topic('k', 'Two'), topic('b', 'Two'), topic('c', 'One'), topic('own', 'Theirs'));
    for (let again = 0; again < 2; again += 1) {
      const { topics, said } = await run();
      expect(topics).toEqual(ours);
      expect(said).toEqual(
        ['k', 'b', 'own'].map((name) => expect.stringContaining(`“${name}” in ${path}`)),
      );
    }
    write(topic('c', 'One'));
    expect(await run()).toEqual({ topics: ours, said: [] });
  });

  test('counts again for a topic once a start has found library and file agreed', async () => {
    const { write, run } = start();
    write(topic('k', 'One'));
    await run((corpus) => corpus.setTopic(topic('k', 'Ours')));
    write(topic('k', 'Two'));
    expect((await run()).said).toHaveLength(1);
    await run((corpus) => corpus.setTopic(topic('k', 'Two')));
    expect((await run()).said).toEqual([]);
    write(topic('k', 'Three'));
    expect(await run()).toEqual({ topics: ['k: Three'], said: [] });
  });

  test('changes nothing where it is broken or gone', async () => {
    const { path, write, run } = start();
    write(topic('k', 'One'));
    await run();
    for (const broken of ['- name: k\n  title: [', '- name: new\n  title: New\n']) {
      writeFileSync(path, broken);
      const { topics, said } = await run();
      expect(topics).toEqual(['k: One']);
      expect(said).toEqual([expect.stringContaining(path)]);
    }
  });
});

test('whatever people and the file did, each change counts once and no change of people is lost', () => {
  const title = fc.constantFrom('One', 'Two', 'Three');
  const some = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c'), title }), {
    selector: ({ name }) => name,
  });
  const all = some.map((topics) => topics.map(({ name, title }) => topic(name, title)));
  const named = (topics: readonly Topic[], name: string) =>
    topics.find((one) => one.name === name)?.title;
  fc.assert(
    fc.property(all, all, all, (file, taken, library) => {
      const seeding = seedingOf(file, taken, library);
      const after = [
        ...library.filter(
          ({ name }) => !seeding.remove.includes(name) && !seeding.set.some((s) => s.name === name),
        ),
        ...seeding.set,
      ];
      for (const name of ['a', 'b', 'c']) {
        const [inFile, was, here] = [file, taken, library].map((list) => named(list, name));
        const isTheirs = here !== was;
        expect(named(after, name)).toBe(isTheirs || inFile === was ? here : inFile);
      }
      const again = seedingOf(file, seeding.taken, after);
      expect({ set: again.set, remove: again.remove }).toEqual({ set: [], remove: [] });
      expect(again.left).toEqual(seeding.left);
    }),
    { numRuns: 1_000 },
  );
});

describe('a file of topics', () => {
  const path = () => join(temporaryFolder(), 'topics.yml');

  test('that is written is read again to the same', async () => {
    const seeds = new URL('../../seeds/topics.yml', import.meta.url).pathname;
    const topics = given(await topicsFromFile(seeds));
    const copy = path();
    writeFileSync(copy, topicsAsYaml(topics));
    expect(await topicsFromFile(copy)).toEqual(topics);
    expect(readFileSync(copy, 'utf8')).toContain('- name: opm\n  title: The OPM breaches\n');
  });

  test.each([
    ['- name: k\n  title: A\n- name: k\n  title: B\n', 'stands there twice'],
    ['- name: A B\n  title: A\n', 'is no name for a topic'],
    ['- name: k\n  title: A\n  questions: [{ ask: "Who | what?" }]\n', 'is no question'],
    ['- name: k\n', 'title'],
  ])('%j is refused with its place', async (text, why) => {
    const broken = path();
    writeFileSync(broken, text);
    const refused = expect.stringMatching(`^${broken}.*${why}`);
    expect(await topicsFromFile(broken)).toMatchObject({ refused });
  });

  test('needs no aliases and questions', async () => {
    const short = path();
    writeFileSync(short, '- name: k\n  title: A\n');
    expect(await topicsFromFile(short)).toEqual([topic('k', 'A')]);
  });
});
