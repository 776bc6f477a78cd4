import type { RespondFn } from '@slack/bolt';
import type { BriefAnswer } from '../../briefing/brief.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import { keepPosted } from '../correcting.ts';
import type { Desk } from '../desk.ts';
import { briefMessage } from '../messages/brief.ts';
import { type Message, note } from '../messages/message.ts';
import { post } from '../posting.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** Slack's words for a channel the bot is not in; its answers may still speak there for the asker. */
const NOT_A_MEMBER = new Set(['not_in_channel', 'channel_not_found']);

/** Posts a brief, exactly as its asker saw it, to the channel it was asked in. */
export function postToChannel(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const channel = pressed.body.channel?.id;
    const brief = await seenBrief(desk, carriedBy(pressed));
    if (isRefusal(brief)) return brief;
    const message = briefMessage(brief, desk.page, []);
    if (!channel) return inItsName(pressed.respond, message);
    const result = await post(desk.poster, { channel, ...message });
    if (result.outcome === 'posted') {
      await keepPosted(desk, channel, brief, result.ts);
      return note('Posted.');
    }
    if (result.outcome === 'unknown') {
      return refuse(
        'Slack has not said whether the brief arrived.',
        'Look whether it is there before you press the button again.',
      );
    }
    if (NOT_A_MEMBER.has(result.reason)) return inItsName(pressed.respond, message);
    return refuse(
      `Slack did not let me post to ${channel} (${result.reason}).`,
      'Try another channel, or ask whoever runs this workspace.',
    );
  });
}

/** The brief behind a button, where it is still as its asker saw it. */
async function seenBrief(desk: Desk, key: string): Promise<BriefAnswer | Refusal> {
  const brief = desk.shown.find(key);
  if (!brief) {
    return refuse(
      'That brief is too old to be posted as you saw it.',
      'Ask for it again, then post.',
    );
  }
  for (const { articleId } of brief.sources) {
    if (await desk.corpus.article(articleId)) continue;
    return refuse(
      'An article in that brief has been removed since.',
      'Ask for the brief again, then post.',
    );
  }
  return brief;
}

/** Where the bot is no member, the answer to the asker's own command may be shown to all. */
async function inItsName(respond: RespondFn, message: Message): Promise<undefined> {
  await respond({ response_type: 'in_channel', replace_original: false, ...message });
  return undefined;
}
