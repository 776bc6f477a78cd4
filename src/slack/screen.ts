import type { RespondFn, types } from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { context, type Message } from './messages/message.ts';
import { answerView } from './views/answer.ts';

/** Where somebody who asked sees what becomes of it: one place that changes while long work goes on. */
export interface Screen {
  /** Shows how far the work is. */
  readonly progress: (message: Message) => Promise<void>;
  /** Shows what became of it. */
  readonly answer: (message: Message) => Promise<void>;
}

/** An answer that can't change says where the one stands that can. */
const WHERE = 'The result comes here. If it takes long, a private message says how far I am.';

/** Keeps a link in a message from being drawn larger than the message. */
const BARE = { unfurl_links: false, unfurl_media: false };

/**
 * Answers where a command was typed or, in its `thread`, a button pressed, for the asker alone. Slack lets nobody change such an answer, and takes five: so
 * the first word of progress is one, the rest is a private message that changes, and the result is the other. Where
 * the work took longer than Slack waits for, the result is in the private message.
 */
export function messageScreen(
  respond: RespondFn,
  poster: WebClient,
  user: string,
  thread?: string,
): Screen {
  let isAnnounced = false;
  const inPrivate = privateMessage(poster, user);
  const say = (message: Message) =>
    respond({
      response_type: 'ephemeral',
      replace_original: false,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...BARE,
      ...message,
    });
  return {
    progress: async (message) => {
      if (isAnnounced) return inPrivate.show(message);
      isAnnounced = true;
      await say({ ...message, blocks: [...message.blocks, context(WHERE)] });
    },
    answer: async (message) => {
      const isSaid = await say(message).then(
        () => true,
        () => false,
      );
      // The private message must not go on saying that the work is under way.
      if (!isSaid || inPrivate.isShown()) await inPrivate.show(message);
    },
  };
}

/** What a button that was pressed stood in; a modal is one of type "modal". */
interface Within {
  readonly type: string;
  readonly id: string;
}

/** What opens a modal, or the modal that stands there already, by the id that we gave it. */
export type Opening =
  | { readonly trigger_id: string; readonly view?: Within }
  | { readonly externalId: string };

/** Tries to reach a modal that Slack has been told to show, and a pause between them in milliseconds. */
const TRIES = 5;
const PAUSE = 300;

/** Answers in a modal, above what was pressed; where its reader has closed it, by a private message. */
export function modalScreen(opening: Opening, client: WebClient, user: string): Screen {
  let opened: string | undefined;
  const show = async (message: Message) => {
    if ('externalId' in opening) {
      const view = { ...answerView(message), external_id: opening.externalId };
      return untilThere(() => client.views.update({ external_id: opening.externalId, view }));
    }
    const view = answerView(message);
    if (opened !== undefined) return void (await client.views.update({ view_id: opened, view }));
    opened = await showView(client, opening, view);
  };
  return {
    progress: show,
    answer: async (message) => {
      try {
        await show(message);
      } catch {
        await privateMessage(client, user).show(message);
      }
    },
  };
}

/**
 * Opens a modal above the one that its button was pressed in, so that its reader comes back to that; in its place where
 * Slack takes no more above it. Resolves with its id.
 */
export async function showView(
  client: WebClient,
  { trigger_id, view: within }: { readonly trigger_id: string; readonly view?: Within },
  view: types.ModalView,
): Promise<string | undefined> {
  if (within?.type !== 'modal') return (await client.views.open({ trigger_id, view })).view?.id;
  try {
    return (await client.views.push({ trigger_id, view })).view?.id;
  } catch (error) {
    const isFull =
      error instanceof WebAPIPlatformError && error.data.error === 'push_limit_reached';
    if (!isFull) throw error;
    return (await client.views.update({ view_id: within.id, view })).view?.id;
  }
}

/** A modal that we have answered a submission with may not stand there yet when its next state is known. */
async function untilThere(update: () => Promise<unknown>): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await update();
      return;
    } catch (error) {
      const isMissing = error instanceof WebAPIPlatformError && error.data.error === 'not_found';
      if (!isMissing || left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** A private message that is posted once and changed from then on. */
function privateMessage(client: WebClient, user: string) {
  let shown: { readonly channel: string; readonly ts: string } | undefined;
  return {
    isShown: () => shown !== undefined,
    show: async (message: Message): Promise<void> => {
      if (shown) {
        await client.chat.update({ ...shown, ...message });
        return;
      }
      const { channel, ts } = await client.chat.postMessage({ channel: user, ...BARE, ...message });
      if (channel && ts) shown = { channel, ts };
    },
  };
}
