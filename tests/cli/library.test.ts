import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { runChild } from '../corpus/child.ts';
import { given } from '../corpus/given.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { briefing, objects } from './briefing.ts';
import { briefingHere } from './here.ts';
import { DIGEST, FAILED, FINDING, INGESTED, REMOVED } from './shapes.ts';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;
const STARTERS = readdirSync(join(SEEDS, 'articles')).length;

const above = mkdtempSync(join(tmpdir(), 'briefing-'));
const data = join(above, 'data');
afterAll(() => rmSync(above, { recursive: true, force: true }));

const notice = (title: string, said: string) =>
  `---\ntitle: ${title}\noutlet: The Courier\ndate: 2015-06-30\n---\nThe agency said on Tuesday that ${said}.\n`;

async function articles(): Promise<number> {
  return (await given(await readCorpus(data)).size()).articles;
}

test('ingest takes what is an article, names what is not, and counts both', async () => {
  const folder = temporaryFolder();
  const put = (name: string, bytes: string | Uint8Array) =>
    writeFileSync(join(folder, name), bytes);
  put('a.md', notice('One', 'it had found a leak'));
  put('b.md', notice('Two', 'it had closed the leak'));
  put(
    'c.html',
    '<!doctype html><title>Three</title><article><h1>Three</h1><p>The agency said on Tuesday that it knew of no other leak, and that it would write to everybody concerned.</p></article>',
  );
  put('broken.md', '---\ntitle: a: b: c\n---\nText.\n');
  put('impossible.md', '---\ndate: 2015-02-30\n---\nText.\n');
  put('empty.txt', '');
  put('huge.txt', '');
  truncateSync(join(folder, 'huge.txt'), 50_000_000);
  put('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]));
  mkdirSync(join(folder, 'latin'));
  put('latin/d.txt', Buffer.from('The agency said on Tuesday that a caf\xe9 was open.', 'latin1'));

  const { status, out, err } = await briefing(['ingest', folder], { data });
  expect(status).toBe(1);
  expect(out.trimEnd().split('\n').sort()).toEqual([
    expect.stringMatching(/^added: .*latin\/d\.txt \([0-9a-f]+\)$/),
    expect.stringMatching(/^added: One \(/),
    expect.stringMatching(/^added: Three \(/),
    expect.stringMatching(/^added: Two \(/),
  ]);
  for (const name of ['broken.md', 'impossible.md', 'empty.txt', 'huge.txt', 'picture.png']) {
    expect(err).toContain(join(folder, name));
  }
  expect(err).toMatch(/4 added, 0 revised, 0 already there, 5 failed\.\n$/);
  expect(err).not.toContain('\r');
  expect(await articles()).toBe(STARTERS + 4);
});

test('ingest reads standard input, and prints a line of JSON for each file and nothing else', async () => {
  const missing = join(temporaryFolder(), 'missing.md');
  const input = notice('One', 'it had found two leaks');
  const { status, out } = await briefing(['ingest', '--json', '-', missing], { data, input });
  const [failed, ingested] = objects(out).sort((one) => (FAILED.safeParse(one).success ? -1 : 1));
  expect(status).toBe(1);
  expect(FAILED.parse(failed)).toMatchObject({ id: missing });
  expect(INGESTED.parse(ingested)).toMatchObject({ path: '-', title: 'One', change: 'revised' });
});

test('remove takes an article out, and says so where there is none', async () => {
  const before = await articles();
  const corpus = given(await readCorpus(data));
  const [found] = await corpus.search({ words: 'One leak', phrases: ['it had found two leaks'] });
  const id = found?.article.id ?? expect.fail();
  const { status, out } = await briefing(['remove', '--json', id, 'nonesuch'], { data });
  const [removed, failed] = objects(out);
  expect(status).toBe(1);
  expect(REMOVED.parse(removed)).toEqual({ id, removed: true });
  expect(FAILED.parse(failed).error).toMatch(/no article nonesuch/);
  expect(await articles()).toBe(before - 1);
});

test('beside a running owner ingest, remove, brief and doctor lose nothing and wait for nothing', async () => {
  const before = await articles();
  const owner = runChild(new URL('./owning.ts', import.meta.url), [data, SEEDS]);
  await owner.printed(1);
  const folder = temporaryFolder();
  for (let n = 0; n < 30; n += 1) {
    writeFileSync(join(folder, `${n}.md`), notice(`Notice ${n}`, `it had found leak ${n}`));
  }
  const [ingested, also] = await Promise.all([
    briefing(['ingest', '--json', folder], { data }),
    briefing(['ingest', '-'], { data, input: notice('Beside', 'somebody else found another') }),
  ]);
  expect([ingested.status, also.status]).toEqual([0, 0]);
  const ids = objects(ingested.out).map((one) => INGESTED.parse(one).id);
  expect(new Set(ids).size).toBe(30);
  expect(await articles()).toBe(before + 31);

  const { status } = await briefing(['remove', ids[0] ?? ''], { data });
  expect(status).toBe(0);
  const found = await briefing(['brief', 'leak 17'], { data });
  expect(found.out).toContain('it had found leak 17');
  const doctor = await briefing(['doctor'], { data });
  expect(doctor.status).toBe(0);
  expect(doctor.out).toMatch(/owner: .* is in use by process \d+/);

  owner.write('stop\n');
  expect(await owner.ended()).toBe(0);
  expect(await articles()).toBe(before + 30);
});

test('digest --dry-run prints what would be posted, and posting is left to the bot', async () => {
  const corpus = given(await openCorpus(data));
  const { lastArrival } = await corpus.size();
  await corpus.subscribe({
    channel: 'C0BRIEFING',
    topics: [],
    schedule: { days: [1, 2, 3, 4, 5], times: ['08:30'], timeZone: 'Europe/Berlin' },
    by: 'U0READER1',
    since: '2015-07-01T00:00:00.000Z',
    startsAfter: lastArrival - 5,
  });
  await corpus.close();
  const dry = ['digest', '--channel', 'C0BRIEFING', '--dry-run'];
  const [json, text, other, posting] = await Promise.all([
    briefing([...dry, '--json'], { data }),
    briefingHere(dry, data),
    briefingHere(['digest', '--channel', 'C0OTHER', '--dry-run'], data),
    briefingHere(['digest', '--channel', 'C0BRIEFING'], data),
  ]);
  expect([json.status, text.status, other.status, posting.status]).toEqual([0, 0, 1, 1]);
  const [digest] = objects(json.out).map((one) => DIGEST.parse(one));
  expect(digest).toMatchObject({ channel: 'C0BRIEFING', after: lastArrival - 5 });
  expect(digest?.stories.length).toBeGreaterThan(0);
  expect(text.out).toMatch(/^What is new for C0BRIEFING: \d+ stor/);
  expect(other.err).toMatch(/C0OTHER has no digest\. .*\/digest on/);
  expect(posting).toMatchObject({ out: '', err: expect.stringMatching(/\/digest now.*--dry-run/) });
});

test('digest log prints what became of every slot, and the one that is next', async () => {
  const corpus = given(await openCorpus(data));
  const channel = 'C0LOGGED';
  await corpus.subscribe({
    ...{ channel, topics: [], by: 'U0READER1', since: '2015-06-01T00:00:00.000Z', startsAfter: 0 },
    schedule: { days: [1, 2, 3, 4, 5], times: ['08:30'], timeZone: 'UTC' },
  });
  const slot = '2015-06-03T08:30:00.000Z';
  await corpus.record({
    ...{ id: `${channel}/${slot}`, channel, slot, state: 'refused', ts: null, at: slot },
    digest: {
      ...{ channel, after: 0, upTo: 1, stories: [], sources: [] },
      leftOut: { stories: 2, articles: 3, statements: 0 },
    },
    ...{ reason: 'ratelimited', retryAt: '2015-06-03T08:31:00.000Z', late: true },
    missed: ['2015-06-02T08:30:00.000Z'],
  });
  await corpus.close();
  const [text, json, none] = await Promise.all([
    briefingHere(['digest', 'log', '--channel', channel], data),
    briefingHere(['digest', 'log', '--json', '--channel', channel], data),
    briefingHere(['digest', 'log', '--channel', 'C0OTHER'], data),
  ]);
  expect([text.status, json.status, none.status]).toEqual([0, 0, 1]);
  expect(text.out.split('\n').slice(0, 2)).toEqual([
    '2015-06-02 08:30Z  C0LOGGED  missed  made good by 2015-06-03 08:30Z',
    '2015-06-03 08:30Z  C0LOGGED  failed  late  left out for want of room: 2 stories, 3 articles  ratelimited  again at 2015-06-03 08:31Z',
  ]);
  expect(
    json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { slot: '2015-06-02T08:30:00.000Z', fate: 'missed', madeGoodBy: slot },
    { slot, fate: 'failed', leftOut: { stories: 2 }, late: true },
    { fate: 'planned', at: null },
  ]);
  const again = given(await openCorpus(data));
  await again.unsubscribe(channel);
  await again.close();
});

test('doctor finds a damaged file and the delivery that a subscription still owes, and a brief goes on without the file', async () => {
  const corpus = given(await openCorpus(data));
  const { lastArrival } = await corpus.size();
  const unknown = async (slot: string, after: number, upTo: number) => {
    const channel = 'C0BRIEFING';
    await corpus.record({
      ...{ id: `${channel}/${slot}`, channel, slot, state: 'unknown', ts: null, at: slot },
      digest: { channel, after, upTo, stories: [], sources: [] },
      reason: 'request_timeout',
    });
  };
  await unknown('2015-06-02T06:30:00.000Z', 0, 1);
  await unknown('2015-07-02T06:30:00.000Z', lastArrival - 5, lastArrival);
  await corpus.close();
  const [name = ''] = readdirSync(join(data, 'articles'));
  const damaged = join(data, 'articles', name);
  const whole = readFileSync(damaged);
  writeFileSync(damaged, whole.subarray(0, whole.length / 2));

  const env = { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_APP_TOKEN: 'xapp-secret' };
  const doctor = await briefing(['doctor', '--json'], { data, env });
  const findings = objects(doctor.out).map((one) => FINDING.parse(one));
  expect(doctor.status).toBe(1);
  expect(doctor.out + doctor.err).not.toContain('secret');
  expect(findings.filter(({ ok }) => !ok)).toEqual([
    expect.objectContaining({
      check: 'deliveries',
      found: expect.stringMatching(/2015-07-02.* not known yet/),
    }),
    expect.objectContaining({ check: 'files', found: expect.stringContaining(damaged) }),
  ]);
  for (const { ok, next } of findings) expect(ok).toBe(next === undefined);
  const brief = await briefingHere(['brief', 'opm'], data);
  expect(brief.status).toBe(0);
  expect(brief.err).toContain(damaged);
});

test('a data folder that cannot be made is a refusal for every command, and a finding for doctor', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, 'in the way');
  const there = join(file, 'data');
  const commands = [['brief', 'opm'], ['ingest', file], ['remove', 'a'], ['doctor']];
  const ran = await Promise.all(commands.map((args) => briefingHere(args, there)));
  for (const { status, out, err } of ran) {
    expect(status).toBe(1);
    expect(out + err).toContain(there);
    expect(err).not.toMatch(/\n {4}at /);
  }
});

test('a wrong setting is named, never its value', async () => {
  const env = { SLACK_BOT_TOKEN: 'secret' };
  const { status, out, err } = await briefing(['doctor'], { env });
  expect(status).toBe(1);
  expect(out + err).toMatch(/SLACK_BOT_TOKEN/);
  expect(out + err).not.toContain('secret');
});
