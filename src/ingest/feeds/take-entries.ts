import { createHash } from 'node:crypto';
import type { Corpus, NewArticle } from '../../corpus/corpus.ts';
import { isWanted } from '../../corpus/word-filter.ts';
import type { Article } from '../../news/article.ts';
import type { Feed, SeenEntry } from '../../news/feed.ts';
import { refuse } from '../../news/refusal.ts';
import { idAtAddress } from '../article-id.ts';
import type { UnreadArticle } from '../read-article.ts';
import { articleOfEntry } from './entry-article.ts';
import { outletOfFeed } from './feed-outlet.ts';
import type { Polling } from './polling.ts';
import type { ReadEntry, ReadFeed } from './read-feed.ts';

/** Written to the corpus at once; a crash in between reads no more than this again. */
const BATCH = 25;
/** Of entries that a feed no longer lists, the latest are remembered: some feeds list an old one again. */
const MOST_REMEMBERED = 1_000;
/** Times a page is tried before its teaser has to do; the waits between double from the first. */
const MOST_TRIES = 5;
const FIRST_WAIT_MS = 15 * 60_000;

/** Takes in the entries that are new or have changed, the oldest first; true where one had never been listed. */
export async function takeEntries(feed: Feed, read: ReadFeed, polling: Polling): Promise<boolean> {
  const { corpus, feeds } = polling;
  const seen = new Map(feed.entries.map((entry) => [entry.key, entry]));
  const due = read.entries.filter((entry) => isDue(entry, seen.get(entry.key), polling.now()));
  const listed = new Set(read.entries.map(({ key }) => key));
  const title = read.title ?? feed.title;
  const outlet = title === null ? null : outletOfFeed(title, read.link ?? feed.url);
  const isNoted = notedIn(corpus);
  due.reverse();

  async function begin(entries: readonly ReadEntry[]): Promise<() => Promise<void>> {
    const taken: Taken[] = [];
    for (const entry of entries) {
      taken.push(await take(entry, seen.get(entry.key), feed, outlet, isNoted, polling));
    }
    const reading = feeds.readArticles(taken.flatMap(({ article }) => article ?? []));
    // Whoever ends this hears of a failure; where an earlier batch failed, nobody does.
    reading.catch(() => {});
    return async () => {
      // First the articles, then what was seen: after a crash an article is added again, which changes nothing.
      const articles = await reading;
      const entries = await polling.inTurn(() => addTaken(taken, articles, corpus));
      await corpus.changeFeed(feed.url, (latest) => latest && remember(latest, entries, listed));
    };
  }

  let end = async () => {};
  for (let at = 0; at < due.length; at += BATCH) {
    const entries = due.slice(at, at + BATCH);
    // Whether a page is there already is told by what was written.
    const mayFetch = entries.some(({ isTeaser }) => isTeaser);
    if (mayFetch) await end();
    // One batch is read in the thread while the one before it is written here.
    const next = await begin(entries);
    if (!mayFetch) await end();
    end = next;
  }
  await end();
  return due.some(({ key }) => !seen.has(key));
}

/** Tells whether an article is one that an entry of some feed became; looks through them once, when first asked. */
function notedIn(corpus: Corpus): (article: string) => Promise<boolean> {
  let noted: Promise<ReadonlySet<string | null>> | undefined;
  const lookThrough = async () =>
    new Set((await corpus.feeds()).flatMap((feed) => feed.entries.map(({ article }) => article)));
  return async (article) => {
    noted ??= lookThrough();
    return (await noted).has(article);
  };
}

/** What became of an entry, and its article where that is to be read and added. */
interface Taken {
  readonly entry: SeenEntry;
  readonly article?: UnreadArticle;
}

/** Adds the articles that say something new; the entries, each with the id that its article stands under. */
async function addTaken(
  taken: readonly Taken[],
  articles: readonly NewArticle[],
  corpus: Corpus,
): Promise<readonly SeenEntry[]> {
  const ids = new Map<string, string>();
  const fresh: NewArticle[] = [];
  for (const article of articles) {
    const known = await corpus.article(article.id);
    if (known !== undefined && saysTheSame(known, article)) ids.set(article.id, known.id);
    else fresh.push(article);
  }
  for (const [at, { id }] of (await corpus.add(fresh)).entries()) {
    const article = fresh[at];
    if (article !== undefined) ids.set(article.id, id);
  }
  return taken.map(({ entry, article }) =>
    article === undefined ? entry : { ...entry, article: ids.get(article.id) ?? article.id },
  );
}

/** Two feeds of one outlet give an article different names of outlet or author, and neither is a change of it. */
function saysTheSame(known: Article, { id, title, text, publishedAt }: NewArticle): boolean {
  const isSame = known.id === id && known.title === title && known.text === text;
  return isSame && known.publishedAt === publishedAt;
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
  isNoted: (article: string) => Promise<boolean>,
  polling: Polling,
): Promise<Taken> {
  const { key } = entry;
  const mark = markOf(entry);
  const isUnwanted = !isWanted(feed, [entry.title ?? '', entry.text]);
  if (isUnwanted) return { entry: { key, mark, article: before?.article ?? null } };
  if (before === undefined && entry.isTeaser && entry.link !== null) {
    // A feed that gives its entries new keys, or another that lists the same page, is no reason to fetch it again. One
    // that came in and was noted by no feed is: this process may have been killed in between, long enough ago.
    const id = idAtAddress(entry.link);
    const known = await polling.corpus.article(id);
    if (known?.id === id && (await isNoted(id))) return { entry: { key, mark, article: id } };
  }
  const failures = (before?.failures ?? 0) + 1;
  const read = await articleOfEntry(entry, outlet, polling, failures >= MOST_TRIES);
  if ('article' in read) {
    // Its page was had before: that it can't be had now, so that its teaser would stand for it, takes nothing back.
    const known =
      before?.article && read.isTeaser && (await polling.corpus.article(before.article));
    if (known && known.text.length > read.article.text.length) {
      return { entry: { key, mark, article: known.id } };
    }
    return { entry: { key, mark, article: null }, article: read.article };
  }
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
