import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { remedyOf } from './attempt.ts';
import type { Ports } from './ports.ts';
import { explain } from './remedy.ts';

/**
 * Tells the subscriber of a refusal that won't mend itself, and writes down that it did; returns the delivery as it
 * then is. A message that Slack may have lost is sent again by the next call: better twice than never.
 */
export async function tellOfRefusal(
  corpus: Corpus,
  subscription: Subscription,
  delivery: Delivery,
  ports: Pick<Ports, 'tell' | 'clock'>,
): Promise<Delivery> {
  const remedy = remedyOf(delivery);
  const mendsItself = remedy === 'retry' || remedy === 'stop';
  if (delivery.state !== 'refused' || delivery.toldAt !== undefined || mendsItself) return delivery;
  const told = await ports.tell({
    to: subscription.by,
    delivery,
    paused: remedy === 'pause',
    message: explain(delivery.channel, delivery.reason ?? ''),
  });
  if (told.outcome !== 'posted') return delivery;
  const known: Delivery = { ...delivery, toldAt: ports.clock() };
  await corpus.record(known);
  return known;
}
