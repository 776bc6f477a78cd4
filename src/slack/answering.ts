import { randomUUID } from 'node:crypto';
import type { RespondFn } from '@slack/bolt';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { Desk } from './desk.ts';
import { redact } from './logger.ts';
import type { Message } from './messages/message.ts';
import { refusalMessage } from './messages/refusal.ts';

/** What a command or a button hands to its handler, as far as answering goes. */
interface Asked {
  readonly ack: () => Promise<void>;
  readonly respond: RespondFn;
}

/** An answer with what is to be remembered once its asker has it. */
export interface Remembered {
  readonly message: Message;
  readonly remember: () => Promise<void>;
}

/** An answer: for the asker alone, or nothing where a modal has already been opened. */
export type Answer = Message | Remembered | Refusal | undefined;

/**
 * A Bolt listener that acknowledges at once, works, and answers for the asker alone. The one place where
 * refusals become sentences, and where a defect is logged and owned up to.
 */
export function answering<Args extends Asked>(desk: Desk, answer: (args: Args) => Promise<Answer>) {
  return async (args: Args): Promise<void> => {
    await args.ack();
    await desk.inFlight.track(reply(desk, args, answer));
  };
}

async function reply<Args extends Asked>(
  desk: Desk,
  args: Args,
  answer: (args: Args) => Promise<Answer>,
): Promise<void> {
  const found = await answer(args).catch((defect: unknown) => ownUp(desk, defect));
  if (!found) return;
  try {
    await args.respond({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
      ...messageOf(found),
    });
    if ('remember' in found) await found.remember();
  } catch (error) {
    desk.log.error(
      redact(`An answer did not reach its asker, or could not be remembered: ${error}`),
    );
  }
}

function messageOf(found: Message | Remembered | Refusal): Message {
  if (isRefusal(found)) return refusalMessage(found);
  return 'message' in found ? found.message : found;
}

/** A failing disk is thrown, yet it is a refusal that says what to do; anything else thrown is a defect of ours. */
function ownUp(desk: Desk, defect: unknown): Refusal {
  if (isRefusal(defect)) {
    desk.log.error({ err: defect }, 'A command could not be done');
    return defect;
  }
  const id = randomUUID().slice(0, 8);
  desk.log.error({ id, err: defect }, 'A command failed');
  return refuse(
    'That went wrong on our side, and nothing was changed or posted.',
    `Try again. If it goes on, whoever runs this bot finds the cause in its log under ${id}.`,
  );
}
