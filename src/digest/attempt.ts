import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Ports, PostOutcome } from './ports.ts';
import { type Remedy, remedyFor } from './remedy.ts';

/**
 * One request to post, written down before and after. Throws where the claim or the outcome cannot be written, and where
 * another process may have taken over the turn before there was a claim.
 */
export async function attempt(
  corpus: Corpus,
  delivery: Delivery,
  ports: Pick<Ports, 'post' | 'clock' | 'assertOurs'>,
): Promise<Delivery> {
  const { retryAt: _, toldAt: __, unreachedAt: ___, ...planned } = delivery;
  const claimedNow = (): Delivery => ({
    ...{ ...planned, ts: null, reason: null },
    ...{ state: 'claimed', at: ports.clock() },
  });
  let claimed = claimedNow();
  let hasClaimed = false;
  const outcome = await ports.post(claimed, async () => {
    claimed = claimedNow();
    await corpus.record(claimed);
    hasClaimed = true;
  });
  // The wait for its time may have outlasted the turn: what another has claimed since must stand.
  if (!hasClaimed) ports.assertOurs?.(delivery.channel);
  const ended = afterOutcome(claimed, outcome, ports.clock());
  await corpus.record(ended);
  return ended;
}

/** What a refused delivery calls for. */
export function remedyOf(delivery: Delivery): Remedy {
  return remedyFor(delivery.reason ?? '');
}

function afterOutcome(claimed: Delivery, outcome: PostOutcome, at: string): Delivery {
  if (outcome.outcome === 'posted') return { ...claimed, state: 'posted', ts: outcome.ts, at };
  const { reason } = outcome;
  if (outcome.outcome === 'unknown') return { ...claimed, state: 'unknown', reason, at };
  const refused: Delivery = { ...claimed, state: 'refused', reason, at };
  const wait = waitBeforeRetry(claimed.slot, at, remedyFor(reason), outcome.retryAfter);
  if (wait === undefined) return refused;
  return { ...refused, retryAt: new Date(Date.parse(at) + wait).toISOString() };
}

const MINUTE_MS = 60_000;

/** Milliseconds: as long as Slack says, else half as long as it has been due, between a minute and an hour. */
function waitBeforeRetry(
  slot: string,
  at: string,
  remedy: Remedy,
  retryAfter: number | undefined,
): number | undefined {
  // An app that stopped over its token tries again as soon as it runs again.
  if (remedy === 'stop') return 0;
  if (remedy !== 'retry') return undefined;
  const late = (Date.parse(at) - Date.parse(slot)) / 2;
  const wait = retryAfter === undefined ? late : retryAfter * 1_000;
  return Math.min(Math.max(wait, retryAfter === undefined ? MINUTE_MS : 0), 60 * MINUTE_MS);
}
