import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow } from '../../../src/ingest/feeds/followed.ts';
import { openLibrary, readLibrary } from '../../../src/ingest/library.ts';
import { runChild } from '../../corpus/child.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';
import { smallSeeds } from '../inbox/seeds.ts';
import { type Editions, startEditions } from './editions.ts';
import { expectAll } from './expect-all.ts';
import { pollLibrary } from './poll-library.ts';

const POLLING = new URL('./polling.ts', import.meta.url);
/** How many libraries are filled, each over three kills: more with LIVES=100. */
const LIVES = Number(process.env.LIVES ?? 2);
/** The moments of an earlier run come again with the SEED that its name says. */
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** When a process is killed: at its nth step of writing, or when the site hears its nth request. */
interface Moment {
  readonly at: 'write' | 'request';
  readonly nth: number;
}

/** A first poll takes about 130 steps and 15 requests, one of changes 90 and 10. */
function moment(writes: number, requests: number): fc.Arbitrary<Moment> {
  return fc.oneof(
    { weight: 3, arbitrary: at('write', writes) },
    { weight: 1, arbitrary: at('request', requests) },
  );
}

function at(what: Moment['at'], max: number): fc.Arbitrary<Moment> {
  return fc.record({ at: fc.constant(what), nth: fc.noBias(fc.integer({ min: 1, max })) });
}

const LIFE = fc.tuple(moment(120, 15), moment(100, 12), moment(80, 10));

interface Library {
  readonly folder: string;
  readonly seeds: string;
  readonly editions: Editions;
}

async function followedLibrary(): Promise<Library> {
  const [folder, seeds, editions] = [temporaryFolder(), smallSeeds(), await startEditions()];
  const corpus = given(await openLibrary(folder, seeds));
  for (const url of editions.feeds) {
    const wish = { url, title: null, site: null, by: 'U1', include: [], exclude: [] };
    await follow(corpus, wish, new Date().toISOString());
  }
  await corpus.close();
  return { folder, seeds, editions };
}

/** Polls in a process of its own, which is killed at a moment, or is done before. */
async function pollUntil({ folder, seeds, editions }: Library, { at, nth }: Moment): Promise<void> {
  const child = runChild(POLLING, [folder, seeds, at === 'write' ? String(nth) : '0']);
  let requests = 0;
  editions.heard(() => {
    requests += 1;
    if (at === 'request' && requests === nth) child.kill('SIGKILL');
  });
  expect(['SIGKILL', 0]).toContain(await child.ended());
  editions.heard(() => {});
}

test(
  `killed three times in each of ${LIVES} lives, polling takes in each article and each change once, and loses none (SEED=${SEED})`,
  async () => {
    for (const life of fc.sample(LIFE, { numRuns: LIVES, seed: SEED })) {
      const library = await followedLibrary();
      const { folder, seeds, editions } = library;
      for (const [at, moment] of life.entries()) {
        if (at === life.length - 1) editions.comeOut();
        await pollUntil(library, moment);
      }
      const [inTheEnd, again] = await pollLibrary(folder, seeds, 2);
      expect(again).toBe(inTheEnd);
      await expectAll(given(await readLibrary(folder, seeds)), editions);
    }
  },
  60_000 + LIVES * 60_000,
);
