import { randomUUID } from 'node:crypto';
import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { Desk } from './desk.ts';
import { redact } from './logger.ts';
import type { Message } from './messages/message.ts';
import { refusalMessage } from './messages/refusal.ts';
import { type Telling, tellAtPace } from './pace.ts';
import { messageScreen, modalScreen, type Screen } from './screen.ts';

/** What a command, a button or a shortcut hands to its handler, as far as answering goes. */
interface Asked {
  readonly ack: () => Promise<void>;
  /** Absent where a button on Home or in a modal was pressed. */
  readonly respond?: RespondFn;
  readonly client: WebClient;
  readonly body: {
    readonly trigger_id: string;
    /** Who typed a command. */
    readonly user_id?: string;
    /** Who pressed a button or used a shortcut. */
    readonly user?: { readonly id: string };
    readonly view?: { readonly type: string; readonly id: string };
    /** The message with the button that was pressed. */
    readonly container?: { readonly message_ts?: string; readonly thread_ts?: string };
  };
}

/** An answer with what is to be done once its asker has it. */
export interface Followed {
  readonly message: Message;
  readonly after: () => Promise<void>;
}

/** An answer: for the asker alone, or nothing where a modal has already been opened. */
export type Answer = Message | Followed | Refusal | undefined;

/** Says what the work for an answer is at; may be called at any rate, and is shown only where it takes long. */
export type Tell = Telling['tell'];

/**
 * A Bolt listener that acknowledges at once, works, and answers for the asker alone: where the command was typed or the
 * button pressed, on Home and in modals in a modal.
 */
export function answering<Args extends Asked>(
  desk: Desk,
  answer: (args: Args, tell: Tell) => Promise<Answer>,
) {
  return (args: Args): Promise<void> =>
    desk.inFlight.track(
      args.ack().then(() => answerOn(desk, screenFor(desk, args), (tell) => answer(args, tell))),
    );
}

/** Works and answers on a screen. The one place where refusals become sentences, and where a defect is owned up to. */
export async function answerOn(
  desk: Desk,
  screen: Screen,
  answer: (tell: Tell) => Promise<Answer>,
): Promise<void> {
  const telling = tellAtPace(screen, desk.pace, (error) =>
    desk.log.warn(redact(`How far the work is could not be shown: ${error}`)),
  );
  const found = await answer(telling.tell).catch((defect: unknown) => ownUp(desk, defect));
  await telling.end();
  if (!found) return;
  try {
    await screen.answer(messageOf(found));
    if ('after' in found) await found.after();
  } catch (error) {
    desk.log.error(
      redact(`An answer did not reach its asker, or could not be remembered: ${error}`),
    );
  }
}

function screenFor(desk: Desk, { respond, client, body }: Asked): Screen {
  const user = body.user?.id ?? body.user_id ?? '';
  if (respond) return messageScreen(respond, desk.poster, user, threadOf(body.container));
  return modalScreen(body, client, user);
}

/** The thread that a button stands in; the message that a thread hangs on stands in none. */
function threadOf(container: Asked['body']['container']): string | undefined {
  return container?.thread_ts === container?.message_ts ? undefined : container?.thread_ts;
}

function messageOf(found: Message | Followed | Refusal): Message {
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
