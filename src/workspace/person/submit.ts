import { newView } from '../app/new-view.ts';
import { viewJson } from '../app/view-json.ts';
import { checkView } from '../block-kit/check-view.ts';
import type { OpenView } from '../state.ts';
import { newTrigger, type World } from '../world.ts';
import { checkInput } from './check-input.ts';
import { valuesOf } from './choose.ts';
import { sender } from './sender.ts';

const TROUBLE = 'We had some trouble connecting. Try again?';
const MOST_MODALS = 3;

/** Submits the open modal as it is filled in; resolves once the app has answered or failed to. */
export async function submit(world: World): Promise<void> {
  const { state } = world;
  const open = state.modals.at(-1);
  if (!open) return;
  open.errors = checkInput(open.view.blocks, open.values as never);
  open.trouble = undefined;
  world.changed();
  if (Object.keys(open.errors).length > 0) return;
  const delivered = await world.deliver({
    type: 'interactive',
    payload: {
      ...sender(world, 'view_submission'),
      trigger_id: newTrigger(world),
      view: viewJson(state, open.view, valuesOf(open.view.blocks, open.values)),
      response_urls: [],
    },
  });
  if (!state.modals.includes(open)) return;
  if (delivered.acked) follow(world, open, delivered.answer);
  else open.trouble = TROUBLE;
  world.changed();
}

interface Followed {
  readonly response_action?: string;
  readonly errors?: Record<string, string>;
  readonly view?: unknown;
}

function follow(world: World, open: OpenView, answer: unknown): void {
  const { state } = world;
  const { response_action, errors, view } = (answer ?? {}) as Followed;
  if (response_action === undefined) {
    state.modals = state.modals.filter((other) => other !== open);
    return;
  }
  if (response_action === 'clear') {
    state.modals = [];
    return;
  }
  if (response_action === 'errors') {
    const inputs = open.view.blocks.filter((block) => block.type === 'input');
    const known = Object.entries(errors ?? {}).every(
      ([id, text]) => typeof text === 'string' && inputs.some((block) => block.block_id === id),
    );
    if (!known || !errors || Object.keys(errors).length === 0) open.trouble = TROUBLE;
    else open.errors = errors;
    return;
  }
  const given = checkView(view);
  if (Array.isArray(given) || given.type !== 'modal') {
    open.trouble = TROUBLE;
  } else if (response_action === 'update') {
    open.view = newView(world, given, { instead: open.view });
  } else if (response_action === 'push' && state.modals.length < MOST_MODALS) {
    const pushed = newView(world, given, { under: open.view });
    state.modals.push({ view: pushed, values: {}, errors: {}, trouble: undefined });
  } else {
    open.trouble = TROUBLE;
  }
}

/** Closes the open modal, and those beneath where it was made so; tells the app where it asked to know. */
export async function dismiss(world: World): Promise<void> {
  const { state } = world;
  const open = state.modals.at(-1);
  if (!open) return;
  const clears = open.view.clear_on_close;
  state.modals = clears ? [] : state.modals.filter((other) => other !== open);
  world.changed();
  if (!open.view.notify_on_close) return;
  await world.deliver({
    type: 'interactive',
    payload: {
      ...sender(world, 'view_closed'),
      view: viewJson(state, open.view, valuesOf(open.view.blocks, open.values)),
      is_cleared: clears,
    },
  });
}
