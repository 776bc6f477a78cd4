import { citedCorrections } from '../briefing/cite.ts';
import { correctionsOf } from '../briefing/corrections.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Line } from '../news/brief.ts';
import type { Delivery } from '../news/delivery.ts';
import { attempt } from './attempt.ts';
import { digestsAmong } from './ledger.ts';
import type { Ports } from './ports.ts';

/** For this long after its slot a digest is corrected, in milliseconds. */
const CORRECTED_FOR_MS = 30 * 24 * 3_600_000;
/** The parts of a thread that are corrections are numbered from here. */
const FIRST_CORRECTION = 100;
/** Most corrections in one message, which must fit one screen. */
const MOST_CORRECTIONS = 5;

/**
 * Posts, beneath each posted digest of a channel of the last 30 days, what of its lines is gone from its article since,
 * with what stands there now; each correction once, written down like a digest. One that Slack refused is tried again
 * the next time. Returns the messages whose state changed.
 */
export async function postCorrections(
  corpus: Corpus,
  deliveries: readonly Delivery[],
  ports: Pick<Ports, 'post' | 'clock' | 'assertOurs'>,
): Promise<readonly Delivery[]> {
  const oldest = Date.parse(ports.clock()) - CORRECTED_FOR_MS;
  const changed: Delivery[] = [];
  for (const posted of digestsAmong(deliveries)) {
    if (posted.state !== 'posted' || posted.ts === null || Date.parse(posted.slot) < oldest)
      continue;
    const own = deliveries.filter(({ id }) => id.startsWith(`${posted.id}/`));
    const planned = await correctionTo(corpus, posted, own, ports.clock());
    if (planned === undefined) continue;
    const correction = await attempt(corpus, planned, ports);
    changed.push(correction);
    if (correction.state === 'refused') return changed;
  }
  return changed;
}

/** The next correction to a digest, of what its thread has not corrected yet; undefined where nothing is gone. */
async function correctionTo(
  corpus: Corpus,
  posted: Delivery,
  thread: readonly Delivery[],
  at: string,
): Promise<Delivery | undefined> {
  const said = thread.filter(({ digest, state }) => digest.corrections && state !== 'refused');
  const done = new Set(
    said.flatMap(({ digest }) => (digest.corrections ?? []).map(({ was }) => placeOf(was))),
  );
  const lines = posted.digest.stories
    .flatMap(({ line, statements }) => [line, ...statements])
    .filter((line) => !done.has(placeOf(line)));
  const gone = (await correctionsOf(corpus, lines)).slice(0, MOST_CORRECTIONS);
  if (gone.length === 0) return undefined;
  const articles = await Promise.all(gone.map(({ was }) => corpus.article(was.articleId)));
  const { channel, id, slot, ts } = posted;
  const { upTo } = posted.digest;
  const cited = citedCorrections(
    gone,
    articles.filter((article) => article !== undefined),
  );
  return {
    ...{ id: `${id}/${FIRST_CORRECTION + said.length}`, channel, slot, at },
    ...{ part: FIRST_CORRECTION + said.length, state: 'claimed', ts: null, reason: null },
    ...(ts !== null && { threadTs: ts }),
    digest: { channel, after: upTo, upTo, stories: [], ...cited },
  };
}

function placeOf({ articleId, revision, start, end }: Line): string {
  return [articleId, revision, start, end].join(' ');
}
