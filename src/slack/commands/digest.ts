import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { type DigestCommand, parseDigestCommand, splitOwn } from '../../digest/command.ts';
import { deliverNow } from '../../digest/now.ts';
import { readQuietDays } from '../../digest/quiet-days.ts';
import { adjust, digestStatus, resume, subscribe, unsubscribe } from '../../digest/subscribe.ts';
import { previewDigest } from '../../digest/upcoming.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { type Answer, answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEditDigest } from '../editors.ts';
import { digestHelp } from '../messages/help.ts';
import {
  deliveredMessage,
  noDigestMessage,
  previewMessage,
  statusMessage,
  stoppedMessage,
} from '../messages/subscription.ts';
import { usualZone } from '../usual-zone.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/digest`: this channel's subscription, or with "me" and in direct messages the asker's own, looked at or changed. */
export function digestCommand(desk: Desk) {
  return answering(desk, async ({ command }: Args) => {
    const { isOwn, rest } = splitOwn(command.text);
    const user = command.user_id;
    const channel = isOwn || command.channel_id.startsWith('D') ? user : command.channel_id;
    const asked = await parse(desk, rest, user);
    return isRefusal(asked) ? asked : answerDigest(desk, asked, channel, user);
  });
}

/** A schedule without a time zone has the asker's, where it is known. */
async function parse(desk: Desk, typed: string, user: string): Promise<DigestCommand | Refusal> {
  const asked = parseDigestCommand(typed);
  if (!isRefusal(asked)) return asked;
  const zone = await usualZone(desk, user);
  return zone === undefined ? asked : parseDigestCommand(typed, zone);
}

async function answerDigest(
  desk: Desk,
  asked: DigestCommand,
  channel: string,
  user: string,
): Promise<Answer> {
  const { corpus, ports, page } = desk;
  if (asked.kind === 'help') return digestHelp();
  if (asked.kind === 'show') return showStatus(desk, channel);
  if (asked.kind === 'preview') {
    const preview = await previewDigest(corpus, channel, asked.topics);
    return isRefusal(preview) ? preview : previewMessage(preview, page);
  }
  const refused = mayEditDigest(desk.editors, user, channel);
  if (refused) return refused;
  switch (asked.kind) {
    case 'on': {
      const { kind: _, ...wanted } = asked;
      const done = await subscribe(corpus, { channel, ...wanted, by: user }, ports);
      return isRefusal(done) ? done : showStatus(desk, channel);
    }
    case 'quiet': {
      const quiet = readQuietDays(asked.days, ports.clock().slice(0, 10));
      const done = isRefusal(quiet) ? quiet : await adjust(corpus, channel, { quiet }, ports);
      return isRefusal(done) ? done : showStatus(desk, channel);
    }
    case 'nothing-new': {
      const done = await adjust(corpus, channel, { saysNothingNew: asked.says }, ports);
      return isRefusal(done) ? done : showStatus(desk, channel);
    }
    case 'resume':
      return resumeDigest(desk, channel, user);
    case 'off': {
      const done = await unsubscribe(corpus, channel, ports);
      return isRefusal(done) ? done : stoppedMessage(channel);
    }
    case 'now': {
      const done = await deliverNow(corpus, channel, ports);
      return isRefusal(done) ? done : deliveredMessage(done);
    }
  }
}

/** Lets a paused digest go on, and shows where it stands. */
export async function resumeDigest(desk: Desk, channel: string, user: string): Promise<Answer> {
  const done =
    mayEditDigest(desk.editors, user, channel) ?? (await resume(desk.corpus, channel, desk.ports));
  return isRefusal(done) ? done : showStatus(desk, channel);
}

/** Where a channel's digest stands, or how to begin one. */
export async function showStatus(desk: Desk, channel: string): Promise<Answer> {
  const status = await digestStatus(desk.corpus, channel, desk.ports.clock());
  return isRefusal(status) ? noDigestMessage(status, channel) : statusMessage(status);
}
