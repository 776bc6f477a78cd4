import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openCorpus } from '../../src/corpus/open.ts';
import { runChild } from '../corpus/child.ts';
import { given } from '../corpus/given.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { objects } from './briefing.ts';
import { briefingHere } from './here.ts';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;
const TOPIC = z.strictObject({
  name: z.string(),
  title: z.string(),
  aliases: z.array(z.string()),
  questions: z.array(z.strictObject({ ask: z.string(), words: z.array(z.string()) })),
});
const SHOWN = TOPIC.extend({ articles: z.int(), ofArticles: z.int() });

async function shown(name: string, data: string) {
  const { out } = await briefingHere(['topics', 'show', name, '--json'], data);
  return SHOWN.parse(objects(out)[0]);
}

test('a topic is added, works over the whole library at once, is edited, and removed', async () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...args: readonly string[]) => briefingHere(['topics', ...args], data);
  const added = await run(
    ...['add', 'prints', '--title', 'Stolen fingerprints', '--alias', 'fingerprints'],
    ...['--question', 'How many were stolen? | million, 21,500 people', '--question', 'Why?'],
  );
  expect(added).toEqual({
    ...{ status: 0, err: '' },
    out: 'added: prints\nIt finds 3 of 23 articles.\n',
  });
  expect((await briefingHere(['brief', 'prints'], data)).out).toContain('5.6 million');
  expect(await shown('prints', data)).toEqual({
    ...{ name: 'prints', title: 'Stolen fingerprints', aliases: ['fingerprints'] },
    questions: [
      { ask: 'How many were stolen?', words: ['million', '21,500 people'] },
      { ask: 'Why?', words: [] },
    ],
    ...{ articles: 3, ofArticles: 23 },
  });

  const edited = await run(
    ...['edit', 'prints', '--alias', 'the', '--question', 'why? | because'],
    ...['--without-question', 'How many were stolen?'],
  );
  expect(edited.out).toBe('changed: prints\nIt finds 23 of 23 articles.\n');
  expect(edited.err).toContain('“the” by itself is in 23 of 23 articles');
  const { aliases, questions, title } = await shown('prints', data);
  expect({ aliases, questions, title }).toEqual({
    ...{ aliases: ['fingerprints', 'the'], title: 'Stolen fingerprints' },
    questions: [{ ask: 'why?', words: ['because'] }],
  });
  expect((await run('edit', 'prints', '--without-alias', 'THE', '--title', 'Prints')).status).toBe(
    0,
  );
  expect((await run('show', 'prints')).out).toBe(
    'Prints (prints)\nIt finds 3 of 23 articles.\n\nAliases\n- fingerprints\n\nQuestions\n- why? | because\n',
  );

  expect((await run('list')).out).toContain('prints: Prints\n');
  expect((await run('remove', 'prints')).out).toBe('removed: prints\n');
  const left = objects((await run('list', '--json')).out).map((one) => TOPIC.parse(one).name);
  expect(left).toEqual(['opm', 'dialogues', 'sed', 'ssd', 'gge', 'cyber-agreement']);
});

test('what cannot be done is refused with what to do, and changes nothing', async () => {
  const data = join(temporaryFolder(), 'data');
  const before = (await briefingHere(['topics', 'export'], data)).out;
  for (const [args, message] of [
    [['add', 'opm', '--title', 'X'], /There is a topic “opm” already\. Change it: topics edit opm/],
    [['add', 'new', '--title', 'X'], /“new” means something else/],
    [['add', 'a b', '--title', 'X'], /“a b” is no name for a topic/],
    [['add', 'x'], /Required option '--title <title>' not specified/],
    [['add', 'x', '--title', ' '], /A title is one line/],
    [['edit', 'nonesuch', '--title', 'X'], /no topic “nonesuch”.*topics list/],
    [['edit', 'opm'], /Nothing to change was given/],
    [['edit', 'opm', '--without-alias', 'zebra'], /“zebra” is not there to be taken out/],
    [['show', 'nonesuch'], /no topic “nonesuch”/],
    [['remove', 'nonesuch'], /no topic “nonesuch”/],
    [['import', '/nowhere.yml'], /\/nowhere\.yml/],
  ] as const) {
    const { status, out, err } = await briefingHere(['topics', ...args], data);
    expect({ status, out }, args.join(' ')).toEqual({ status: 1, out: '' });
    expect(err).toMatch(message);
  }
  expect((await briefingHere(['topics', 'export'], data)).out).toBe(before);
});

