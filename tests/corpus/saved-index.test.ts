import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Found } from '../../src/corpus/corpus.ts';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import type { SeenCorpus } from '../../src/corpus/reader.ts';
import { plainText, wordsOf } from '../../src/corpus/words.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

const indexIn = (folder: string) => join(folder, 'index.bin');

/** What is found for words and phrases, in which articles come, and how they rate. */
async function findings(corpus: SeenCorpus) {
  const rated = (found: readonly Found[]) =>
    found.map(({ article, score }) => [{ ...article }, Number(score.toFixed(9))]);
  return [
    rated(await corpus.search({ words: 'harbour inquiry' })),
    rated(await corpus.search({ words: 'harbur' })),
    rated(await corpus.search({ phrases: ['the inquiry', 'U.S.-China'] })),
    rated(await corpus.search({})),
    await corpus.size(),
  ];
}

/** The same folder without its saved index. */
function withoutIndex(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, 'owner'), { recursive: true, force: true });
  rmSync(indexIn(copy), { force: true });
  return copy;
}

async function expectAsRead(folder: string): Promise<void> {
  const anew = await findings(given(await readCorpus(withoutIndex(folder))));
  expect(await findings(given(await readCorpus(folder)))).toEqual(anew);
  const owned = given(await openCorpus(folder));
  try {
    expect(await findings(owned)).toEqual(anew);
  } finally {
    await owned.close();
  }
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const one = fc.record({
  id,
  title: fc.constantFrom(null, 'The harbour', 'An inquiry'),
  text: fc.constantFrom(
    'The inquiry into the harbour.',
    'U.S.-China talks: the inquiry goes on, and the inquiry is long.',
    'A quiet day at the harbour, the harbour, the harbour.',
  ),
  publishedAt: fc.constantFrom('2015-06-22', '2015-06-23', '2015-06-24'),
});
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), all: fc.array(one, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('remove' as const), id }),
  fc.record({ do: fc.constant('amend' as const), id, story: id }),
  fc.record({ do: fc.constant('restart' as const) }),
  // What somebody does to the files while nothing runs.
  fc.record({ do: fc.constant('lose a file' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('edit a file' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('put files back' as const) }),
  fc.record({ do: fc.constant('copy a file' as const), at: fc.nat() }),
);

test('a library opened by its saved index is what its files hold, whatever became of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const folder = temporaryFolder();
      const articles = join(folder, 'articles');
      const backup = temporaryFolder();
      let corpus = given(await openCorpus(folder));
      for (const next of steps) {
        if (next.do === 'add') await corpus.add(next.all.map((each) => article(each)));
        else if (next.do === 'remove') await corpus.remove(next.id);
        else if (next.do === 'amend')
          await corpus.amend(new Map([[next.id, { story: next.story }]]));
        else {
          await corpus.close();
          const names = readdirSync(articles);
          const file = join(articles, names['at' in next ? next.at % names.length : 0] ?? '');
          if (next.do === 'restart') cpSync(articles, backup, { recursive: true });
          if (next.do === 'put files back') cpSync(backup, articles, { recursive: true });
          if (names.length > 0 && next.do === 'lose a file') rmSync(file);
          if (names.length > 0 && next.do === 'copy a file')
            cpSync(file, file.replace('.json', '-old.json'));
          if (names.length > 0 && next.do === 'edit a file')
            writeFileSync(file, readFileSync(file, 'utf8').replaceAll('inquiry', 'harbour'));
          await expectAsRead(folder);
          corpus = given(await openCorpus(folder));
        }
      }
      await corpus.close();
      await expectAsRead(folder);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('a file that is as it was when the index was saved is not read again', async () => {
  const folder = temporaryFolder();
  const add = async (corpus: Awaited<ReturnType<typeof openCorpus>>, id: string) =>
    given(corpus).add([article({ id, publishedAt: `2015-06-2${id.length}` })]);
  const first = await openCorpus(folder);
  await add(first, 'a');
  await given(first).close();
  const path = join(folder, 'articles', '2015-06-21.json');
  // A whole second, which every file system keeps as it is.
  const then = 1_434_945_600;
  utimesSync(path, then, then);
  const second = await openCorpus(folder);
  await add(second, 'bb');
  await given(second).close();
  writeFileSync(path, '?'.repeat(statSync(path).size));
  utimesSync(path, then, then);
  const third = given(await openCorpus(folder));
  onTestFinished(third.close);
  expect(third.problems()).toEqual([]);
  expect(await third.article('a')).toMatchObject({ text: 'The text of a.' });
  expect(await third.search({ words: 'text' })).toHaveLength(2);
});

test('an index that is cut off or damaged anywhere costs no article', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add(
    ['2015-06-22', '2015-06-23'].map((publishedAt, n) => article({ id: `a${n}`, publishedAt })),
  );
  await corpus.close();
  const whole = readFileSync(indexIn(folder));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.boolean(), async (at, isCut) => {
      const damaged = Buffer.from(isCut ? whole.subarray(0, at) : whole);
      if (!isCut) damaged.writeUInt8((whole.readUInt8(at) + 128) % 256, at);
      writeFileSync(indexIn(folder), damaged);
      await expectAsRead(folder);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('an article whose file cannot be removed is there as before', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'a', publishedAt: '2015-06-22' }), article({ id: 'b' })]);
  const path = join(folder, 'articles', '2015-06-22.json');
  const text = readFileSync(path);
  rmSync(path);
  mkdirSync(path);
  await expect(corpus.remove('a')).rejects.toThrow('remove');
  rmSync(path, { recursive: true });
  writeFileSync(path, text);
  expect(await corpus.search({ words: 'text' })).toHaveLength(2);
  await corpus.close();
  await expectAsRead(folder);
  const again = given(await openCorpus(folder));
  expect(await again.remove('a')).toBe(true);
  await again.close();
  await expectAsRead(folder);
});

