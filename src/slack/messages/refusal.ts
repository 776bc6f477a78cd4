import type { Refusal } from '../../news/refusal.ts';
import { context, escapeMrkdwn, type Message, paragraph, shorten } from './message.ts';

/** What went wrong and what to do next, for the asker. */
export function refusalMessage({ refused, next }: Refusal): Message {
  const [what, then] = [refused, next].map((sentence) =>
    sayIds(escapeMrkdwn(shorten(sentence, 1_000))),
  );
  return { text: `${what} ${then}`, blocks: [paragraph(what ?? ''), context(then ?? '')] };
}

/** A refusal names channels and users by id, which says nothing to a reader: Slack shows them by name. */
function sayIds(mrkdwn: string): string {
  return mrkdwn
    .replace(/\b[CG](?=[A-Z]*\d)[A-Z0-9]{8,}\b/g, '<#$&>')
    .replace(/\b[UW](?=[A-Z]*\d)[A-Z0-9]{8,}\b/g, '<@$&>');
}
