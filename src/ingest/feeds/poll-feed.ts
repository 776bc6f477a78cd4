import type { Corpus } from '../../corpus/corpus.ts';
import type { Feed } from '../../news/feed.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import type { WebBody, WebFailure } from '../web/web.ts';
import { answered, failed } from './health.ts';
import type { Polling } from './polling.ts';
import type { ReadFeed } from './read-feed.ts';
import { takeEntries } from './take-entries.ts';

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
          health: answered(latest.health, answerOf(answer, null), now(), chance()),
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
        health: answered(
          latest.health,
          { ...answerOf(answer, read), anythingNew },
          now(),
          chance(),
        ),
      },
  );
}

/** What an answer says beside its entries. */
function answerOf({ freshForSeconds }: Pick<WebBody, 'freshForSeconds'>, read: ReadFeed | null) {
  return {
    published: read?.entries.flatMap((entry) => entry.published ?? entry.updated ?? []) ?? null,
    freshMinutes: freshForSeconds === null ? null : freshForSeconds / 60,
    restMinutes: read?.refreshMinutes ?? null,
    anythingNew: false,
  };
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