test('what comes in while the library is being closed is refused, or found after the next start', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  // Enough for the index to be written in many steps.
  const many = Array.from({ length: 400 }, (_, n) =>
    article({
      id: `a${n}`,
      publishedAt: new Date(Date.UTC(2015, 0, 1 + (n % 200))).toISOString().slice(0, 10),
      text: Array.from(
        { length: 200 },
        (_, at) => `word${(n * 7_919 + at * 104_729) % 60_000}`,
      ).join(' '),
    }),
  );
  await corpus.add(many);
  const closing = corpus.close();
  const late = Array.from({ length: 40 }, async (_, n) => {
    for (let turn = 0; turn < n; turn += 1) await nextTurn();
    const one = article({ id: `late${n}`, publishedAt: '2015-06-22', text: 'The zeppelin.' });
    return corpus.add([one]).then(
      () => [`late${n}`],
      () => [],
    );
  });
  const added = (await Promise.all(late)).flat();
  await closing;
  await expectAsRead(folder);
  const again = given(await openCorpus(folder));
  const found = await again.search({ words: 'zeppelin' });
  expect(found.map(({ article: { id } }) => id).sort()).toEqual(added.sort());
  await again.close();
});

test('where it cannot be saved, closing goes on and the next start reads the files', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'a' })]);
  mkdirSync(indexIn(folder));
  await corpus.close();
  const again = given(await openCorpus(folder));
  onTestFinished(again.close);
  expect(await again.search({ words: 'text' })).toHaveLength(1);
});

test('after a start that had many articles to read, a bot that is killed leaves an index all the same', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add(Array.from({ length: 501 }, (_, n) => article({ id: `a${n}` })));
  // As a process leaves it that is gone without closing anything.
  const left = withoutIndex(folder);
  await corpus.close();
  const next = given(await openCorpus(left));
  const { ino } = statSync(indexIn(left));
  await next.close();
  // Nothing had changed since.
  expect(statSync(indexIn(left)).ino).toBe(ino);
});

test('words are what the format of the saved index says: raise it in saved-index.ts with these', () => {
  const text =
    'The U.S.-China S&ED, “Naïve” Σίσυφος; 21.5 million – it’s ½ of 1,000. Don\u2019t. 漢字 ÆØ ß';
  expect(wordsOf(plainText(text)).join('|')).toBe(
    'the|u|s|china|s&ed|naive|σισυφοσ|21.5|million|it|s|1|2|of|1,000|don|t|漢字|æø|ß',
  );
});
