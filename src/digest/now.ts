import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Refusal } from '../news/refusal.ts';
import { attempt } from './attempt.ts';
import { isNothingNew } from './compose.ts';
import { postCorrections } from './correct.ts';
import { deliveryId, digestsAmong, owed } from './ledger.ts';
import { tellOfRefusal } from './notify.ts';
import { plan } from './plan.ts';
import type { Ports } from './ports.ts';
import { postThread } from './thread.ts';
import { nothingComposed, notSubscribed } from './upcoming.ts';
import { hasNoTopicLeft, noTopicLeft } from './wanted-topics.ts';

/** What `/digest now` did. */
export type Asked =
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  /** Nothing came in since then (ISO 8601 in UTC); `unsettled` hold what is neither told again nor forgotten. */
  | {
      readonly kind: 'nothing-new';
      readonly since: string;
      readonly unsettled: readonly Delivery[];
    };

/**
 * Posts what has come in since the channel's last delivery, without waiting for its slot; the next slot carries only
 * what is newer. Refusal where the channel has no subscription, or no topic of it is left.
 */
export function deliverNow(
  corpus: Corpus,
  channel: string,
  ports: Ports,
): Promise<Asked | Refusal> {
  return ports.inTurn(channel, async () => {
    const subscription = await corpus.subscription(channel);
    if (subscription === undefined) return notSubscribed(channel);
    if (await hasNoTopicLeft(corpus, subscription)) return noTopicLeft(channel);
    const deliveries = await corpus.deliveries(channel);
    const slot = freeSlot(channel, ports.clock(), deliveries);
    const planned = await plan(corpus, subscription, deliveries, slot, ports, nothingComposed());
    if (isNothingNew(planned.digest)) {
      const told = digestsAmong(deliveries)
        .filter(({ state }) => state === 'posted' || state === 'empty')
        .at(-1);
      const since = told?.at ?? subscription.since;
      return { kind: 'nothing-new', since, unsettled: owed(subscription, deliveries) };
    }
    const delivery = await attempt(corpus, planned, ports);
    await postThread(corpus, delivery, ports);
    if (delivery.state === 'posted') await postCorrections(corpus, deliveries, ports);
    return {
      kind: 'delivery',
      delivery: await tellOfRefusal(corpus, subscription, delivery, ports),
    };
  });
}

/** An instant that is no delivery's slot yet, from now on by the millisecond. */
function freeSlot(channel: string, now: string, deliveries: readonly Delivery[]): string {
  const taken = new Set(deliveries.map(({ id }) => id));
  let slot = Date.parse(now);
  while (taken.has(deliveryId(channel, new Date(slot).toISOString()))) slot += 1;
  return new Date(slot).toISOString();
}
