import type { Feed } from '../../news/feed.ts';
import { SHOW_FEEDS, SOURCES } from '../actions/ids.ts';
import { healthOf, isTroubled, troubledFirst } from '../sources/health.ts';
import { sayFeed } from '../sources/name-feed.ts';
import { checkButton, removeButton, sayHealth, showFeed } from './feed.ts';
import {
  type ButtonSpec,
  buttons,
  context,
  escapeMrkdwn,
  header,
  type Message,
  shorten,
} from './message.ts';
import { bullets, richText } from './rich-text.ts';

/** Feeds that fit one screen. */
const MOST_SHOWN = 6;
const TEXT_LIMIT = 3_500;

/** The feeds that are followed, those first that somebody should look after; there must be one. */
export function feedsMessage(feeds: readonly Feed[], now: string): Message {
  const shown = troubledFirst(feeds, now).slice(0, MOST_SHOWN);
  const title = `Sources: ${countFeeds(feeds.length)}`;
  const lines = shown.map((feed) => `${sayFeed(feed)}: ${sayHealth(feed, now)}`);
  const summary = sayStanding(feeds, now);
  const [worst] = shown;
  return {
    text: escapeMrkdwn(shorten([`${title}. ${summary}`, ...lines].join('\n'), TEXT_LIMIT)),
    blocks: [
      header(title),
      context(escapeMrkdwn(summary)),
      richText(bullets(shown.map((feed) => showFeed(feed, now)))),
      buttons([
        ...(feeds.length > shown.length ? [showAll(feeds.length)] : []),
        checkAll(),
        { label: 'Suggestions', action: `${SOURCES}:suggestions`, value: 'suggestions' },
      ]),
      ...(worst && feeds.length === 1 ? [buttons([removeButton(worst, 0)])] : []),
      context(
        '`/sources add` and an address follows a feed or adds an article. `/sources remove` and part of a title stops. `/sources help` says more.',
      ),
    ],
  };
}

/** What asking feeds found, told from how they were before. */
export function checkedMessage(
  before: readonly Feed[],
  after: readonly Feed[],
  now: string,
): Message {
  const [only] = after;
  const title = after.length === 1 && only ? sayFeed(only) : `Checked ${countFeeds(after.length)}`;
  const found = sayFindings(before, after);
  const shown = troubledFirst(after, now)
    .filter((feed) => after.length === 1 || isTroubled(healthOf(feed, now)))
    .slice(0, MOST_SHOWN);
  const troubled = after.filter((feed) => isTroubled(healthOf(feed, now))).length;
  const more = Math.max(0, troubled - shown.length);
  return {
    text: escapeMrkdwn(`${title}: ${found}`),
    blocks: [
      header(title),
      context(escapeMrkdwn(more > 0 ? `${found} ${more} more need a look: /sources` : found)),
      ...(shown.length > 0 ? [richText(bullets(shown.map((feed) => showFeed(feed, now))))] : []),
      ...(only && after.length === 1
        ? [buttons([checkButton(only, 0), removeButton(only, 0)])]
        : []),
    ],
  };
}

/** How many feeds are well and how many are not: "2 need a look · 10 are well". */
export function sayStanding(feeds: readonly Feed[], now: string): string {
  const troubled = feeds.filter((feed) => isTroubled(healthOf(feed, now))).length;
  const unasked = feeds.filter((feed) => healthOf(feed, now) === 'unasked').length;
  const well = feeds.length - troubled - unasked;
  return [
    troubled > 0 && `${troubled} ${troubled === 1 ? 'needs' : 'need'} a look`,
    unasked > 0 && `${unasked} not asked yet`,
    well > 0 && `${well} ${well === 1 ? 'is' : 'are'} well`,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function countFeeds(n: number): string {
  return `${n.toLocaleString('en')} ${n === 1 ? 'feed' : 'feeds'}`;
}

/** Opens the list of all feeds. */
export function showAll(feeds: number): ButtonSpec {
  return {
    label: `Show all ${feeds.toLocaleString('en')}`,
    action: `${SHOW_FEEDS}:all`,
    value: '0',
  };
}

/** Asks every feed now. */
export function checkAll(): ButtonSpec {
  return { label: 'Check all now', action: `${SOURCES}:check`, value: 'check' };
}

function sayFindings(before: readonly Feed[], after: readonly Feed[]): string {
  const earlier = new Map(before.map((feed) => [feed.url, feed.health]));
  const asked = after.filter(
    ({ url, health }) => health.askedAt !== (earlier.get(url)?.askedAt ?? null),
  );
  const answered = asked.filter(({ health }) => health.problem === null);
  const news = asked.filter(
    ({ url, health }) => health.newAt !== (earlier.get(url)?.newAt ?? null),
  ).length;
  const gone = after.filter(({ health }) => health.dueAt === null).length;
  const waiting = after.filter(
    (feed) => feed.health.dueAt !== null && !asked.includes(feed),
  ).length;
  const failed = asked.filter(({ health }) => health.problem && health.dueAt !== null).length;
  if (after.length === 1) {
    return gone > 0 ? 'It is gone for good.' : sayFinding(waiting, answered.length, news);
  }
  return [
    answered.length > 0 &&
      `${countFeeds(answered.length)} answered, ${news > 0 ? `${news} with something new` : 'nothing new'}`,
    failed > 0 && `${failed} did not answer`,
    gone > 0 && `${gone} ${gone === 1 ? 'is' : 'are'} gone`,
    waiting > 0 && `${waiting} not asked again so soon, since their hosts want a pause`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');
}

/** What asking one feed found. */
function sayFinding(waiting: number, answered: number, news: number): string {
  if (waiting > 0) return 'It was not asked again so soon: its host wants a pause.';
  if (answered === 0) return 'It did not answer as a feed does.';
  return news > 0 ? 'It answered, with something new.' : 'It answered, with nothing new.';
}
