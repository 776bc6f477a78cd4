import { setTimeout as pause } from 'node:timers/promises';
import { readCorpus } from '../corpus/open.ts';
import { isInUse } from '../corpus/owner.ts';
import { keepFollowing } from '../ingest/feeds/keep-following.ts';
import { changeLibrary } from '../ingest/inbox/change-library.ts';
import { openLibrary } from '../ingest/library.ts';
import { openWeb } from '../ingest/web/open-web.ts';
import type { Feed } from '../news/feed.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { Settings } from '../settings.ts';
import { printFeeds } from './feed-text.ts';
import type { Outcome } from './finish.ts';
import type { Home } from './home.ts';
import type { Terminal } from './terminal.ts';

/** How long a running bot is waited for, in milliseconds. */
const LONGEST_WAIT = 60_000;
const LOOK_AGAIN = 2_000;

/** Asks one feed, or all where `url` is null, here or through the bot that is running, and prints how each is doing. */
export async function checkFeeds(
  home: Home,
  terminal: Terminal,
  url: string | null,
  json?: true,
): Promise<Outcome> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const asked = await askHere(home, terminal, settings, url);
  const feeds =
    isRefusal(asked) && isInUse(asked) ? await askThroughBot(home, settings, url) : asked;
  if (isRefusal(feeds)) return feeds;
  await printFeeds(terminal, feeds, json);
  return feeds.some(({ health }) => health.problem !== null) ? 'failed' : 'done';
}

async function askHere(
  home: Home,
  terminal: Terminal,
  settings: Settings,
  url: string | null,
): Promise<readonly Feed[] | Refusal> {
  const corpus = await openLibrary(settings.library, home.seeds);
  if (isRefusal(corpus)) return corpus;
  const defects: unknown[] = [];
  const web = openWeb({ privateHosts: settings.privateHosts });
  // Whoever sits at the terminal reads what comes of it: nobody else is told.
  const following = keepFollowing(
    corpus,
    web,
    async () => false,
    (_, error) => defects.push(error),
  );
  try {
    return await following.sources.check(url, (progress) => terminal.progress(progress));
  } finally {
    await following.stop();
    await corpus.close();
  }
}

/** Has the running bot ask, and waits until it has, as far as hosts allow it in that time. */
async function askThroughBot(
  home: Home,
  { library }: Settings,
  url: string | null,
): Promise<readonly Feed[] | Refusal> {
  const since = new Date().toISOString();
  const changed = await changeLibrary(library, home.seeds, { kind: 'ask', url });
  if (isRefusal(changed)) return changed;
  if (!changed.done && url !== null) {
    return refuse(`${url} is not followed.`, 'See which feeds are: feeds list');
  }
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    const corpus = await readCorpus(library);
    if (isRefusal(corpus)) return corpus;
    const feeds = (await corpus.feeds()).filter((feed) => url === null || feed.url === url);
    const isDone = feeds.every(({ health }) => (health.askedAt ?? '') >= since);
    if (isDone || waited >= LONGEST_WAIT) return feeds;
    await pause(LOOK_AGAIN);
  }
}
