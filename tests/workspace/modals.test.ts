import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { openWorkspace } from './bolt.ts';
import { handClock } from './clock.ts';
import { callMethod } from './web-api.ts';

let workspace: Workspace;
let clock: ReturnType<typeof handClock>;
let payloads: { readonly trigger_id?: string }[];
let acks: unknown[];
let deaf: boolean;

const plain = (text: string) => ({ type: 'plain_text', text });
const MODAL = {
  type: 'modal',
  callback_id: 'ask',
  private_metadata: 'kept',
  title: plain('Ask'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'words',
      label: plain('Words'),
      element: { type: 'plain_text_input', action_id: 'words', max_length: 5 },
    },
    {
      type: 'input',
      block_id: 'zone',
      optional: true,
      label: plain('Zone'),
      element: {
        type: 'static_select',
        action_id: 'zone',
        options: [
          { text: plain('UTC'), value: 'utc' },
          { text: plain('New York'), value: 'ny' },
        ],
      },
    },
  ],
};

beforeEach(async () => {
  clock = handClock();
  workspace = await openWorkspace({ clock });
  payloads = [];
  acks = [];
  deaf = false;
  const { body } = await callMethod(workspace, 'apps.connections.open', {}, workspace.appToken);
  const socket = new WebSocket(body.url);
  await new Promise((hello) => {
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      hello(undefined);
      if (!envelope_id) return;
      payloads.push(payload);
      if (deaf) {
        clock.move(3_000);
        workspace.tick();
        return;
      }
      const answer = acks.shift();
      socket.send(JSON.stringify({ envelope_id, ...(answer ? { payload: answer } : {}) }));
    });
  });
});
afterEach(() => workspace.close());

async function trigger(): Promise<string> {
  await workspace.person.type('briefing', '/echo');
  return payloads.at(-1)?.trigger_id ?? '';
}
const views = async (method: string, args: Record<string, unknown>) =>
  (await callMethod(workspace, `views.${method}`, args)).body;
const open = async (view: unknown = MODAL) => views('open', { trigger_id: await trigger(), view });

test('a trigger opens one view, within three seconds', async () => {
  const trigger_id = await trigger();
  expect((await views('open', { trigger_id: 'made-up', view: MODAL })).error).toBe(
    'invalid_trigger_id',
  );
  expect((await views('open', { trigger_id, view: MODAL })).ok).toBe(true);
  expect((await views('open', { trigger_id, view: MODAL })).error).toBe('exchanged_trigger_id');
  const late = await trigger();
  clock.move(3_001);
  expect((await views('open', { trigger_id: late, view: MODAL })).error).toBe('expired_trigger_id');
});

test('a view that is not well formed is refused with the place', async () => {
  expect(await open({ ...MODAL, title: plain('x'.repeat(25)) })).toEqual({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    },
  });
  expect((await open({ type: 'home', blocks: [] })).error).toBe('invalid_arguments');
});

test('what is typed reaches the app, and an empty answer closes the modal', async () => {
  await open();
  await workspace.person.submit({ words: 'hello', zone: 'ny' });
  expect(payloads.at(-1)).toMatchObject({
    type: 'view_submission',
    user: { id: workspace.person.id },
    view: {
      callback_id: 'ask',
      private_metadata: 'kept',
      type: 'modal',
      state: {
        values: {
          words: { words: { type: 'plain_text_input', value: 'hello' } },
          zone: { zone: { type: 'static_select', selected_option: { value: 'ny' } } },
        },
      },
    },
  });
  expect(workspace.modal()).toBeUndefined();
});

test('Slack itself asks for what is missing or too long', async () => {
  await open();
  const before = payloads.length;
  await workspace.person.submit();
  expect(workspace.modalErrors()).toEqual({ words: 'Please complete this required field.' });
  await workspace.person.submit({ words: 'too long' });
  expect(workspace.modalErrors()).toEqual({ words: 'Please use at most 5 characters.' });
  expect(payloads).toHaveLength(before);
});

