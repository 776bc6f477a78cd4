import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { openWorkspace } from './bolt.ts';
import { handClock } from './clock.ts';
import { manifest } from './manifest.ts';
import { callMethod } from './web-api.ts';

let workspace: Workspace;
let clock: ReturnType<typeof handClock>;
let briefing: string;

const call = (method: string, args: Record<string, unknown> = {}, token?: string) =>
  callMethod(workspace, method, args, token);
const error = async (method: string, args: Record<string, unknown> = {}, token?: string) =>
  (await call(method, args, token)).body.error;

beforeEach(async () => {
  clock = handClock();
  workspace = await openWorkspace({ clock });
  briefing = workspace.channel('briefing');
});
afterEach(() => workspace.close());

describe('tokens and scopes', () => {
  test('a call without a token, with a strange one or with the wrong kind is refused', async () => {
    expect((await callMethod(workspace, 'auth.test', {}, '')).body.error).toBe('not_authed');
    expect(await error('auth.test', {}, 'xoxb-nobody')).toBe('invalid_auth');
    const posted = { channel: briefing, text: 'x' };
    expect(await error('chat.postMessage', posted, workspace.appToken)).toBe(
      'not_allowed_token_type',
    );
    expect(await error('apps.connections.open')).toBe('not_allowed_token_type');
  });

  test('a revoked token is refused as revoked', async () => {
    workspace.revokeToken();
    expect(await error('auth.test')).toBe('token_revoked');
  });

  test('a token may come in a form but not in a JSON body or an address', async () => {
    const form = await callMethod(workspace, 'auth.test', { token: workspace.botToken }, '');
    expect(form.body.ok).toBe(true);
    const json = await fetch(`${workspace.apiUrl}auth.test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: workspace.botToken }),
    });
    expect(await json.json()).toEqual({ ok: false, error: 'not_authed' });
    const query = await fetch(`${workspace.apiUrl}auth.test?token=${workspace.botToken}`);
    expect(await query.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  test('a missing scope is named with those the token has', async () => {
    const { body, headers } = await call('users.info', { user: workspace.person.id });
    expect(body).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
    expect(body.provided).toContain('chat:write');
    expect(headers.get('x-oauth-scopes')).toContain('chat:write');
    expect(headers.get('x-accepted-oauth-scopes')).toBe('users:read');
  });

  test('an optional scope holds unless it was declined on installing', async () => {
    expect((await call('conversations.info', { channel: briefing })).body.ok).toBe(true);
    const declined = await openWorkspace({ declinedScopes: ['channels:read', 'chat:write'] });
    const answer = await callMethod(declined, 'conversations.info', { channel: briefing });
    expect(answer.body.error).toBe('missing_scope');
    const posted = await callMethod(declined, 'chat.postMessage', { channel: briefing, text: 'x' });
    expect(posted.body.ok).toBe(true);
    await declined.close();
  });

  test('an unknown method and a broken body are named', async () => {
    expect((await call('chat.meMessage')).body).toMatchObject({
      error: 'unknown_method',
      req_method: 'chat.meMessage',
    });
    const broken = await fetch(`${workspace.apiUrl}auth.test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(await broken.json()).toEqual({ ok: false, error: 'invalid_json' });
  });
});

describe('where the bot may post', () => {
  test('an unknown channel, one it is not in, and an archived one', async () => {
    const text = 'x';
    expect(await error('chat.postMessage', { text, channel: 'C0NOWHERE' })).toBe(
      'channel_not_found',
    );
    expect(await error('chat.postMessage', { text })).toBe('channel_not_found');
    expect(await error('chat.postMessage', { text, channel: '#general' })).toBe('not_in_channel');
    workspace.archive('briefing');
    expect(await error('chat.postMessage', { text, channel: briefing })).toBe('is_archived');
  });

  test('a private channel is not even known to a bot outside it', async () => {
    const closed = await openWorkspace({
      seed: { channels: [{ name: 'closed', private: true }] },
    });
    const channel = closed.channel('closed');
    const posted = await callMethod(closed, 'chat.postMessage', { channel, text: 'x' });
    expect(posted.body.error).toBe('channel_not_found');
    await closed.close();
  });

  test('a bot taken out of a channel can no longer post there, and can once it is back', async () => {
    workspace.removeBot('briefing');
    expect(await error('chat.postMessage', { channel: briefing, text: 'x' })).toBe(
      'not_in_channel',
    );
    await workspace.person.type('briefing', '/invite @Echo');
    expect(await error('chat.postMessage', { channel: briefing, text: 'x' })).toBeUndefined();
  });

  test("a person's id opens the direct messages for a post but not for an ephemeral one", async () => {
    const person = workspace.person.id;
    const posted = await call('chat.postMessage', { channel: person, text: 'x' });
    expect(posted.body.channel).toBe(workspace.channel('dm'));
    const hidden = { channel: person, user: person, text: 'x' };
    expect(await error('chat.postEphemeral', hidden)).toBe('channel_not_found');
  });

  test('an ephemeral message is seen by one member and by no history', async () => {
    const to = { channel: briefing, text: 'psst' };
    expect(await error('chat.postEphemeral', { ...to, user: 'U0NOBODY' })).toBe('user_not_found');
    const { body } = await call('chat.postEphemeral', { ...to, user: workspace.person.id });
    expect(workspace.log).toMatchObject([
      { ts: body.message_ts, text: 'psst', visibleTo: workspace.person.id },
    ]);
    const history = await call('conversations.history', { channel: briefing });
    expect(history.body.messages).toEqual([]);
    const update = { channel: briefing, ts: body.message_ts, text: 'x' };
    expect(await error('chat.update', update)).toBe('message_not_found');
  });
});

describe('what a message may hold', () => {
  const post = (args: Record<string, unknown>) =>
    call('chat.postMessage', { channel: briefing, ...args }).then(({ body }) => body);

  test('something to say is needed, and not too much of it', async () => {
    expect((await post({})).error).toBe('no_text');
    expect((await post({ text: '  \n' })).error).toBe('no_text');
    expect((await post({ text: 'x'.repeat(40_001) })).error).toBe('msg_too_long');
    expect((await post({ text: 'x', blocks: '[{' })).error).toBe('invalid_blocks_format');
    expect((await post({ text: 'x', blocks: { type: 'divider' } })).error).toBe(
      'invalid_blocks_format',
    );
    expect((await post({ text: 'x', markdown_text: '*x*' })).error).toBe('markdown_text_conflict');
    expect(workspace.log).toEqual([]);
  });

  test('bad blocks are refused with the place and the reason', async () => {
    const long = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } };
    expect(await post({ text: 'x', blocks: [{ type: 'divider' }, long] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      },
    });
  });

  test('all blocks together may not be too long', async () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_500) } };
    expect((await post({ text: 'x', blocks: Array(5).fill(section) })).ok).toBe(true);
    expect((await post({ text: 'x', blocks: Array(6).fill(section) })).error).toBe(
      'msg_blocks_too_long',
    );
  });

  test('ids left out of blocks are filled in', async () => {
    const { message } = await post({ text: 'x', blocks: [{ type: 'divider' }] });
    expect(message.blocks[0]?.block_id).toMatch(/^\w+$/);
  });

  test('a reply needs a message that stands and is no reply itself', async () => {
    const parent = await post({ text: 'parent' });
    const reply = await post({ text: 'reply', thread_ts: parent.ts });
    expect(reply.message.thread_ts).toBe(parent.ts);
    expect((await post({ text: 'x', thread_ts: 'yesterday' })).error).toBe('invalid_thread_ts');
    expect((await post({ text: 'x', thread_ts: '1700000000.000000' })).error).toBe(
      'thread_not_found',
    );
    expect((await post({ text: 'x', thread_ts: reply.ts })).error).toBe('cannot_reply_to_message');
    const thread = await call('conversations.replies', { channel: briefing, ts: parent.ts });
    expect(thread.body.messages.map((message: { text: string }) => message.text)).toEqual([
      'parent',
      'reply',
    ]);
  });

  test('metadata has its shape and its size', async () => {
    const event_type = 'digest_delivered';
    const meta = (metadata: unknown) => post({ text: 'x', metadata }).then(({ error: e }) => e);
    expect(await meta('{')).toBe('invalid_metadata_format');
    expect(await meta({ event_payload: {} })).toBe('invalid_metadata_format');
    expect(await meta({ event_type, event_payload: [] })).toBe('invalid_metadata_format');
    expect(await meta({ event_type, event_payload: { deep: { a: { b: 1 } } } })).toBe(
      'invalid_metadata_schema',
    );
    const big = { event_type, event_payload: { id: 'x'.repeat(8_000) } };
    expect(await meta(big)).toBe('metadata_too_large');
  });

  test('metadata comes back from history only where it is asked for', async () => {
    const metadata = { event_type: 'digest_delivered', event_payload: { id: 'd1' } };
    await post({ text: 'x', metadata });
    expect(workspace.log[0]?.metadata).toEqual(metadata);
    const read = async (args: object) =>
      (await call('conversations.history', { channel: briefing, ...args })).body.messages[0];
    expect(await read({})).toBeDefined();
    expect(await read({})).not.toHaveProperty('metadata');
    expect((await read({ include_all_metadata: true }))?.metadata).toEqual(metadata);
  });

  test('a list is given by pages', async () => {
    for (const text of ['1', '2', '3']) await post({ text });
    const first = await call('conversations.history', { channel: briefing, limit: 2 });
    expect(first.body).toMatchObject({ has_more: true, messages: [{ text: '3' }, { text: '2' }] });
    const cursor = first.body.response_metadata.next_cursor;
    const second = await call('conversations.history', { channel: briefing, limit: 2, cursor });
    expect(second.body).toMatchObject({ has_more: false, messages: [{ text: '1' }] });
    expect(await error('conversations.history', { channel: briefing, cursor: '?' })).toBe(
      'invalid_cursor',
    );
  });

  test('history needs membership and the scope of that kind of channel', async () => {
    const general = workspace.channel('general');
    expect(await error('conversations.history', { channel: general })).toBe('not_in_channel');
    const bare = await openWorkspace({
      manifest: {
        ...manifest,
        oauth_config: { scopes: { bot: ['chat:write', 'im:history'] } },
      },
    });
    const answer = await callMethod(bare, 'conversations.history', { channel: briefing });
    expect(answer.body).toMatchObject({ error: 'missing_scope', needed: 'channels:history' });
    await bare.close();
  });
});

