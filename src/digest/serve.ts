import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import { attempt } from './attempt.ts';
import { isNothingNew } from './compose.ts';
import { postCorrections } from './correct.ts';
import { due } from './due.ts';
import { digestsAmong, isUnsettled, owed, pausedBy } from './ledger.ts';
import { tellOfRefusal } from './notify.ts';
import { lateness, plan } from './plan.ts';
import type { Ports } from './ports.ts';
import { ARTICLE_REMOVED, TOPICS_REMOVED } from './remedy.ts';
import { settleByLooking } from './settle.ts';
import { nextSlot } from './slots.ts';
import { hasUnfinishedThread, postNextPart, yetToBeTried } from './thread.ts';
import type { Composed } from './upcoming.ts';
import { hasNoTopicLeft } from './wanted-topics.ts';

/** What serving a channel came to. */
export interface Served {
  /** Deliveries whose state changed, as they then were. */
  readonly changed: readonly Delivery[];
  /** What is left to do beneath the channel's digests, once every channel has had its own. */
  readonly left: 'nothing' | 'threads' | 'threads and corrections';
  /** Where nothing is to be done before a later slot unless something changes: that slot, ISO 8601 in UTC. */
  readonly quietUntil?: string;
}

const NOTHING: Served = { changed: [], left: 'nothing' };

/**
 * Settles what is open in a channel and delivers the digest that is due there, without what stands in its thread:
 * that would hold up other channels' digests.
 */
export function serve(
  corpus: Corpus,
  channel: string,
  ports: Ports,
  composed: Composed,
): Promise<Served> {
  return ports.inTurn(
    channel,
    async () => {
      // Read in the channel's turn: it may have been ended, or served by `/digest now`, a moment ago.
      const subscription = await corpus.subscription(channel);
      if (subscription === undefined) return NOTHING;
      const changed: Delivery[] = [];
      const ended = (left: Served['left'] = 'nothing'): Served => ({ changed, left });
      const note = (before: Delivery, after: Delivery) => {
        if (before !== after) changed.push(after);
        return after;
      };

      const before = await corpus.deliveries(channel);
      const last = digestsAmong(before).at(-1);
      if (last !== undefined) note(last, await tellOfRefusal(corpus, subscription, last, ports));
      if (due(subscription, before, ports.clock()).kind === 'paused') return ended();

      for (const open of owed(subscription, before)) {
        const settled = note(open, await settleByLooking(corpus, subscription, open, ports));
        if (settled.state === 'refused' && settled.reason !== ARTICLE_REMOVED) {
          note(settled, await tellOfRefusal(corpus, subscription, settled, ports));
          return ended();
        }
      }

      const deliveries = changed.length === 0 ? before : await corpus.deliveries(channel);
      const now = ports.clock();
      const called = due(subscription, deliveries, now);
      if (called.kind !== 'digest') {
        if (hasUnfinishedThread(deliveries, now)) return ended('threads');
        const mayChange =
          changed.length > 0 || isOpen(deliveries) || yetToBeTried(deliveries, now).length > 0;
        if (mayChange) return ended();
        return { ...ended(), quietUntil: nextSlot(subscription.schedule, now) };
      }
      const planned = {
        ...(await plan(corpus, subscription, deliveries, called.slot, ports, composed)),
        ...lateness(subscription, deliveries, called.slot, ports.clock()),
      };
      if (isNothingNew(planned.digest) && (await hasNoTopicLeft(corpus, subscription))) {
        const refused: Delivery = { ...planned, state: 'refused', reason: TOPICS_REMOVED };
        await corpus.record(refused);
        changed.push(await tellOfRefusal(corpus, subscription, refused, ports));
        return ended();
      }
      if (isNothingNew(planned.digest) && !subscription.saysNothingNew) {
        const empty: Delivery = { ...planned, state: 'empty' };
        await corpus.record(empty);
        changed.push(empty);
        return ended('threads and corrections');
      }
      const delivery = await attempt(corpus, planned, ports);
      changed.push(await tellOfRefusal(corpus, subscription, delivery, ports));
      if (delivery.state === 'refused') return ended();
      return ended(delivery.state === 'posted' ? 'threads and corrections' : 'threads');
    },
    passBy,
  );
}

/** Whoever is at a channel, or was killed there, leaves to a later round what is left. */
const passBy = () => NOTHING;

/** Whether what became of a digest is not known, or the last was refused. */
function isOpen(deliveries: readonly Delivery[]): boolean {
  return deliveries.some(isUnsettled) || digestsAmong(deliveries).at(-1)?.state === 'refused';
}

/** Posts all corrections of what is left to do beneath a channel's digests, or one message of its threads. */
export function serveBeneath(
  corpus: Corpus,
  channel: string,
  left: Served['left'],
  ports: Ports,
): Promise<Served> {
  return ports.inTurn(
    channel,
    async () => {
      const deliveries = await corpus.deliveries(channel);
      const isEnded = (await corpus.subscription(channel)) === undefined;
      if (isEnded || pausedBy(deliveries) !== undefined) return NOTHING;
      // Corrections first: a later round would not know that they are due, and of threads the ledger tells.
      if (left === 'threads and corrections') {
        return { changed: await postCorrections(corpus, deliveries, ports), left: 'threads' };
      }
      const part = await postNextPart(corpus, deliveries, ports);
      if (part === undefined) return NOTHING;
      return { changed: [part], left: part.state === 'refused' ? 'nothing' : left };
    },
    // No later round would know of corrections: they wait for whoever is at the channel.
    left === 'threads' ? passBy : undefined,
  );
}
