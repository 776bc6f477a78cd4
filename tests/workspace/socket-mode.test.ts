import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { connectApp, openWorkspace } from './bolt.ts';
import { handClock } from './clock.ts';
import { manifest } from './manifest.ts';
import { callMethod } from './web-api.ts';

let workspace: Workspace;
let app: App | undefined;

afterEach(async () => {
  await app?.stop();
  app = undefined;
  await workspace.close();
});

test('a slash command reaches a real Bolt app, and its answer is for the asker alone', async () => {
  workspace = await openWorkspace();
  app = await connectApp(workspace, (it) => {
    it.command('/echo', async ({ ack, command, respond }) => {
      await ack();
      await respond(`${command.command} ${command.text} in ${command.channel_name}`);
    });
  });
  await workspace.person.type('briefing', '/echo  A & B ');
  const answer = await workspace.when(() => workspace.log.at(-1));
  expect(answer).toMatchObject({
    text: '/echo A &amp; B in briefing',
    channel: workspace.channel('briefing'),
    visibleTo: workspace.person.id,
    by: 'response_url',
  });
});

test('a press on a button reaches the app with where it was pressed, and may replace the message', async () => {
  workspace = await openWorkspace();
  app = await connectApp(workspace, (it) => {
    it.command('/echo', async ({ ack }) => {
      await ack({
        response_type: 'in_channel',
        text: 'Choose',
        blocks: [
          {
            type: 'actions',
            block_id: 'choice',
            elements: [
              {
                type: 'button',
                action_id: 'go',
                value: '7',
                text: { type: 'plain_text', text: 'Go' },
              },
            ],
          },
        ],
      });
    });
    it.action('go', async ({ ack, action, body, respond }) => {
      await ack();
      if (!('block_id' in action) || body.type !== 'block_actions') return;
      await respond({
        replace_original: true,
        text: `${'value' in action && action.value} ${action.block_id} ${body.container.type} ${body.message?.text}`,
      });
    });
  });
  await workspace.person.type('briefing', '/echo');
  await workspace.person.press('go');
  await workspace.when(() => workspace.messages('briefing')[0]?.edited);
  expect(workspace.messages('briefing').map((message) => message.text)).toEqual([
    '7 choice message Choose',
  ]);
});

test('a command that nobody takes up within three seconds times out, and is not tried again', async () => {
  const clock = handClock();
  workspace = await openWorkspace({ clock });
  const asked: string[] = [];
  app = await connectApp(workspace, (it) => {
    it.command('/deaf', async ({ command }) => {
      asked.push(command.command);
      clock.move(3_000);
      workspace.tick();
    });
  });
  await workspace.person.type('briefing', '/deaf');
  clock.move(600_000);
  workspace.tick();
  expect(asked).toEqual(['/deaf']);
  expect(workspace.log).toMatchObject([
    {
      text: '/deaf failed with the error "operation_timeout"',
      user: 'USLACKBOT',
      visibleTo: workspace.person.id,
    },
  ]);
});

test('a command without any connection cannot be dispatched', async () => {
  workspace = await openWorkspace();
  await workspace.person.type('briefing', '/echo');
  expect(workspace.log.at(-1)?.text).toBe('/echo failed with the error "dispatch_failed"');
});

test('an unknown command, one in a thread, and an answer that Slack refuses are said to be so', async () => {
  workspace = await openWorkspace();
  app = await connectApp(workspace, (it) => {
    it.command('/echo', async ({ ack }) => {
      await ack({
        text: 'x',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }],
      });
    });
  });
  await workspace.person.type('briefing', '/foo bar');
  expect(workspace.log.at(-1)?.text).toMatch(/^\/foo is not a valid command/);
  await workspace.person.type('briefing', 'hello');
  await workspace.person.type('briefing', '/echo', workspace.log.at(-1)?.ts);
  expect(workspace.log.at(-1)?.text).toMatch(/^\/echo is not supported in threads/);
  await workspace.person.type('briefing', '/echo');
  expect(workspace.log.at(-1)?.text).toContain('invalid_command_response');
});

test('a mention reaches the app only in channels where it is a member', async () => {
  workspace = await openWorkspace();
  const seen: unknown[] = [];
  app = await connectApp(workspace, (it) => {
    it.event('app_mention', async ({ event, say }) => {
      seen.push(event);
      await say({ text: 'Yes?', thread_ts: event.ts });
    });
  });
  await workspace.person.type('general', '@echo are you there');
  await workspace.person.type('briefing', '@Echo what did <they> say?');
  const reply = await workspace.when(() => workspace.log.find((one) => one.text === 'Yes?'));
  expect(seen).toMatchObject([
    {
      type: 'app_mention',
      user: workspace.person.id,
      text: `<@${workspace.bot}> what did &lt;they&gt; say?`,
      channel: workspace.channel('briefing'),
      team: expect.stringMatching(/^T/),
      ts: reply.threadTs,
      event_ts: reply.threadTs,
    },
  ]);
});

test('words in the direct messages and opening a tab are events', async () => {
  workspace = await openWorkspace();
  const tabs: string[] = [];
  app = await connectApp(workspace, (it) => {
    it.event('app_home_opened', async ({ event, client }) => {
      tabs.push(String(event.tab));
      if (event.tab !== 'home') return;
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'divider' }] },
      });
    });
    it.message(async ({ message, say }) => {
      if (message.channel_type === 'im') await say(`You said ${'text' in message && message.text}`);
    });
  });
  workspace.person.open('messages');
  await workspace.person.type('dm', 'hello');
  await workspace.when(() => workspace.log.find((one) => one.text === 'You said hello'));
  workspace.person.open('home');
  await workspace.when(() => workspace.home());
  expect(tabs).toEqual(['messages', 'home']);
});

