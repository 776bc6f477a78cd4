import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { parseDigestCommand } from '../../digest/command.ts';
import { deliverNow } from '../../digest/deliver.ts';
import { digestStatus, resume, subscribe, unsubscribe } from '../../digest/subscribe.ts';
import { previewDigest } from '../../digest/upcoming.ts';
import { isRefusal } from '../../news/refusal.ts';
import { type Answer, answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { digestHelp } from '../messages/help.ts';
import {
  deliveredMessage,
  previewMessage,
  statusMessage,
  stoppedMessage,
} from '../messages/subscription.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/digest`: this channel's subscription, looked at or changed. */
export function digestCommand(desk: Desk) {
  return answering(desk, ({ command }: Args) =>
    answerDigest(desk, command.text, command.channel_id, command.user_id),
  );
}

async function answerDigest(
  desk: Desk,
  typed: string,
  channel: string,
  user: string,
): Promise<Answer> {
  const { corpus, ports, page } = desk;
  const asked = parseDigestCommand(typed);
  if (isRefusal(asked)) return asked;
  switch (asked.kind) {
    case 'help':
      return digestHelp();
    case 'show':
      return showStatus(desk, channel);
    case 'preview': {
      const preview = await previewDigest(corpus, channel, asked.topics);
      return isRefusal(preview) ? preview : previewMessage(preview, page);
    }
    case 'on': {
      const { kind: _, ...wanted } = asked;
      const wish = { channel, ...wanted, by: user };
      const done = mayEdit(desk.editors, user) ?? (await subscribe(corpus, wish, ports));
      return isRefusal(done) ? done : showStatus(desk, channel);
    }
    case 'resume':
      return resumeDigest(desk, channel, user);
    case 'off': {
      const done = mayEdit(desk.editors, user) ?? (await unsubscribe(corpus, channel, ports));
      return isRefusal(done) ? done : stoppedMessage(channel);
    }
    case 'now': {
      const done = mayEdit(desk.editors, user) ?? (await deliverNow(corpus, channel, ports));
      return isRefusal(done) ? done : deliveredMessage(done);
    }
  }
}

/** Lets a paused digest go on, and shows where it stands. */
export async function resumeDigest(desk: Desk, channel: string, user: string): Promise<Answer> {
  const done = mayEdit(desk.editors, user) ?? (await resume(desk.corpus, channel, desk.ports));
  return isRefusal(done) ? done : showStatus(desk, channel);
}

async function showStatus(desk: Desk, channel: string): Promise<Answer> {
  const status = await digestStatus(desk.corpus, channel, desk.ports.clock());
  return isRefusal(status) ? status : statusMessage(status);
}
