import type { Feed } from '../../news/feed.ts';
import { SOURCES } from '../actions/ids.ts';
import { webAddress } from '../links.ts';
import { healthOf, unreadableIn } from '../sources/health.ts';
import { sayFeed } from '../sources/name-feed.ts';
import { sayAgo, sayAhead, sayFor, sayHabit } from './how-long.ts';
import { type ButtonSpec, shorten } from './message.ts';
import { bold, italic, link, type Run, text } from './rich-text.ts';

/** Characters of a reason that are shown; whoever fetched it may quote what a host said. */
const LONGEST_REASON = 300;
const LONGEST_FILTER = 200;

/** A feed as readers see it: its title, how it is doing, what it is filtered by, who added it. */
export function showFeed(feed: Feed, now: string): Run[] {
  const filter = sayFilter(feed);
  return [
    ...showTitle(feed),
    ...(feed.by && /^[UW][A-Z0-9]+$/.test(feed.by)
      ? [text(' added by '), { type: 'user' as const, user_id: feed.by }]
      : [text(' added from a terminal')]),
    text(`\n${sayHealth(feed, now)}`),
    ...(filter === '' ? [] : [text('\n'), italic(filter)]),
  ];
}

/** A feed's title, leading to its site. */
export function showTitle(feed: Pick<Feed, 'title' | 'url' | 'site'>): Run[] {
  const address = webAddress(feed.site) ?? webAddress(feed.url);
  const title = sayFeed(feed);
  return [address ? { ...link(address, title), style: { bold: true } } : bold(title)];
}

/** How a feed is doing at an instant, in words. */
export function sayHealth(feed: Feed, now: string): string {
  const { health } = feed;
  const asked = health.askedAt ? `Asked ${sayAgo(health.askedAt, now)}` : 'Not asked yet';
  const again = health.dueAt ? `Asked again ${sayAhead(health.dueAt, now)}.` : '';
  const why = health.problem ? ` ${shorten(health.problem.refused, LONGEST_REASON)}` : '';
  switch (healthOf(feed, now)) {
    case 'gone':
      return `Gone, and no longer asked.${why}`;
    case 'failing':
      return `Failing ${health.failingSince ? sayFor(health.failingSince, now) : 'now'}.${why} ${again}`.trim();
    case 'silent':
      return `Silent: ${sayNews(feed, now)}. ${asked}.`;
    case 'unasked':
      return `${asked}. ${health.dueAt ? `It will be ${sayAhead(health.dueAt, now)}.` : ''}`.trim();
    case 'unreadable':
      return `${asked}, ${sayNews(feed, now)}. ${sayUnreadable(unreadableIn(feed))}`;
    case 'well':
      return `${asked}, ${sayNews(feed, now)}.`;
  }
}

/** What a feed is filtered by; empty where it isn't. */
export function sayFilter({ include, exclude }: Pick<Feed, 'include' | 'exclude'>): string {
  const listed = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
  return shorten(
    [
      include.length > 0 ? `Only with ${listed(include)}.` : '',
      exclude.length > 0 ? `Without ${listed(exclude)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    LONGEST_FILTER,
  );
}

/** Ask a feed now; `which` tells buttons of a message apart. */
export function checkButton({ url }: Feed, which: string | number): ButtonSpec {
  return { label: 'Check now', action: `${SOURCES}:check:${which}`, value: `check ${url}` };
}

/** Stop following a feed, once that is confirmed. */
export function removeButton(feed: Feed, which: string | number): ButtonSpec {
  return {
    ...{ label: 'Remove', action: `${SOURCES}:remove:${which}`, value: `remove ${feed.url}` },
    confirm: {
      ask: `“${sayFeed(feed)}” will not be asked any more. What it brought stays in the library.`,
      yes: 'Stop following',
    },
  };
}

function sayNews({ health }: Feed, now: string): string {
  const last = health.newAt ? `last new entry ${sayAgo(health.newAt, now)}` : 'nothing new so far';
  return health.habit === null ? last : `${last}, usually ${sayHabit(health.habit)}`;
}

function sayUnreadable(entries: number): string {
  return entries === 1
    ? '1 entry could not be read: its page did not open or is no article.'
    : `${entries} entries could not be read: their pages did not open or are no articles.`;
}