test("the app's own messages and what becomes of them are events too", async () => {
  workspace = await openWorkspace();
  const { heard, socket } = await connectBare();
  socket.on('message', (data) => {
    socket.send(JSON.stringify({ envelope_id: JSON.parse(String(data)).envelope_id }));
  });
  const channel = workspace.channel('dm');
  const { body } = await callMethod(workspace, 'chat.postMessage', { channel, text: 'one' });
  await callMethod(workspace, 'chat.update', { channel, ts: body.ts, text: 'two' });
  await callMethod(workspace, 'chat.delete', { channel, ts: body.ts });
  await until(() => heard.length === 4);
  expect(heard.slice(1).map(({ payload }) => payload.event)).toMatchObject([
    { type: 'message', text: 'one', bot_id: expect.any(String), channel_type: 'im' },
    { subtype: 'message_changed', message: { text: 'two' } },
    { subtype: 'message_deleted', deleted_ts: body.ts },
  ]);
  socket.close();
});

test('an event is not sent without its scope, nor is a command known without its own', async () => {
  const scopes = { bot: ['chat:write'] };
  workspace = await openWorkspace({ manifest: { ...manifest, oauth_config: { scopes } } });
  const { heard } = await connectBare();
  await workspace.person.type('dm', 'hello');
  await workspace.person.type('briefing', '@Echo hello');
  await workspace.person.type('briefing', '/echo');
  expect(workspace.log.at(-1)?.text).toMatch(/not a valid command/);
  expect(heard).toHaveLength(1);
});

/** A bare Socket Mode client that acknowledges nothing unless told to. */
async function connectBare(): Promise<{ heard: Heard[]; socket: WebSocket }> {
  const { body } = await callMethod(workspace, 'apps.connections.open', {}, workspace.appToken);
  const socket = new WebSocket(body.url);
  const heard: Heard[] = [];
  await new Promise((greeted) => {
    socket.on('message', (data) => {
      heard.push(JSON.parse(String(data)));
      greeted(undefined);
    });
  });
  return { heard, socket };
}

interface Heard {
  readonly type: string;
  readonly envelope_id: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly payload: { readonly event_id: string; readonly event: unknown };
}

const until = async (met: () => boolean) => {
  while (!met()) await new Promise((turn) => setImmediate(turn));
};

test('an event that is not taken up comes again at once, after a minute and after five', async () => {
  const clock = handClock();
  workspace = await openWorkspace({ clock });
  const { heard, socket } = await connectBare();
  const wait = (ms: number) => {
    clock.move(ms);
    workspace.tick();
  };
  await workspace.person.type('dm', 'hello');
  await until(() => heard.length === 2);
  for (const [pause, times] of [
    [0, 3],
    [60_000, 4],
    [300_000, 5],
  ] as const) {
    wait(3_000);
    await new Promise((turn) => setImmediate(turn));
    wait(pause - 1);
    expect(heard).toHaveLength(times - 1);
    wait(1);
    await until(() => heard.length === times);
  }
  wait(3_000);
  await new Promise((turn) => setImmediate(turn));
  wait(3_600_000);
  const events = heard.slice(1);
  expect(events.map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
    [3, 'timeout'],
  ]);
  expect(new Set(events.map(({ payload }) => payload.event_id)).size).toBe(1);
  socket.close();
});

test('with several connections each envelope goes to one of them', async () => {
  workspace = await openWorkspace();
  const [one, two] = [await connectBare(), await connectBare()];
  expect([one.heard[0], two.heard[0]]).toMatchObject([
    { type: 'hello', num_connections: 1 },
    { type: 'hello', num_connections: 2 },
  ]);
  for (const { socket } of [one, two]) {
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data));
      socket.send(JSON.stringify({ envelope_id }));
    });
  }
  for (const text of ['1', '2', '3', '4']) await workspace.person.type('briefing', `/echo ${text}`);
  expect([one.heard.length, two.heard.length]).toEqual([3, 3]);
  expect(one.heard[1]).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
});

test('a connection needs a ticket that is good once, and there are ten at most', async () => {
  workspace = await openWorkspace();
  const open = () => callMethod(workspace, 'apps.connections.open', {}, workspace.appToken);
  const { body } = await open();
  const first = new WebSocket(body.url);
  await new Promise((opened) => first.once('open', opened));
  const again = new WebSocket(body.url);
  await expect(
    new Promise((_, fail) => again.once('error', (error) => fail(error))),
  ).rejects.toThrow('401');
  await workspace.when(() => workspace.connections() === 1);
  for (let more = 1; more < 10; more += 1) await connectBare();
  expect((await open()).body.error).toBe('too_many_websockets');
});

test('an app that is asked to come again does, and loses nothing it is sent afterwards', async () => {
  workspace = await openWorkspace();
  app = await connectApp(workspace, (it) => {
    it.command('/echo', async ({ ack }) => ack('here'));
  });
  workspace.disconnect('refresh_requested');
  await workspace.when(() => workspace.connections() === 0);
  await workspace.when(() => workspace.connections() === 1);
  await workspace.person.type('briefing', '/echo');
  expect(workspace.log.at(-1)).toMatchObject({ text: 'here', by: 'ack' });
});
