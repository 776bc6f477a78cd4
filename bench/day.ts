import { deliverDue } from '../src/digest/deliver.ts';
import { nothingQuiet } from '../src/digest/quiet.ts';
import { feedReader } from '../src/ingest/feeds/feed-reader.ts';
import { follow } from '../src/ingest/feeds/followed.ts';
import { poller } from '../src/ingest/feeds/poller.ts';
import { fileReaders } from '../src/ingest/files/file-readers.ts';
import { oneAtATime } from '../src/ingest/one-at-a-time.ts';
import { openWeb } from '../src/ingest/web/open-web.ts';
import { jumpingClock } from '../tests/ingest/web/jumping-clock.ts';
import { type Office, openOffice } from '../tests/slack/office.ts';
import { type DayFeeds, openDayFeeds } from './day-feeds.ts';
import { type Row, rowOf } from './row.ts';

const FEEDS = 200;
const CHANNELS = 100;
/** Of so many channels one asks for what no article tells of. */
const ONE_SILENT_IN = 5;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BEGINS = Date.UTC(2026, 5, 1);

/** A day over 200 feeds and 100 channels by a turned clock, over real sockets: requests and posts, beside the fewest that could do. */
export async function day(): Promise<readonly Row[]> {
  const clock = jumpingClock(BEGINS);
  const feeds = await openDayFeeds(FEEDS, clock.now);
  const channels = Array.from({ length: CHANNELS }, (_, at) => ({
    name: `channel-${at}`,
    bot: true,
  }));
  const office = await openOffice({ seed: { channels } });
  try {
    await subscribeAll(office);
    const before = (await office.corpus.size()).articles;
    await live(office, feeds, clock);
    const came = (await office.corpus.size()).articles - before;
    if (came !== feeds.articles) throw new Error(`${came} of ${feeds.articles} articles came in.`);
    const silent = CHANNELS / ONE_SILENT_IN;
    return [
      rowOf(
        'day-requests',
        'each feed when its rest is over, each page once',
        feeds.asked() / feeds.least,
        1,
      ),
      rowOf(
        'day-posts',
        'one for each channel with news',
        office.workspace.log.length / (CHANNELS - silent),
        1,
      ),
    ];
  } finally {
    await office.close();
    feeds.close();
  }
}

async function subscribeAll({ corpus, workspace }: Office): Promise<void> {
  const { lastArrival: startsAfter } = await corpus.size();
  for (let at = 0; at < CHANNELS; at += 1) {
    const isSilent = at % ONE_SILENT_IN === 0;
    // After the first articles of the day, and never when a look is under way.
    const hour = String(2 + (at % 22)).padStart(2, '0');
    await corpus.subscribe({
      ...{
        channel: workspace.channel(`channel-${at}`),
        topics: [],
        by: workspace.person.id,
        startsAfter,
      },
      include: [isSilent ? 'an eclipse of the moon' : `pier ${at}`],
      schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: [`${hour}:30`], timeZone: 'UTC' },
      since: new Date(BEGINS).toISOString(),
    });
  }
}

/** Every minute of the day asks the feeds that are due, and delivers the digests that are. */
async function live(
  { corpus, desk }: Office,
  { urls, hosts }: DayFeeds,
  clock: ReturnType<typeof jumpingClock>,
): Promise<void> {
  const now = () => new Date(clock.now()).toISOString();
  const [web, readers, reader] = [
    openWeb({ privateHosts: hosts, clock }),
    fileReaders(),
    feedReader(),
  ];
  const rethrow = (_: string, error: unknown) => {
    throw error;
  };
  const polling = {
    corpus,
    inTurn: oneAtATime(),
    web,
    readers,
    feeds: reader,
    now,
    chance: () => 0,
  };
  const asking = poller(polling, async () => true, rethrow);
  const ports = { ...desk.ports, clock: now };
  const quiet = nothingQuiet();
  try {
    for (const url of urls) {
      const wish = { url, title: null, site: null, by: null, include: [], exclude: [] };
      await follow(corpus, wish, now());
    }
    while (clock.now() < BEGINS + DAY_MS) {
      await asking.pollDue();
      const { failures } = await deliverDue(corpus, ports, undefined, quiet);
      if (failures.length > 0) throw failures[0]?.error;
      clock.advance(MINUTE_MS - (clock.now() % MINUTE_MS));
    }
  } finally {
    asking.stop();
    await asking.settled();
    await Promise.all([web.close(), readers.close(), reader.close()]);
  }
}
