import type { Added } from '../../corpus/corpus.ts';
import type { FoundFeed, SourceAdded } from '../../ingest/feeds/sources.ts';
import type { Article } from '../../news/article.ts';
import { STANDING_LABELS, STANDINGS } from '../../news/standing.ts';
import type { Topic } from '../../news/topic.ts';
import { BRIEF_TOPIC, READ_ARTICLE, REMOVE_ARTICLE, SOURCES } from '../actions/ids.ts';
import { webAddress } from '../links.ts';
import { MOST_MEANT, sayFeed } from '../sources/name-feed.ts';
import { typeAdd } from '../sources/request.ts';
import { sayPublished } from './day.ts';
import { removeButton, sayFilter, showTitle } from './feed.ts';
import { sayAhead } from './how-long.ts';
import {
  type Block,
  type ButtonSpec,
  buttons,
  escapeMrkdwn,
  type Message,
  shorten,
} from './message.ts';
import { sayOutlet, sayTitle } from './name.ts';
import { bold, italic, link, type Run, richText, section, text } from './rich-text.ts';

/** Titles are cut here: they are labels, and a page may give itself any. */
const LONGEST_TITLE = 200;
/** Slack takes no more in a button's value. */
const LONGEST_VALUE = 2_000;

/** An article that came in, as much as there is to say of it. */
export interface Arrived {
  readonly added: Extract<SourceAdded, { kind: 'article' }>;
  /** As it is stored; absent where it has been removed since. */
  readonly article: Article | undefined;
  /** The topics that its text belongs to. */
  readonly topics: readonly Topic[];
}

/** What became of an address: a feed that is now followed. */
export function followedMessage(
  { feed, listed, isNew }: Extract<SourceAdded, { kind: 'feed' }>,
  now: string,
): Message {
  const title = sayFeed(feed);
  const entries = listed === 1 ? '1 entry' : `${listed} entries`;
  const asked = feed.health.dueAt ? ` It is asked next ${sayAhead(feed.health.dueAt, now)}.` : '';
  const rest = isNew
    ? `It lists ${entries} at the moment.${asked}`
    : `It was followed already.${asked}`;
  const filter = sayFilter(feed);
  return {
    text: escapeMrkdwn(`Following ${title}. ${rest}`),
    blocks: [
      richText(
        section(
          text('Following '),
          ...showTitle(feed),
          text(`. ${rest}`),
          ...(filter === '' ? [] : [text(' '), italic(filter)]),
        ),
      ),
      buttons([removeButton(feed, 0)]),
    ],
  };
}

/** What became of an address: an article in the library. `which` tells it from others in the same message. */
export function arrivedBlocks({ added, article, topics }: Arrived, which: number): Block[] {
  const { id } = added.added;
  return [
    richText(section(...showArrived(added, article))),
    buttons([
      { label: 'Read', action: `${READ_ARTICLE}:${which}`, value: id },
      ...topics.slice(0, 2).map(
        ({ name, title }, at): ButtonSpec => ({
          label: `Brief: ${title}`,
          action: `${BRIEF_TOPIC}:${which}-${at}`,
          value: name,
        }),
      ),
      removeArticleButton(id, added.title, which),
    ]),
  ];
}

/** In a line of plain text. */
export function sayArrived({ added }: Arrived): string {
  return `${sayChange(added.added.change)} ${shorten(sayTitle(added.title), LONGEST_TITLE)} (${sayOutlet(added.outlet)})`;
}

/** Feeds of which somebody has to say which; `asked` is what they are to be filtered by. */
export function choiceBlocks(
  feeds: readonly FoundFeed[],
  filter: { readonly include: readonly string[]; readonly exclude: readonly string[] },
  from: number,
): Block[] {
  const usable = feeds.filter(({ url }) => webAddress(url));
  const row = usable.slice(0, MOST_MEANT).flatMap((feed, at): ButtonSpec[] => {
    const value = typeAdd({ ...filter, url: feed.url });
    if (value.length > LONGEST_VALUE) return [];
    const label = `Follow ${sayFeed(feed)}`;
    return [{ label, action: `${SOURCES}:add:${from}-${at}`, value }];
  });
  const left = feeds.length - row.length;
  const more = left > 0 ? ` ${left} more can be added by their own addresses.` : '';
  return [
    richText(section(text(`${sayChoice(feeds)}${more}`))),
    ...(row.length > 0 ? [buttons(row)] : []),
  ];
}

/** In a line of plain text. */
export function sayChoice(feeds: readonly FoundFeed[]): string {
  return feeds.length === 1
    ? 'That is a feed. It is not followed so far.'
    : `That page names ${feeds.length} feeds. Which do you want to follow?`;
}

function removeArticleButton(id: string, title: string | null, which: number): ButtonSpec {
  return {
    ...{ label: 'Remove', action: `${REMOVE_ARTICLE}:${which}`, value: id },
    confirm: {
      ask: `“${shorten(sayTitle(title), 100)}” goes out of the library, and briefs forget it at once.`,
      yes: 'Remove',
    },
  };
}

function showArrived(
  { added, title, outlet }: Extract<SourceAdded, { kind: 'article' }>,
  article: Article | undefined,
): Run[] {
  const words = shorten(sayTitle(title), LONGEST_TITLE);
  const address = webAddress(article?.url ?? null);
  const origin = [sayOutlet(outlet), article && sayPublished(article.publishedAt)].filter(Boolean);
  return [
    text(`${sayChange(added.change)} `),
    address ? link(address, words) : bold(words),
    text(`\n${shorten(origin.join(', '), LONGEST_TITLE)}`),
    ...(article ? [text(`\n${saySpoken(article)}`)] : []),
  ];
}

function sayChange(change: Added['change']): string {
  switch (change) {
    case 'new':
      return 'Added';
    case 'revised':
      return 'Read anew, for its text has changed:';
    case 'unchanged':
      return 'In the library already:';
    case 'copy':
      return 'In the library already, by another address:';
  }
}

/** How many statements an article has, by standing: "5 statements: 3 on the record, 2 unnamed official". */
function saySpoken({ reading }: Article): string {
  const { statements } = reading;
  if (statements.length === 0) return 'Nobody is quoted or reported in it.';
  const counts = STANDINGS.map(
    (standing) => [standing, statements.filter((one) => one.standing === standing).length] as const,
  ).filter(([, count]) => count > 0);
  const all = statements.length === 1 ? '1 statement' : `${statements.length} statements`;
  return `${all}: ${counts.map(([standing, count]) => `${count} ${STANDING_LABELS[standing]}`).join(', ')}`;
}
