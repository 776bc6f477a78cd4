import { newView } from '../app/new-view.ts';
import { viewJson } from '../app/view-json.ts';
import { checkView, type GivenView } from '../block-kit/check-view.ts';
import type { State, View } from '../state.ts';
import type { World } from '../world.ts';
import { type Answer, type Failure, fail, isFailure, ok } from './answer.ts';
import type { Method } from './method.ts';
import { type Arguments, structure, text } from './read-arguments.ts';

const TRIGGER_LASTS = 3_000;
const MOST_MODALS = 3;

/** views.open */
export const openView: Method = {
  token: 'bot',
  scopes: [],
  call(world, args) {
    const given = modalFor(world, args);
    if (isFailure(given)) return given;
    const view = newView(world, given);
    world.state.modals = [{ view, values: {}, errors: {}, trouble: undefined }];
    return shown(world, view);
  },
};

/** views.push */
export const pushView: Method = {
  token: 'bot',
  scopes: [],
  call(world, args) {
    const { modals } = world.state;
    const given = modalFor(world, args);
    if (isFailure(given)) return given;
    const top = modals.at(-1);
    if (!top) return fail('not_found');
    if (modals.length >= MOST_MODALS) return fail('push_limit_reached');
    const view = newView(world, given, { under: top.view });
    modals.push({ view, values: {}, errors: {}, trouble: undefined });
    return shown(world, view);
  },
};

/** views.update */
export const updateView: Method = {
  token: 'bot',
  scopes: [],
  call(world, args) {
    const { state } = world;
    const [id, externalId] = [text(args, 'view_id'), text(args, 'external_id')];
    if (id && externalId) return badView(['Cannot provide both `view_id` and `external_id`']);
    const given = viewIn(args);
    if (isFailure(given)) return given;
    const isIt = (view: View) => (id ? view.id === id : view.external_id === externalId);
    const open = state.modals.find(({ view }) => isIt(view));
    const old = open?.view ?? (state.home && isIt(state.home) ? state.home : undefined);
    if (!old || (!id && !externalId)) return fail('not_found');
    if (old.type !== given.type) return badView(['invalid view type']);
    const hash = text(args, 'hash');
    if (hash && hash !== old.hash) return fail('hash_conflict');
    const view = newView(world, given, { instead: old });
    if (open) {
      open.view = view;
      open.errors = {};
      open.trouble = undefined;
    } else state.home = view;
    return shown(world, view);
  },
};

/** views.publish */
export const publishView: Method = {
  token: 'bot',
  scopes: [],
  call(world, args) {
    const { state } = world;
    if (text(args, 'user_id') !== state.person) return badView(['invalid `user_id`']);
    const given = viewIn(args);
    if (isFailure(given)) return given;
    if (given.type !== 'home') return badView(['invalid view type']);
    if (!state.app.homeTab) return fail('not_enabled');
    const hash = text(args, 'hash');
    if (hash && state.home && hash !== state.home.hash) return fail('hash_conflict');
    state.home = newView(world, given, { instead: state.home });
    return shown(world, state.home);
  },
};

function shown(world: World, view: View): Answer {
  world.changed();
  return ok({ view: viewJson(world.state, view, {}) });
}

// Slack refuses a bad view with another word than bad blocks of a message.
function badView(messages: readonly string[]): Failure {
  return {
    ...fail('invalid_arguments'),
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
}

function viewIn(args: Arguments): GivenView | Failure {
  const given = structure(args, 'view');
  if (given === undefined) return badView(['missing required field: view']);
  const checked = checkView(given);
  return Array.isArray(checked) ? badView(checked) : checked;
}

function modalFor({ state, now }: World, args: Arguments): GivenView | Failure {
  const spent = spendTrigger(state, text(args, 'trigger_id'), now());
  if (spent) return spent;
  const given = viewIn(args);
  if (isFailure(given)) return given;
  if (given.type !== 'modal') return badView(['invalid view type']);
  const taken = state.modals.some(({ view }) => view.external_id === given.external_id);
  return given.external_id && taken ? fail('duplicate_external_id') : given;
}

function spendTrigger(state: State, id: string | undefined, now: number): Failure | undefined {
  if (!id) return badView(['missing required field: trigger_id']);
  const trigger = state.triggers.get(id);
  if (!trigger) return fail('invalid_trigger_id');
  if (trigger.used) return fail('exchanged_trigger_id');
  if (now - trigger.at > TRIGGER_LASTS) return fail('expired_trigger_id');
  trigger.used = true;
  return undefined;
}
