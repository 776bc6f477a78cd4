import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { phrasesOf } from '../briefing/phrases.ts';
import { digestStatus } from '../digest/subscribe.ts';
import { isRefusal } from '../news/refusal.ts';
import type { Desk } from './desk.ts';
import { redact } from './logger.ts';
import { isOwnOf } from './messages/place.ts';
import { type HomeContents, homeView } from './views/home.ts';

type Opened = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** What counts as lately, in milliseconds. */
const LATELY = 7 * 24 * 3_600_000;
/** Users whose Home is kept up to date; for others it is drawn when they open it. */
const MOST_OPEN = 500;

/** Draws Home for whoever opens it. */
export function homeOpened(desk: Desk) {
  return async ({ event }: Opened): Promise<void> => {
    if (event.tab !== 'home') return;
    remember(desk.homes, event.user);
    await desk.inFlight.track(publishHome(desk, event.user));
  };
}

/** Draws Home anew after a change, where its user has opened it. */
export async function refreshHome(desk: Desk, user: string): Promise<void> {
  if (desk.homes.has(user)) await publishHome(desk, user);
}

/** A Home that can't be drawn is for the log alone: it is drawn again when it is opened, and nothing depends on it. */
async function publishHome(desk: Desk, user: string): Promise<void> {
  try {
    await desk.ports.inTurn(`home of ${user}`, async () => {
      const view = homeView(await gather(desk, user));
      await desk.poster.views.publish({ user_id: user, view });
    });
  } catch (error) {
    desk.log.error(redact(`Home could not be drawn for ${user}: ${error}`));
  }
}

async function gather(
  { corpus, sources, suggestions, ports }: Desk,
  user: string,
): Promise<HomeContents> {
  const now = ports.clock();
  const since = new Date(Date.parse(now) - LATELY).toISOString().slice(0, 10);
  const topics = (await corpus.topics()).map(async (topic) => {
    const lately = await corpus.days({ phrases: phrasesOf(topic), publishedSince: since });
    return { topic, lately: lately.length };
  });
  // What somebody gets by direct message is nobody else's business.
  const shown = (await corpus.subscriptions()).filter(
    ({ channel }) => channel === user || !isOwnOf(channel),
  );
  const digests = shown.map(({ channel }) => digestStatus(corpus, channel, now));
  const feeds = await sources.feeds();
  return {
    user,
    topics: await Promise.all(topics),
    // A channel that was unsubscribed meanwhile is none any more.
    digests: (await Promise.all(digests)).flatMap((status) => (isRefusal(status) ? [] : [status])),
    feeds,
    suggestions: suggestions.filter(({ url }) => !feeds.some((feed) => feed.url === url)),
    now,
  };
}

function remember(homes: Set<string>, user: string): void {
  homes.delete(user);
  homes.add(user);
  const [oldest] = homes;
  if (homes.size > MOST_OPEN && oldest !== undefined) homes.delete(oldest);
}