test('the app answers with errors, another view, one on top, or closes all', async () => {
  await open();
  acks = [{ response_action: 'errors', errors: { words: 'Not that' } }];
  await workspace.person.submit({ words: 'bad' });
  expect(workspace.modalErrors()).toEqual({ words: 'Not that' });

  acks = [{ response_action: 'update', view: { ...MODAL, title: plain('Again') } }];
  await workspace.person.submit({ words: 'ok' });
  expect(workspace.modal()?.title).toEqual(plain('Again'));

  acks = [{ response_action: 'push', view: { ...MODAL, title: plain('On top') } }];
  await workspace.person.submit({ words: 'ok' });
  expect(workspace.modal()).toMatchObject({
    title: plain('On top'),
    previous_view_id: expect.any(String),
  });

  acks = [{ response_action: 'clear' }];
  await workspace.person.submit({ words: 'ok' });
  expect(workspace.modal()).toBeUndefined();
});

test('an app that does not answer, or answers nonsense, leaves the modal open', async () => {
  await open();
  acks = [{ response_action: 'update', view: { type: 'modal' } }];
  await workspace.person.submit({ words: 'ok' });
  expect(workspace.modal()).toBeDefined();
  deaf = true;
  await workspace.person.submit({ words: 'ok' });
  expect(workspace.modal()).toBeDefined();
});

test('a view is updated by its id or its external id, and only from the state it was seen in', async () => {
  const { view } = await open({ ...MODAL, external_id: 'mine' });
  const changed = { ...MODAL, external_id: 'mine', title: plain('Changed') };
  expect((await views('update', { view_id: view.id, hash: 'old', view: changed })).error).toBe(
    'hash_conflict',
  );
  expect((await views('update', { view_id: view.id, hash: view.hash, view: changed })).ok).toBe(
    true,
  );
  expect((await views('update', { external_id: 'mine', view: MODAL })).view.id).toBe(view.id);
  expect((await views('update', { view_id: 'V0', view: MODAL })).error).toBe('not_found');
  const both = { view_id: view.id, external_id: 'mine', view: MODAL };
  expect((await views('update', both)).error).toBe('invalid_arguments');
});

test('three modals are the most that lie on one another', async () => {
  await open();
  for (const _ of ['second', 'third']) {
    expect((await views('push', { trigger_id: await trigger(), view: MODAL })).ok).toBe(true);
  }
  expect((await views('push', { trigger_id: await trigger(), view: MODAL })).error).toBe(
    'push_limit_reached',
  );
});

test('the app hears of a closed modal where it asked to', async () => {
  await open({ ...MODAL, notify_on_close: true });
  await workspace.person.dismiss();
  expect(workspace.modal()).toBeUndefined();
  expect(payloads.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false });
});

test('a Home is published for the person, and a press on it says where it was', async () => {
  const button = { type: 'button', action_id: 'more', text: plain('More') };
  const view = { type: 'home', blocks: [{ type: 'actions', elements: [button] }] };
  expect((await views('publish', { user_id: 'U0', view })).error).toBe('invalid_arguments');
  expect((await views('publish', { user_id: workspace.person.id, view })).ok).toBe(true);
  await workspace.person.press('more');
  expect(payloads.at(-1)).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: workspace.home()?.id },
    view: { type: 'home' },
  });
  expect(payloads.at(-1)).not.toHaveProperty('response_url');
});

test('a shortcut on a message carries the message', async () => {
  await workspace.person.type('briefing', 'look at this');
  await workspace.person.shortcut('keep', workspace.log[0]?.ts);
  expect(payloads.at(-1)).toMatchObject({
    type: 'message_action',
    callback_id: 'keep',
    message: { text: 'look at this', user: workspace.person.id },
    channel: { id: workspace.channel('briefing'), name: 'briefing' },
    response_url: expect.any(String),
    trigger_id: expect.any(String),
  });
});
