import { messageJson } from '../api/message-json.ts';
import { viewJson } from '../app/view-json.ts';
import { newResponseUrl, newTrigger, nextTs, type World } from '../world.ts';
import { chosenIn, fillIn, holdsChoice, valuesOf } from './choose.ts';
import type { Found, Place } from './find-element.ts';
import { sender } from './sender.ts';

/** Sends a press or a choice to the app; resolves once it took it up or failed to, which the page then shows. */
export async function press(
  world: World,
  place: Place,
  { block, element }: Found,
  given?: unknown,
): Promise<void> {
  const { state } = world;
  if (place.on === 'modal' && holdsChoice(element)) fillIn(place.open, { block, element }, given);
  if (!state.app.interactivity) {
    noteTrouble(world, place, 'interactivity_is_off');
    return;
  }
  const delivered = await world.deliver({
    type: 'interactive',
    payload: {
      ...sender(world, 'block_actions'),
      ...whereabouts(world, place),
      trigger_id: newTrigger(world),
      actions: [
        {
          type: element.type,
          action_id: element.action_id,
          block_id: block.block_id,
          ...(element.text === undefined ? {} : { text: element.text }),
          ...(element.value === undefined ? {} : { value: element.value }),
          ...(element.url === undefined ? {} : { url: element.url }),
          ...(element.style === undefined ? {} : { style: element.style }),
          ...(/button$/.test(String(element.type)) ? {} : chosenIn(element, given)),
          action_ts: nextTs(world),
        },
      ],
    },
  });
  noteTrouble(world, place, delivered.acked ? undefined : delivered.error);
}

function noteTrouble(world: World, place: Place, error: string | undefined) {
  if (place.on === 'message') place.message.trouble = error;
  if (place.on === 'modal') place.open.trouble = error;
  world.changed();
}

function whereabouts(world: World, place: Place): Record<string, unknown> {
  const { state } = world;
  if (place.on === 'message') {
    const { message } = place;
    const channel = state.channels.get(message.channel);
    const ephemeral = message.visibleTo !== undefined;
    const threadTs = message.threadTs;
    return {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: ephemeral,
        ...(threadTs ? { thread_ts: threadTs } : {}),
      },
      channel: {
        id: message.channel,
        name: channel?.kind === 'im' ? 'directmessage' : channel?.name,
      },
      // Of an ephemeral message Slack does not say what it held.
      ...(ephemeral ? {} : { message: messageJson(state, message) }),
      state: { values: valuesOf(message.blocks, {}) },
      response_url: newResponseUrl(world, {
        channel: message.channel,
        original: message.ts,
      }),
    };
  }
  const view = place.on === 'modal' ? place.open.view : state.home;
  if (!view) return {};
  return {
    container: { type: 'view', view_id: view.id },
    view: viewJson(
      state,
      view,
      valuesOf(view.blocks, place.on === 'modal' ? place.open.values : {}),
    ),
  };
}
