import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { remedyOf } from './attempt.ts';
import type { Ports } from './ports.ts';
import { nothingQuiet, type Quiet } from './quiet.ts';
import { type Served, serve, serveBeneath } from './serve.ts';
import { nothingComposed } from './upcoming.ts';

/** Channels served at the same time: some that wait for Slack's answer must not make the others late. */
const AT_ONCE = 32;

/** So long messages beneath digests are posted in one round, in milliseconds: by then another channel's digest may be due. */
const BENEATH_MS = 50_000;

/** What one round over all subscriptions did; channels where nothing was due are not in it. */
export interface Round {
  /** Deliveries whose state changed, as they then were. */
  readonly deliveries: readonly Delivery[];
  /** Channels whose delivery broke off by a defect or a failing disk; what was claimed is settled by a later round. */
  readonly failures: readonly { readonly channel: string; readonly error: unknown }[];
  /** Slack's error code where no channel can be served any more (a revoked token): stop the app and say so. */
  readonly stop: string | null;
}

/**
 * Settles what earlier rounds, or an earlier process, left open, and delivers every digest that is due by the
 * ports' clock: first each channel's digest, then what stands beneath them, a message of each channel in turn. Safe to
 * kill at any point: the next round finds by the ledger what has to be done. Once `stopping` is aborted no further
 * channel is begun. What `quiet` knows of earlier rounds is not looked at again.
 */
export async function deliverDue(
  corpus: Corpus,
  ports: Ports,
  stopping?: AbortSignal,
  quiet: Quiet = nothingQuiet(),
): Promise<Round> {
  const deliveries: Delivery[] = [];
  const failures: { channel: string; error: unknown }[] = [];
  let stop: string | null = null;
  /** Serves what stands in line, many at a time; what `work` does may add to the line. */
  const workOff = async <T extends { readonly channel: string }>(
    line: T[],
    work: (one: T) => Promise<Served>,
    more: (channel: string, left: Served['left']) => void,
    isOver = () => false,
  ) => {
    const serveNext = async () => {
      for (let next = line.shift(); next !== undefined; next = line.shift()) {
        if (stop !== null || stopping?.aborted || isOver()) return;
        // Where nothing is due nothing is waited for, and whoever types a command meanwhile would wait.
        await setImmediate();
        try {
          const { changed, left } = await work(next);
          deliveries.push(...changed);
          stop ??= changed.find(stopsTheApp)?.reason ?? null;
          if (left !== 'nothing') more(next.channel, left);
        } catch (error) {
          failures.push({ channel: next.channel, error });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, serveNext));
  };

  const composed = nothingComposed();
  const beneath: { channel: string; left: Served['left'] }[] = [];
  const putBeneath = (channel: string, left: Served['left']) => beneath.push({ channel, left });
  // First how often ledgers have changed: what is found of one later is of then, or newer.
  const ledgers = await corpus.ledgers();
  const now = ports.clock();
  const subscriptions = (await corpus.subscriptions()).filter(
    (subscription) => !quiet.has(subscription, ledgers.get(subscription.channel), now),
  );
  const serveDue = async (subscription: Subscription) => {
    const { channel } = subscription;
    const served = await serve(corpus, channel, ports, composed);
    if (served.quietUntil !== undefined) {
      quiet.note(subscription, ledgers.get(channel), now, served.quietUntil);
    }
    return served;
  };
  await workOff(subscriptions, serveDue, putBeneath);
  // What is left of threads the next round finds by the ledger.
  const until = Date.parse(ports.clock()) + BENEATH_MS;
  await workOff(
    beneath,
    ({ channel, left }) => serveBeneath(corpus, channel, left, ports),
    putBeneath,
    () => Date.parse(ports.clock()) > until,
  );
  return { deliveries, failures, stop };
}

/** True for a delivery that was refused for a reason that stops the whole app (a revoked token). */
function stopsTheApp(delivery: Delivery): boolean {
  return delivery.state === 'refused' && remedyOf(delivery) === 'stop';
}
