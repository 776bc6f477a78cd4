import { expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { runChild } from './child.ts';
import { given } from './given.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ADDING = new URL('./adding.ts', import.meta.url);
const KILLS = Number(process.env.KILLS ?? 10);

test(
  `killed ${KILLS} times while adding, a corpus has every article that it acknowledged`,
  async () => {
    const folder = temporaryFolder();
    const acknowledged: string[] = [];
    let highest = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = runChild(ADDING, [folder, String(kill)]);
      await child.printed(1 + Math.floor(Math.random() * 60));
      // Somewhere in the midst of what comes next.
      const until = performance.now() + Math.random() * 20;
      while (performance.now() < until) await new Promise(setImmediate);
      child.kill('SIGKILL');
      expect(await child.ended()).toBe('SIGKILL');
      acknowledged.push(...child.lines);

      const corpus = given(await openCorpus(folder));
      expect(corpus.problems()).toEqual([]);
      const kept = (await corpus.search({})).map((found) => found.article);
      const ids = new Set(kept.map(({ id }) => id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      const { lastArrival } = await corpus.size();
      const arrivals = kept.map(({ arrival }) => arrival);
      expect(new Set(arrivals).size).toBe(arrivals.length);
      expect(lastArrival).toBeGreaterThanOrEqual(Math.max(...arrivals));
      expect(lastArrival).toBeGreaterThan(highest);
      highest = lastArrival;
      await corpus.close();
    }
  },
  KILLS * 10_000,
);
