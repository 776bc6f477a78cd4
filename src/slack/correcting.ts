import type { BriefAnswer } from '../briefing/brief.ts';
import { citedCorrections } from '../briefing/cite.ts';
import { correctionsOf } from '../briefing/corrections.ts';
import { remembered, withoutLines } from '../briefing/remembered.ts';
import type { Showing } from '../news/showing.ts';
import type { Desk } from './desk.ts';
import { correctionsMessage } from './messages/corrections.ts';
import { post } from './posting.ts';

/**
 * Keeps in mind what a channel was shown, and beneath its earlier briefs says what of them is gone from its article
 * since.
 */
export async function keepPosted(
  desk: Desk,
  channel: string,
  brief: BriefAnswer,
  ts: string,
): Promise<void> {
  const { corpus, ports } = desk;
  const showing = { to: channel, about: brief.asked.about, at: ports.clock(), ts };
  const earlier = await corpus.shown(channel);
  await corpus.changeShown(channel, (showings) => remembered(showings, showing, brief));
  for (const one of earlier) await correctBeneath(desk, one);
}

/** Says beneath a posted brief what of it is gone; what Slack refused is said the next time. */
async function correctBeneath(
  { corpus, poster, page }: Desk,
  { to, ts, lines }: Showing,
): Promise<void> {
  const corrections = ts === undefined ? [] : await correctionsOf(corpus, lines);
  if (corrections.length === 0) return;
  const gone = corrections.map(({ was }) => was);
  const articles = await Promise.all(gone.map(({ articleId }) => corpus.article(articleId)));
  const cited = citedCorrections(
    corrections,
    articles.filter((article) => article !== undefined),
  );
  const message = correctionsMessage(cited, page);
  const { outcome } = await post(poster, { channel: to, ...(ts && { thread_ts: ts }), ...message });
  if (outcome === 'refused') return;
  await corpus.changeShown(to, (showings) => withoutLines(showings, gone));
}
