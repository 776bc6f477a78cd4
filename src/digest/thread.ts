import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery, Digest } from '../news/delivery.ts';
import { attempt, remedyOf } from './attempt.ts';
import { digestsAmong, isOver } from './ledger.ts';
import { partsOf } from './parts.ts';
import type { Ports } from './ports.ts';

/** For this long after its slot a message of a thread that needs somebody's hand is tried again, an hour apart. */
const TRY_FOR_MS = 24 * 3_600_000;
const TRY_AGAIN_MS = 3_600_000;

/**
 * Posts what stands in the threads of a channel's posted digests and is not there yet, each message once and written
 * down like a digest; returns those whose state changed. Stops at the first that Slack does not take.
 */
export async function postThreads(
  corpus: Corpus,
  deliveries: readonly Delivery[],
  ports: Pick<Ports, 'post' | 'clock'>,
): Promise<readonly Delivery[]> {
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  const changed: Delivery[] = [];
  const unfinished = digestsAmong(deliveries).filter(
    (one) => !isFinished(one, byId, ports.clock()),
  );
  for (const posted of unfinished) {
    for (const [at, digest] of partsOf(posted.digest).entries()) {
      const planned = planOf(posted, at + 1, digest);
      const known = byId.get(planned.id);
      if (known !== undefined && !isDueAgain(known, ports.clock())) continue;
      const left = await withoutRemoved(corpus, digest);
      if (left.sources.length === 0) continue;
      const part = await attempt(corpus, { ...planned, digest: left }, ports);
      changed.push(part);
      if (part.state === 'refused') return changed;
    }
  }
  return changed;
}

/** Whether a digest's thread has nothing left to do: told from the ledger alone, for there may be years of it. */
function isFinished(
  { id, state, digest }: Delivery,
  byId: ReadonlyMap<string, Delivery>,
  now: string,
): boolean {
  if (state !== 'posted' || digest.thread === undefined) return true;
  return Array.from({ length: digest.thread }, (_, at) => byId.get(partId(id, at + 1))).every(
    (part) => part !== undefined && !isDueAgain(part, now),
  );
}

/** The id of a message in a digest's thread. */
function partId(digest: string, part: number): string {
  return `${digest}/${part}`;
}

function planOf({ id, channel, slot, at, ts }: Delivery, part: number, digest: Digest): Delivery {
  return {
    ...{ id: partId(id, part), channel, slot, digest, part, at },
    ...{ state: 'claimed', ts: null, reason: null },
    ...(ts !== null && { threadTs: ts }),
  };
}

function isDueAgain(part: Delivery, now: string): boolean {
  if (part.state !== 'refused') return false;
  const at = Date.parse(now);
  if (part.retryAt !== undefined) return isOver(part.retryAt, now);
  if (remedyOf(part) !== 'pause') return false;
  return at - Date.parse(part.slot) < TRY_FOR_MS && at - Date.parse(part.at) >= TRY_AGAIN_MS;
}

/** An article that was removed since is told nowhere. */
async function withoutRemoved(corpus: Corpus, digest: Digest): Promise<Digest> {
  const found = await Promise.all(
    digest.sources.map(async (source) =>
      (await corpus.article(source.articleId)) === undefined ? [] : [source],
    ),
  );
  const sources = found.flat();
  const kept = new Set(sources.map(({ n }) => n));
  const further = digest.further?.flatMap((story) => {
    const left = story.sources.filter((n) => kept.has(n));
    return left.length > 0 ? [{ ...story, sources: left }] : [];
  });
  return { ...digest, sources, ...(further && { further }) };
}
