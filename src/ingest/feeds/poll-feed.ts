import { createHash } from 'node:crypto';
import type { Corpus, NewArticle } from '../../corpus/corpus.ts';
import { isWanted } from '../../corpus/word-filter.ts';
import type { Feed, SeenEntry } from '../../news/feed.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { idAtAddress } from '../article-id.ts';
import type { Fetching } from '../fetch-article.ts';
import type { WebBody, WebFailure } from '../web/web.ts';
import { articleOfEntry } from './entry-article.ts';
import type { FeedReader } from './feed-reader.ts';
import { answered, failed } from './health.ts';
import type { ReadEntry, ReadFeed } from './read-feed.ts';

/** What polling works with; `now` is ISO 8601 in UTC, `chance` from 0 to 1. */
export interface Polling extends Fetching {
  readonly corpus: Corpus;
  readonly feeds: FeedReader;
  readonly now: () => string;
  readonly chance: () => number;
}

/** Written to the corpus at once; a crash in between reads no more than this again. */
const BATCH = 25;
/** Of entries that a feed no longer lists, the latest are remembered: some feeds list an old one again. */
const MOST_REMEMBERED = 1_000;
/** Times a page is tried before its teaser has to do; the waits between double from the first. */
const MOST_TRIES = 5;
const FIRST_WAIT_MS = 15 * 60_000;

const NO_VALIDATORS = { etag: null, lastModified: null };

/** Asks a feed once and takes in what is new. Resolves with the feed as it then is; undefined where it is no longer followed. */
export async function pollFeed(feed: Feed, polling: Polling): Promise<Feed | undefined> {
  const { corpus, web, feeds, now, chance } = polling;
  // Entries whose page is still to be read are told by the feed alone, so it has to answer in full.
  const waits = feed.entries.some(({ again }) => again !== undefined);
  const validators = waits ? NO_VALIDATORS : feed.validators;
  const answer = await web.get({ url: feed.url, accept: 'feed', validators });
  if ('cause' in answer) {
    return answer.cause === 'closed' ? feed : noteFailure(feed, answer, polling);
  }
  if (answer.kind === 'unchanged') {
    return corpus.changeFeed(
      feed.url,
      (latest) =>
        latest && {
          ...latest,
          validators: answer.validators,
          health: answered(latest.health, restOf(answer, null), now(), chance()),
        },
    );
  }
  const read = await feeds.read(answer.url, answer.body, answer.contentType);
  if (isRefusal(read)) return noteFailure(feed, read, polling);
  const moved = answer.movedTo === null ? feed : await moveFeed(feed, answer.movedTo, corpus);
  if (moved === undefined) return undefined;
  const anythingNew = await takeEntries(moved, read, polling);
  return corpus.changeFeed(
    moved.url,
    (latest) =>
      latest && {
        ...latest,
        title: read.title ?? latest.title,
        site: read.link ?? latest.site,
        // What was cut has to be sent again in full.
        validators: read.isCut ? NO_VALIDATORS : answer.validators,
        health: answered(latest.health, { ...restOf(answer, read), anythingNew }, now(), chance()),
      },
  );
}

/** How long a feed asks to be left alone, by what it says and by what its host says. */
function restOf(answer: Pick<WebBody, 'freshForSeconds'>, read: ReadFeed | null) {
  const fresh = answer.freshForSeconds === null ? null : answer.freshForSeconds / 60;
  const wishes = [fresh, read?.refreshMinutes ?? null].filter((wish) => wish !== null);
  const published =
    read?.entries.flatMap((entry) => entry.published ?? entry.updated ?? []) ?? null;
  const restMinutes = wishes.length === 0 ? null : Math.max(...wishes);
  return { published, restMinutes, anythingNew: false };
}

function noteFailure(
  feed: Feed,
  problem: Refusal & Partial<WebFailure>,
  { corpus, now, chance }: Polling,
): Promise<Feed | undefined> {
  const { refused, next, cause, retryAfterSeconds } = problem;
  const failure = {
    problem: refuse(refused, next),
    gone: cause === 'gone',
    ...(retryAfterSeconds !== undefined && { waitSeconds: retryAfterSeconds }),
  };
  return corpus.changeFeed(
    feed.url,
    (latest) => latest && { ...latest, health: failed(latest.health, failure, now(), chance()) },
  );
}

