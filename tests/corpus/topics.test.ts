import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { refuseTopic, TOPIC_LIMITS } from '../../src/corpus/topic-rules.ts';
import {
  readAliases,
  readQuestions,
  typeAliases,
  typeQuestions,
} from '../../src/corpus/topic-text.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OPM = { name: 'opm', title: 'OPM', aliases: ['OPM'], questions: [] };
const words = fc.stringMatching(/^[a-zA-Z0-9&., ?|-]{1,30}$/);
const topic = fc.record({
  name: fc.stringMatching(/^[a-z0-9][a-z0-9&-]{0,12}$/),
  title: words,
  aliases: fc.array(words, { maxLength: 5 }),
  questions: fc.array(fc.record({ ask: words, words: fc.array(words, { maxLength: 4 }) }), {
    maxLength: 4,
  }),
});

/** Every file of a data folder but those of its owner, by name. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.json') && !name.startsWith('owner'));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('a topic that is added and removed leaves the corpus as it was', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'a', text: 'The OPM opened a line.' })]);
  await corpus.setTopic(OPM);
  await corpus.setTopic({ ...OPM, name: 'sed' });
  await corpus.asked('U1', 'opm', 1);
  const [files, topics, size] = [filesOf(folder), await corpus.topics(), await corpus.size()];
  await fc.assert(
    fc.asyncProperty(fc.array(topic, { minLength: 1, maxLength: 4 }), async (newcomers) => {
      const fresh = newcomers.filter(({ name }) => !topics.some((known) => known.name === name));
      for (const one of fresh) await corpus.setTopic(one);
      for (const { name } of fresh) {
        const isThere = (await corpus.topics()).some((one) => one.name === name);
        expect(await corpus.removeTopic(name)).toBe(isThere);
      }
      expect(await corpus.topics()).toEqual(topics);
      expect(await corpus.size()).toEqual(size);
      expect(filesOf(folder)).toEqual(files);
    }),
    { numRuns: 25 },
  );
  await corpus.close();
}, 60_000);

test('a removed topic stays away after reopening, and the others in their order', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  for (const name of ['a', 'b', 'c']) await corpus.setTopic({ ...OPM, name });
  expect(await corpus.removeTopic('b')).toBe(true);
  expect(await corpus.removeTopic('b')).toBe(false);
  await corpus.close();
  const seen = given(await readCorpus(folder));
  expect((await seen.topics()).map(({ name }) => name)).toEqual(['a', 'c']);
});

describe('what is typed of a topic', () => {
  test('is read line by line, without bullets, blanks and repeats', () => {
    expect(readAliases(' - OPM \r\n\n• the  Office\nopm\u200b\n')).toEqual(['OPM', 'the Office']);
    expect(
      readQuestions('* Who did it? | blame,  blamed ,, 21,500 people,Blame\nwho did it?\nWhy?'),
    ).toEqual([
      { ask: 'Who did it?', words: ['blame', 'blamed', '21,500 people'] },
      { ask: 'Why?', words: [] },
    ]);
  });

  test('is what would be typed again, and fits its field, for every topic that is taken', () => {
    fc.assert(
      fc.property(topic, (one) => {
        fc.pre(refuseTopic(one) === undefined);
        const typed = [typeAliases(one.aliases), typeQuestions(one.questions)] as const;
        for (const text of typed) expect(text.length).toBeLessThanOrEqual(TOPIC_LIMITS.typed);
        const read = [readAliases(typed[0]), readQuestions(typed[1])] as const;
        expect(readAliases(typeAliases(read[0]))).toEqual(read[0]);
        expect(readQuestions(typeQuestions(read[1]))).toEqual(read[1]);
        expect(refuseTopic({ ...one, aliases: read[0], questions: read[1] })).toBeUndefined();
      }),
    );
  });
});
