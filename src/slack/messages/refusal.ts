import type { Refusal } from '../../news/refusal.ts';
import { context, escapeMrkdwn, fit, type Message, paragraph } from './message.ts';

/** What went wrong and what to do next, for the asker. */
export function refusalMessage({ refused, next }: Refusal): Message {
  const what = fit(refused, 1_000);
  return {
    text: escapeMrkdwn(`${what} ${next}`),
    blocks: [paragraph(escapeMrkdwn(what)), context(escapeMrkdwn(fit(next, 1_000)))],
  };
}