/** Follows a feed to the address that it has for good; where that is followed already, the old one ends. */
async function moveFeed(feed: Feed, url: string, corpus: Corpus): Promise<Feed | undefined> {
  if (url === feed.url) return feed;
  const moved = await corpus.changeFeed(url, (known) => known ?? { ...feed, url });
  await corpus.changeFeed(feed.url, () => undefined);
  return moved;
}

/** Takes in the entries that are new or have changed, the oldest first; true where there was any. */
async function takeEntries(feed: Feed, read: ReadFeed, polling: Polling): Promise<boolean> {
  const { corpus } = polling;
  const seen = new Map(feed.entries.map((entry) => [entry.key, entry]));
  const due = read.entries.filter((entry) => isDue(entry, seen.get(entry.key), polling.now()));
  const listed = new Set(read.entries.map(({ key }) => key));
  const outlet = read.title ?? feed.title;
  due.reverse();
  for (let at = 0; at < due.length; at += BATCH) {
    const taken: { entry: SeenEntry; article?: NewArticle }[] = [];
    for (const entry of due.slice(at, at + BATCH)) {
      taken.push(await take(entry, seen.get(entry.key), feed, outlet, polling));
    }
    const articles = taken.flatMap(({ article }) => article ?? []);
    // First the articles, then what was seen: after a crash an article is added again, which changes nothing.
    const added = [...(await corpus.add(articles))];
    const entries = taken.map(({ entry, article }) =>
      article === undefined ? entry : { ...entry, article: added.shift()?.id ?? article.id },
    );
    await corpus.changeFeed(feed.url, (latest) => latest && remember(latest, entries, listed));
  }
  return due.some(({ key }) => !seen.has(key));
}

function isDue(entry: ReadEntry, before: SeenEntry | undefined, now: string): boolean {
  if (before === undefined || before.mark !== markOf(entry)) return true;
  return before.again !== undefined && before.again.at <= now;
}

/** Digest of what an entry says. */
function markOf({ title, link, updated, text }: ReadEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([title, link, updated, text]))
    .digest('hex')
    .slice(0, 16);
}

async function take(
  entry: ReadEntry,
  before: SeenEntry | undefined,
  feed: Feed,
  outlet: string | null,
  polling: Polling,
): Promise<{ entry: SeenEntry; article?: NewArticle }> {
  const { key } = entry;
  const mark = markOf(entry);
  const isUnwanted = !isWanted(feed, [entry.title ?? '', entry.text]);
  if (isUnwanted) return { entry: { key, mark, article: before?.article ?? null } };
  if (before === undefined && entry.isTeaser && entry.link !== null) {
    // A feed that gives its entries new keys, or another that lists the same page, is no reason to fetch it again.
    const known = await polling.corpus.article(idAtAddress(entry.link));
    if (known !== undefined) return { entry: { key, mark, article: known.id } };
  }
  const failures = (before?.failures ?? 0) + 1;
  const read = await articleOfEntry(entry, outlet, polling, failures >= MOST_TRIES);
  if ('article' in read) return { entry: { key, mark, article: null }, article: read.article };
  const { refused, next } = read.problem;
  const at = new Date(Date.parse(polling.now()) + FIRST_WAIT_MS * 2 ** (failures - 1));
  const again = { at: at.toISOString(), problem: refuse(refused, next) };
  const seen = { key, mark, article: before?.article ?? null, failures };
  return { entry: read.passing ? { ...seen, again } : seen };
}

/** The entries of a feed with these in place of what they were; those that are listed are all kept. */
function remember(feed: Feed, entries: readonly SeenEntry[], listed: ReadonlySet<string>): Feed {
  const keys = new Set(entries.map(({ key }) => key));
  const all = [...feed.entries.filter(({ key }) => !keys.has(key)), ...entries];
  const others = all.filter(({ key }) => !listed.has(key));
  const forgotten = new Set(others.slice(0, Math.max(0, all.length - MOST_REMEMBERED)));
  return { ...feed, entries: all.filter((entry) => !forgotten.has(entry)) };
}