describe('changing a message', () => {
  test('the bot changes and deletes its own messages, and only those', async () => {
    await workspace.person.type('briefing', 'mine');
    const mine = workspace.log[0]?.ts;
    expect(await error('chat.update', { channel: briefing, ts: mine, text: 'x' })).toBe(
      'cant_update_message',
    );
    expect(await error('chat.delete', { channel: briefing, ts: mine })).toBe('cant_delete_message');
    const { body } = await call('chat.postMessage', {
      channel: briefing,
      text: 'one',
      blocks: [{ type: 'divider' }],
    });
    await call('chat.update', { channel: briefing, ts: body.ts, text: 'two' });
    expect(workspace.messages('briefing').at(-1)).toMatchObject({ text: 'two', blocks: [] });
    expect(workspace.log.at(-1)).toMatchObject({ text: 'one' });
    expect(await error('chat.update', { channel: briefing, ts: body.ts })).toBe('no_text');
    const named = { channel: '#briefing', ts: body.ts, text: 'x' };
    expect(await error('chat.update', named)).toBe('channel_not_found');
    await call('chat.delete', { channel: briefing, ts: body.ts });
    expect(workspace.messages('briefing')).toHaveLength(1);
    expect(await error('chat.delete', { channel: briefing, ts: body.ts })).toBe(
      'message_not_found',
    );
  });
});

