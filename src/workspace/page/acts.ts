import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { fillIn, holdsChoice } from '../person/choose.ts';
import { blocksAt, findElement, placeOf } from '../person/find-element.ts';
import { press } from '../person/press.ts';
import { runShortcut } from '../person/run-shortcut.ts';
import { say } from '../person/say.ts';
import { dismiss, submit } from '../person/submit.ts';
import type { OpenView } from '../state.ts';
import type { World } from '../world.ts';
import { confirmOf } from './confirmation.tsx';
import { targetOf } from './target.ts';

type Here = Context<{ Bindings: HttpBindings }>;
type Form = Readonly<Record<string, string | string[]>>;

const ANSWERED_WITHIN = 1_000;

/** Whether the page's script asks, which looks again by itself once the answer comes. */
export const isLive = (context: Here): boolean => context.req.header('x-live') === '1';

/** Takes what the person does on the page: every act is a form that posts and leads back to where it was sent from. */
export function takeActs(
  web: Hono<{ Bindings: HttpBindings }>,
  world: World,
  watchers: Set<() => void>,
): void {
  const { state } = world;

  web.post('/channels/:id/say', async (context) => {
    const form = await readForm(context);
    const channel = state.channels.get(context.req.param('id'));
    const text = (one(form, 'text') ?? '').replaceAll('\r\n', '\n');
    if (!channel) return back(context, form);
    const act = () => say(world, channel, text, one(form, 'thread'));
    const asks = channel.kind === 'im' || /^\/|@/.test(text);
    await (asks ? answered(context, act) : act());
    return back(context, form);
  });

  web.post('/press', async (context) => {
    const form = await readForm(context);
    const [pressed, ts] = [one(form, 'press'), one(form, 'ts')];
    const target = targetOf(pressed);
    if (!pressed || !target) return back(context, form);
    if (confirmOf(state, ts, target) && !one(form, 'confirmed')) {
      return back(context, form, { confirm: pressed, ...(ts ? { ts } : {}) });
    }
    const place = placeOf(state, ts);
    const found = findElement(blocksAt(state, place), target.actionId, target.blockId);
    const given = target.which ?? form[JSON.stringify([target.blockId, target.actionId])];
    if (found) await answered(context, () => press(world, place, found, given));
    return back(context, form);
  });

  web.post('/modal/submit', async (context) => {
    const form = await readForm(context);
    const open = state.modals.at(-1);
    if (!open) return back(context, form);
    fillInAll(open, form);
    const pressed = one(form, 'press');
    const target = targetOf(pressed);
    if (!pressed || !target) {
      await submit(world);
      return back(context, form);
    }
    if (confirmOf(state, undefined, target)) return back(context, form, { confirm: pressed });
    const found = findElement(open.view.blocks, target.actionId, target.blockId);
    const place = { on: 'modal', open } as const;
    if (found) await answered(context, () => press(world, place, found, form[pressed]));
    return back(context, form);
  });

  web.post('/modal/close', async (context) => {
    const form = await readForm(context);
    await dismiss(world);
    return back(context, form);
  });

  web.post('/shortcut', async (context) => {
    const form = await readForm(context);
    const message = state.messages.find((other) => other.ts === one(form, 'ts'));
    const callbackId = one(form, 'callback_id');
    if (callbackId) await answered(context, () => runShortcut(world, callbackId, message));
    return back(context, form);
  });

  // Without script nobody tells the page that the answer came: it is awaited for a moment.
  async function answered(context: Here, act: () => Promise<void>): Promise<void> {
    const before = state.log.length;
    await act();
    const there = () => state.log.slice(before).some(({ user }) => user !== state.person);
    if (isLive(context) || there()) return;
    // Any change after the first look.
    let looks = 0;
    await changeWithin(watchers, () => looks++ > 0);
  }
}

/** Resolves once `isThere` holds, now or after a change, or when a moment has passed without. */
export function changeWithin(watchers: Set<() => void>, isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      watchers.delete(watch);
      clearTimeout(late);
      resolve();
    };
    const watch = () => {
      if (isThere()) done();
    };
    const late = setTimeout(done, ANSWERED_WITHIN);
    watchers.add(watch);
    watch();
  });
}

async function readForm(context: Here): Promise<Form> {
  return (await context.req.parseBody({ all: true })) as Form;
}

function one(form: Form, name: string): string | undefined {
  const value = [form[name]].flat()[0];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function back(context: Here, form: Form, query: Record<string, string> = {}): Response {
  const asked = one(form, 'back') ?? '/';
  // Only to a page of this workspace.
  const page = /^\/(?![/\\])/.test(asked) ? asked : '/';
  const more = new URLSearchParams(query).toString();
  const join = page.includes('?') ? '&' : '?';
  return context.redirect(more ? page + join + more : page, 303);
}

function fillInAll(open: OpenView, form: Form): void {
  for (const block of open.view.blocks) {
    const inside = [block.element, block.accessory, ...((block.elements ?? []) as unknown[])];
    for (const element of inside as (Record<string, unknown> | undefined)[]) {
      if (!element?.action_id || !holdsChoice(element)) continue;
      fillIn(open, { block, element }, form[JSON.stringify([block.block_id, element.action_id])]);
    }
  }
}
