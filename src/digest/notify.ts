import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { remedyOf } from './attempt.ts';
import type { Ports, PostOutcome } from './ports.ts';

/** How long a subscriber who could not be reached is left alone. */
const REACH_AGAIN_MS = 15 * 60_000;

/**
 * Tells the subscriber of a refusal that won't mend itself, once, and returns the delivery as it then is.
 */
export async function tellOfRefusal(
  corpus: Corpus,
  subscription: Subscription,
  delivery: Delivery,
  ports: Pick<Ports, 'tell' | 'clock'>,
): Promise<Delivery> {
  const remedy = remedyOf(delivery);
  const mendsItself = remedy === 'retry' || remedy === 'stop';
  if (delivery.state !== 'refused' || mendsItself) return delivery;
  const problem = { to: subscription.by, delivery, paused: remedy === 'pause' };
  return reachOnce(corpus, delivery, () => ports.tell(problem), ports);
}

/**
 * Sends the subscriber of a delivery a message unless one got through before, and writes down whether it did. One
 * that Slack may have lost is sent again by a later call: better twice than never.
 */
export async function reachOnce(
  corpus: Corpus,
  delivery: Delivery,
  send: () => Promise<PostOutcome>,
  ports: Pick<Ports, 'clock'>,
): Promise<Delivery> {
  const { toldAt, unreachedAt, ...rest } = delivery;
  const sinceFailed = Date.parse(ports.clock()) - Date.parse(unreachedAt ?? '');
  if (toldAt !== undefined || Math.abs(sinceFailed) < REACH_AGAIN_MS) return delivery;
  const sent = await send();
  const at = ports.clock();
  const reached: Delivery =
    sent.outcome === 'posted' ? { ...rest, toldAt: at } : { ...rest, unreachedAt: at };
  await corpus.record(reached);
  return reached;
}
