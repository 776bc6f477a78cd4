import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery, Digest } from '../news/delivery.ts';
import { attempt, remedyOf } from './attempt.ts';
import { isOver } from './ledger.ts';
import { partsOf } from './parts.ts';
import type { Ports } from './ports.ts';
import { isOfChannel } from './remedy.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** For so long after its slot a message of a thread is tried again where it is not the channel that has to be mended. */
const HOPED_FOR_MS = 30 * DAY_MS;

/** Whether a message is missing in the thread of a posted digest, of whatever age; `now` is ISO 8601. */
export function hasUnfinishedThread(deliveries: readonly Delivery[], now: string): boolean {
  return withUnfinishedThread(deliveries, now).length > 0;
}

/** Posts what stands in the thread of a posted digest, message by message, until Slack does not take one. */
export async function postThread(
  corpus: Corpus,
  { id, channel }: Delivery,
  ports: Pick<Ports, 'post' | 'clock' | 'assertOurs'>,
): Promise<void> {
  for (let part: Delivery | undefined; part?.state !== 'refused'; ) {
    const deliveries = await corpus.deliveries(channel);
    const own = deliveries.filter((one) => one.id === id || one.id.startsWith(`${id}/`));
    part = await postNextPart(corpus, own, ports);
    if (part === undefined) return;
  }
}

/**
 * Posts the next message that is missing in the threads of a channel's posted digests, once and written down like a
 * digest, and returns it as it then is; undefined where none is missing.
 */
export async function postNextPart(
  corpus: Corpus,
  deliveries: readonly Delivery[],
  ports: Pick<Ports, 'post' | 'clock' | 'assertOurs'>,
): Promise<Delivery | undefined> {
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  for (const posted of withUnfinishedThread(deliveries, ports.clock())) {
    for (const [at, digest] of partsOf(posted.digest).entries()) {
      const planned = planOf(posted, at + 1, digest);
      const known = byId.get(planned.id);
      if (known !== undefined && !isDueAgain(known, ports.clock())) continue;
      const left = await withoutRemoved(corpus, digest);
      if (left.sources.length > 0) return attempt(corpus, { ...planned, digest: left }, ports);
      await corpus.record({ ...planned, digest: left, state: 'empty', at: ports.clock() });
    }
  }
  return undefined;
}

/** The posted digests in whose threads a message is due now; told from the ledger alone, for there may be years of it. */
export function withUnfinishedThread(
  deliveries: readonly Delivery[],
  now: string,
): readonly Delivery[] {
  const withThread = deliveries.filter(
    ({ state, part, digest }) =>
      state === 'posted' && part === undefined && digest.thread !== undefined,
  );
  if (withThread.length === 0) return [];
  const done = new Set<string>();
  for (const one of deliveries) {
    if (one.part !== undefined && !isDueAgain(one, now)) done.add(one.id);
  }
  return withThread.filter(({ id, digest: { thread = 0 } }) => {
    for (let part = 1; part <= thread; part += 1) if (!done.has(partId(id, part))) return true;
    return false;
  });
}

/** The refused messages of threads that are to be tried again, now or later; `now` is ISO 8601. */
export function yetToBeTried(deliveries: readonly Delivery[], now: string): readonly Delivery[] {
  return deliveries.filter(
    (one) =>
      one.part !== undefined &&
      one.state === 'refused' &&
      // Corrections are looked for after each digest.
      one.digest.corrections === undefined &&
      !isGivenUp(one, now),
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

/** One that needs somebody's hand is due again each hour for a day after its slot, then each day. */
function isDueAgain(part: Delivery, now: string): boolean {
  if (part.state !== 'refused' || isGivenUp(part, now)) return false;
  if (part.retryAt !== undefined) return isOver(part.retryAt, now);
  const isHourly = remedyOf(part) === 'pause' && since(part.slot, now) < DAY_MS;
  return since(part.at, now) >= (isHourly ? HOUR_MS : DAY_MS);
}

/** While nothing can be posted in a channel its next digest pauses it, so that there is an end to trying there. */
function isGivenUp({ slot, reason, retryAt }: Delivery, now: string): boolean {
  if (retryAt !== undefined || isOfChannel(reason ?? '')) return false;
  return since(slot, now) >= HOPED_FOR_MS;
}

function since(instant: string, now: string): number {
  return Date.parse(now) - Date.parse(instant);
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
