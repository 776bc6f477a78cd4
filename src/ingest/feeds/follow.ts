import type { Feed } from '../../news/feed.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { discover } from './discover.ts';
import { follow, unfollow } from './followed.ts';
import type { Poller } from './poller.ts';
import type { Polling } from './polling.ts';
import type { SourceAdded, Sources, SourceWish } from './sources.ts';

/** Where articles come from, over a corpus that this process owns. */
export function sourcesOf(polling: Polling, asking: Poller): Sources {
  const { corpus } = polling;
  return {
    add: (wish) => addSource(wish, polling, asking),
    remove: async (url) => (await unfollow(corpus, url)) ?? notFollowed(url),
    async check(url, tell) {
      const one = url === null ? undefined : await corpus.feed(url);
      if (url !== null && one === undefined) return notFollowed(url);
      const meant = one === undefined ? await corpus.feeds() : [one];
      let done = 0;
      const checked = await Promise.all(
        meant.map(async (feed) => {
          const asked = await asking.poll(feed.url);
          done += 1;
          tell({ done, of: meant.length, at: feed.title ?? feed.url });
          return asked ?? [];
        }),
      );
      return checked.flat();
    },
    async feeds() {
      const name = ({ title, url }: Feed) => (title ?? url).toLowerCase();
      return [...(await corpus.feeds())].sort((a, b) => name(a).localeCompare(name(b), 'en'));
    },
  };
}

function notFollowed(url: string): Refusal {
  return refuse(`${url} is not followed.`, 'See which feeds are: /sources.');
}

/** Follows the feed at an address, or the one that a page there names, or adds the article that is there. */
async function addSource(
  { url, by, include, exclude, follow: mayFollow }: SourceWish,
  polling: Polling,
  asking: Poller,
): Promise<SourceAdded | Refusal> {
  const { corpus } = polling;
  const found = await discover(url, polling);
  if (isRefusal(found)) return found;
  switch (found.kind) {
    case 'choice':
      return found;
    case 'article': {
      const [added] = await corpus.add([found.article]);
      if (added === undefined) throw new Error('An article was added and nothing said of it.');
      const { title, outlet } = found.article;
      return { kind: 'article', added, title, outlet };
    }
    case 'feed': {
      if (!mayFollow) return { kind: 'choice', feeds: [found.feed] };
      const wish = { ...found.feed, by, include, exclude };
      const followed = await follow(corpus, wish, polling.now());
      // Its articles come in after this answer: a feed of teasers takes a second for each page.
      asking.begin(found.feed.url);
      return { kind: 'feed', ...followed, listed: found.listed };
    }
  }
}
