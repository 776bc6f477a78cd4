import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { openWorkspace } from './bolt.ts';
import { handClock } from './clock.ts';
import { callMethod } from './web-api.ts';

let workspace: Workspace;
let clock: ReturnType<typeof handClock>;
let payloads: { response_url: string; trigger_id: string; container?: unknown }[];
let acks: unknown[];

const BUTTON = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
};

beforeEach(async () => {
  clock = handClock();
  workspace = await openWorkspace({ clock });
  payloads = [];
  acks = [];
  const { body } = await callMethod(workspace, 'apps.connections.open', {}, workspace.appToken);
  const socket = new WebSocket(body.url);
  await new Promise((hello) => {
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      hello(undefined);
      if (!envelope_id) return;
      payloads.push(payload);
      const answer = acks.shift();
      socket.send(JSON.stringify({ envelope_id, ...(answer ? { payload: answer } : {}) }));
    });
  });
});
afterEach(() => workspace.close());

async function respond(message: unknown, nth = -1) {
  const response = await fetch(payloads.at(nth)?.response_url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  return { status: response.status, body: (await response.json()) as { error?: string } };
}

const shown = () =>
  workspace.messages('briefing').map(({ text, visibleTo }) => [text, visibleTo !== undefined]);

test('may be used five times', async () => {
  await workspace.person.type('briefing', '/echo');
  for (const text of ['1', '2', '3', '4', '5']) {
    expect((await respond({ text })).status).toBe(200);
  }
  const sixth = await respond({ text: '6' });
  expect([sixth.status, sixth.body.error]).toEqual([404, 'used_url']);
  expect(workspace.log).toHaveLength(5);
});

test('lasts half an hour', async () => {
  await workspace.person.type('briefing', '/echo');
  clock.move(30 * 60_000 - 1);
  expect((await respond({ text: 'late' })).status).toBe(200);
  clock.move(1);
  expect(await respond({ text: 'too late' })).toEqual({
    status: 404,
    body: { ok: false, error: 'expired_url' },
  });
});

test('answers the asker alone unless told to post in the channel, member or not', async () => {
  await workspace.person.type('general', '/echo');
  await respond({ text: 'for you' });
  await respond({ text: 'for all', response_type: 'in_channel' });
  expect(workspace.log.map(({ text, visibleTo }) => [text, visibleTo])).toEqual([
    ['for you', workspace.person.id],
    ['for all', undefined],
  ]);
});

test('does not replace or delete what a slash command was answered with', async () => {
  await workspace.person.type('briefing', '/echo');
  await respond({ text: 'first' });
  await respond({ text: 'second', replace_original: true });
  expect(shown()).toEqual([
    ['first', true],
    ['second', true],
  ]);
  expect((await respond({ delete_original: true })).body.error).toBe('no_text');
});

test('refuses a message that Slack would refuse, and does not count it', async () => {
  await workspace.person.type('briefing', '/echo');
  expect(await respond({})).toMatchObject({ status: 400, body: { error: 'no_text' } });
  expect(await respond({ blocks: [{ type: 'poem' }] })).toMatchObject({
    status: 400,
    body: { error: 'invalid_blocks' },
  });
  for (const text of ['1', '2', '3', '4', '5']) {
    expect((await respond({ text })).status).toBe(200);
  }
});

test('of a press posts beside the message, replaces it or deletes it', async () => {
  acks = [{ text: 'Choose', blocks: [BUTTON] }];
  await workspace.person.type('briefing', '/echo');
  await workspace.person.press('go');
  expect(payloads.at(-1)).toMatchObject({
    type: 'block_actions',
    container: { type: 'message', is_ephemeral: true, channel_id: workspace.channel('briefing') },
    channel: { id: workspace.channel('briefing'), name: 'briefing' },
    user: { id: workspace.person.id },
    actions: [
      {
        type: 'button',
        action_id: 'go',
        block_id: expect.any(String),
        action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        text: { type: 'plain_text', text: 'Go' },
      },
    ],
  });
  expect(payloads.at(-1)).not.toHaveProperty('message');
  await respond({ text: 'posted', response_type: 'in_channel', replace_original: false });
  await respond({ text: 'Chosen', replace_original: true });
  expect(shown()).toEqual([
    ['Chosen', true],
    ['posted', false],
  ]);
  await respond({ delete_original: true });
  expect(shown()).toEqual([['posted', false]]);
});

test('of another workspace, or none, is unknown', async () => {
  const response = await fetch(`${workspace.url}actions/T1/made-up`, {
    method: 'POST',
    body: '{"text":"x"}',
  });
  expect(response.status).toBe(404);
});

test('of an archived channel is refused', async () => {
  await workspace.person.type('briefing', '/echo');
  workspace.archive('briefing');
  expect((await respond({ text: 'x' })).body.error).toBe('is_archived');
});

test('a slash command tells the app all that Slack does', async () => {
  await workspace.person.type('general', '/echo hello');
  expect(payloads[0]).toEqual({
    token: expect.any(String),
    team_id: expect.stringMatching(/^T/),
    team_domain: 'local-workspace',
    channel_id: workspace.channel('general'),
    channel_name: 'general',
    user_id: workspace.person.id,
    user_name: 'you',
    command: '/echo',
    text: 'hello',
    api_app_id: expect.stringMatching(/^A/),
    is_enterprise_install: 'false',
    response_url: expect.stringContaining('/actions/'),
    trigger_id: expect.any(String),
  });
});

test('fails as it was told to, and may be used afterwards', async () => {
  await workspace.person.type('briefing', '/echo');
  workspace.fault('response_url', { kind: 'status', status: 500 });
  const failed = await fetch(payloads.at(-1)?.response_url ?? '', { method: 'POST', body: '{}' });
  expect(failed.status).toBe(500);
  expect((await respond({ text: 'now' })).status).toBe(200);
});

test('has no commands to answer in an archived channel', async () => {
  workspace.archive('briefing');
  await workspace.person.type('briefing', '/echo');
  expect(payloads).toEqual([]);
  expect(workspace.log.at(-1)?.text).toMatch(/archived/);
});
