import { keepFollowing } from '../../../src/ingest/feeds/keep-following.ts';
import { openLibrary } from '../../../src/ingest/library.ts';
import { openWeb } from '../../../src/ingest/web/open-web.ts';
import { isRefusal } from '../../../src/news/refusal.ts';
import { jumpingClock } from '../web/jumping-clock.ts';

/** Owns a library for as long as it takes to ask each of its feeds so often; gives the last arrival after each time. */
export async function pollLibrary(
  folder: string,
  seeds: string,
  times: number,
): Promise<readonly number[]> {
  const corpus = await openLibrary(folder, seeds);
  if (isRefusal(corpus)) throw new Error(corpus.refused);
  const privateHosts = (await corpus.feeds()).map(({ url }) => new URL(url).host);
  const following = keepFollowing(
    corpus,
    // Its clock jumps: hosts are not left alone for a second between two requests.
    openWeb({ privateHosts, clock: jumpingClock(Date.now()) }),
    async () => true,
    (_, error) => {
      throw error;
    },
  );
  const arrivals: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await following.sources.check(null, () => {});
    arrivals.push((await corpus.size()).lastArrival);
  }
  await following.stop();
  await corpus.close();
  return arrivals;
}
