import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery, Digest } from '../news/delivery.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Subscription } from '../news/subscription.ts';
import { attempt } from './attempt.ts';
import { channelOf, isUnsettled } from './ledger.ts';
import { reachOnce } from './notify.ts';
import type { Ports } from './ports.ts';
import { ARTICLE_REMOVED } from './remedy.ts';

/**
 * How long Slack may still accept a post whose answer did not come: until this long after the claim, a message's
 * absence proves nothing, nobody is asked, and nothing is posted again. Well above a client's time-out. Counted by our
 * clock, so that setting it forward just then shortens it.
 */
const GRACE_SECONDS = 120;

/**
 * Finds out what became of an unsettled delivery, by looking and never by guessing, and returns it as it then is:
 * found → posted; absent once the grace is over → its own digest is posted, unless an article in it was removed; where looking is not granted, its
 * subscriber is asked, once the grace is over. Unchanged where the answer is still out.
 */
export async function settleByLooking(
  corpus: Corpus,
  subscription: Subscription,
  delivery: Delivery,
  ports: Ports,
): Promise<Delivery> {
  if (delivery.state === 'unknown' && delivery.toldAt !== undefined) return delivery;
  const now = ports.clock();
  const age = Date.parse(now) - Date.parse(delivery.at);
  // The clock was set back: the grace starts again, for it must be waited out by a clock that runs.
  if (age < 0) return recorded(corpus, { ...delivery, at: now });
  const graceIsOver = age >= GRACE_SECONDS * 1_000;
  const look = await ports.lookUp(delivery);
  if (look.outcome === 'found') {
    return recorded(corpus, { ...withoutTold(delivery), state: 'posted', ts: look.ts, at: now });
  }
  if (look.outcome === 'not-now' || !graceIsOver) return delivery;
  if (look.outcome === 'absent') return attemptAgain(corpus, delivery, ports);
  return askSubscriber(corpus, subscription, delivery, ports);
}

/** What the subscriber answered: the message is there, or it is not and should be posted. */
export type Answer = 'there' | 'post';

/**
 * Settles a delivery by the subscriber's answer and returns it as it then is; Refusal where it is settled already
 * or there is none. Of two answers the first counts.
 */
export function settle(
  corpus: Corpus,
  id: string,
  answer: Answer,
  ports: Ports,
): Promise<Delivery | Refusal> {
  const channel = channelOf(id);
  return ports.inTurn(channel, async () => {
    const delivery = (await corpus.deliveries(channel)).find((one) => one.id === id);
    if (delivery === undefined) {
      return refuse(
        'That digest is not in the ledger.',
        'Type /digest in its channel to see the last one.',
      );
    }
    if (!isUnsettled(delivery)) {
      return refuse(
        'That digest is settled already.',
        'There is nothing more to do. Type /digest in its channel to see what became of it.',
      );
    }
    // An answer to an earlier question says nothing of an attempt made since.
    if (delivery.toldAt === undefined && answer === 'post') {
      return refuse(
        'That digest was just sent again, and Slack has not answered yet.',
        'Wait: I will find out, or ask you once more.',
      );
    }
    if (answer === 'post') {
      // Its time may be a minute off: a bot that stops meanwhile must look again, and not wait for this answer.
      return attemptAgain(corpus, await recorded(corpus, withoutTold(delivery)), ports);
    }
    return recorded(corpus, { ...withoutTold(delivery), state: 'posted', at: ports.clock() });
  });
}

/** Posts a delivery that is not there; refused where an article in it was removed since, so that it is composed afresh. */
async function attemptAgain(corpus: Corpus, delivery: Delivery, ports: Ports): Promise<Delivery> {
  if (await holdsAll(corpus, delivery.digest)) return attempt(corpus, delivery, ports);
  const { toldAt: _, unreachedAt: __, ...rest } = delivery;
  const at = ports.clock();
  return recorded(corpus, { ...rest, state: 'refused', reason: ARTICLE_REMOVED, at, retryAt: at });
}

/** Whether every article of a digest is still in the corpus, each line's at the revision cited. */
async function holdsAll(corpus: Corpus, { stories, sources }: Digest): Promise<boolean> {
  const lines = stories.flatMap(({ line, statements }) => [line, ...statements]);
  const found = await Promise.all([
    ...lines.map(({ articleId, revision }) => corpus.article(articleId, revision)),
    ...sources.map(({ articleId }) => corpus.article(articleId)),
  ]);
  return found.every((article) => article !== undefined);
}

async function askSubscriber(
  corpus: Corpus,
  subscription: Subscription,
  delivery: Delivery,
  ports: Ports,
): Promise<Delivery> {
  const open: Delivery =
    delivery.state === 'unknown'
      ? delivery
      : await recorded(corpus, {
          ...delivery,
          ...{ state: 'unknown', reason: 'interrupted', at: ports.clock() },
        });
  return reachOnce(corpus, open, () => ports.ask({ to: subscription.by, delivery: open }), ports);
}

function withoutTold({ toldAt: _, unreachedAt: __, ...delivery }: Delivery): Delivery {
  return { ...delivery, reason: null };
}

async function recorded(corpus: Corpus, delivery: Delivery): Promise<Delivery> {
  await corpus.record(delivery);
  return delivery;
}