test('what is exported, edited and imported takes the place of what was there', async () => {
  const data = join(temporaryFolder(), 'data');
  const file = join(temporaryFolder(), 'topics.yml');
  const run = (...args: readonly string[]) => briefingHere(['topics', ...args], data);
  expect((await run('export', file)).out).toBe(`wrote 6 topics to ${file}\n`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text.replace('The OPM breaches', 'Ours')}- name: x\n  title: X\n`);
  expect((await run('import', file)).out.trim().split('\n')).toHaveLength(7);
  expect((await run('export')).out).toContain('title: Ours');
  expect((await run('import', file)).status).toBe(0);
  writeFileSync(file, '- name: Bad Name\n  title: X\n');
  expect((await run('import', file)).err).toContain(`${file}: The topic “Bad Name”`);
  expect((await run('list')).out).toContain('x: X\n');
});

test('a removed topic is told with the digests that named it, and doctor tells of them', async () => {
  const data = join(temporaryFolder(), 'data');
  await briefingHere(['topics', 'list'], data);
  const corpus = given(await openCorpus(data));
  const subscription = {
    ...{ by: 'U1', since: '2015-07-01T00:00:00.000Z', startsAfter: 0 },
    schedule: { days: [1 as const], times: ['08:30'], timeZone: 'UTC' },
  };
  await corpus.subscribe({ ...subscription, channel: 'C0ONE', topics: ['sed'] });
  await corpus.subscribe({ ...subscription, channel: 'C0TWO', topics: ['sed', 'opm'] });
  await corpus.close();
  const { status, err } = await briefingHere(['topics', 'remove', 'sed'], data);
  expect(status).toBe(0);
  expect(err).toMatch(/digest of C0ONE named nothing else/);
  expect(err).toMatch(/digest of C0TWO named it and gets only opm now/);
  const doctor = await briefingHere(['doctor'], data);
  expect(doctor.status).toBe(1);
  expect(doctor.out + doctor.err).toContain('C0ONE: its digest names “sed”');
});

test('beside a running owner topics are changed through it, and nothing is lost', async () => {
  const data = join(temporaryFolder(), 'data');
  const owner = runChild(new URL('./owning.ts', import.meta.url), [data, SEEDS]);
  await owner.printed(1);
  const add = (name: string, title: string) =>
    briefingHere(['topics', 'add', name, '--title', title, '--alias', 'hotline'], data);
  const ran = await Promise.all([
    add('one', 'First line'),
    add('two', 'Next line'),
    add('one', 'Third line'),
  ]);
  expect(ran.map(({ status }) => status).sort()).toEqual([0, 0, 1]);
  expect(ran.find(({ status }) => status === 1)?.err).toContain('There is a topic “one” already');
  expect(ran[1]?.out).toContain('It finds 2 of 23 articles.');
  const edited = await briefingHere(['topics', 'edit', 'two', '--title', 'Second'], data);
  const removed = await briefingHere(['topics', 'remove', 'opm'], data);
  expect([edited.status, removed.status]).toEqual([0, 0]);
  owner.write('stop\n');
  expect(await owner.ended()).toBe(0);
  const { out } = await briefingHere(['topics', 'list'], data);
  expect(out).toContain('two: Second\n');
  expect(out).toMatch(/^one: (?:First|Third) line$/m);
  expect(out).not.toContain('opm: ');
}, 60_000);