describe('how fast, and what fails on the way', () => {
  test('a channel tolerates a burst, then asks for one message a second', async () => {
    const post = () => call('chat.postMessage', { channel: briefing, text: 'x' });
    const dm = () => call('chat.postMessage', { channel: workspace.person.id, text: 'x' });
    const burst = await Promise.all([1, 2, 3, 4].map(post));
    expect(burst.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = await post();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.body).toEqual({ ok: false, error: 'ratelimited' });
    expect((await dm()).status).toBe(200);
    clock.move(1_000);
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(429);
    expect(workspace.log).toHaveLength(6);
  });

  test('a call fails as it was told to, and the next one does not', async () => {
    const post = () => call('chat.postMessage', { channel: briefing, text: 'x' });
    workspace.fault(
      'chat.postMessage',
      { kind: 'rate-limited', retryAfter: 30 },
      { kind: 'error', error: 'fatal_error' },
    );
    const limited = await post();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '30']);
    expect((await post()).body.error).toBe('fatal_error');
    expect((await post()).body.ok).toBe(true);
    expect(workspace.log).toHaveLength(1);
  });

  test('a server error, a lost answer and a cut line leave it open whether it was posted', async () => {
    const post = (signal?: AbortSignal) =>
      fetch(`${workspace.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${workspace.botToken}` },
        body: new URLSearchParams({ channel: briefing, text: 'x' }),
        signal: signal ?? null,
      });
    workspace.fault(
      'chat.postMessage',
      { kind: 'status', status: 500 },
      { kind: 'disconnect', when: 'before' },
      { kind: 'disconnect', when: 'after' },
      { kind: 'no-answer', when: 'before' },
      { kind: 'no-answer', when: 'after' },
    );
    expect((await post()).status).toBe(500);
    await expect(post()).rejects.toThrow();
    expect(workspace.log).toHaveLength(0);
    await expect(post()).rejects.toThrow();
    expect(workspace.log).toHaveLength(1);
    await expect(post(AbortSignal.timeout(50))).rejects.toThrow(/abort/);
    expect(workspace.log).toHaveLength(1);
    const lost = new AbortController();
    const answer = post(lost.signal);
    await workspace.when(() => workspace.log.length === 2);
    lost.abort();
    await expect(answer).rejects.toThrow(/abort/);
  });
});

test('a taken port is refused with its number and the setting', async () => {
  const { startWorkspace } = await import('../../src/workspace/start.ts');
  const port = Number(new URL(workspace.url).port);
  expect(await startWorkspace({ port, manifest })).toEqual({
    refused: `Port ${port} is already in use.`,
    next: expect.stringContaining('PORT'),
  });
});

test('a manifest that is none is refused with the place', async () => {
  const { startWorkspace } = await import('../../src/workspace/start.ts');
  const broken = { ...manifest, features: { slash_commands: [{ command: 'brief' }] } };
  expect(await startWorkspace({ port: 0, manifest: broken })).toMatchObject({
    refused: expect.stringContaining('features.slash_commands.0.command'),
  });
});

test('ids of channels are the same at every start', async () => {
  const again = await openWorkspace();
  expect(again.channel('briefing')).toBe(briefing);
  expect(again.bot).toBe(workspace.bot);
  await again.close();
});
