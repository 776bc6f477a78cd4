import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
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

/** Connects an app that echoes, for the test to wait for, what it hears of messages and mentions. */
async function hearAll() {
  const heard: Readonly<Record<string, unknown>>[] = [];
  const hear = async ({ event }: { event: object }) => {
    heard.push({ ...event });
    await callMethod(workspace, 'chat.postMessage', {
      channel: workspace.channel('general'),
      text: `heard ${heard.length}`,
    });
  };
  app = await connectApp(workspace, (it) => {
    it.event('app_mention', hear);
    it.message(hear);
  });
  workspace.invite('general');
  const times = (n: number) =>
    workspace.when(() => workspace.log.some(({ text }) => text === `heard ${n}`));
  return { heard, times };
}

test('an edited mention is heard once more, with the time of the message and of the edit', async () => {
  workspace = await openWorkspace();
  const { heard, times } = await hearAll();
  await workspace.person.type('briefing', 'who said that?');
  const { ts } = workspace.log.find(({ by }) => by === 'person') ?? { ts: '' };
  workspace.person.edit(ts, '@Echo who said that?');
  await times(1);
  workspace.person.edit(ts, '@Echo who said so?');
  await times(2);
  expect(heard).toMatchObject([
    { type: 'app_mention', ts, edited: { user: workspace.person.id, ts: expect.any(String) } },
    { type: 'app_mention', ts, text: `<@${workspace.bot}> who said so?` },
  ]);
  // Which of the message events it is stands in channel_type, and a mention is none of them.
  expect(heard[0]).not.toHaveProperty('channel_type');
  expect(heard[1]?.event_ts).not.toBe(ts);
});

test('a changed direct message is an event that hides, and never a mention', async () => {
  workspace = await openWorkspace();
  const { heard, times } = await hearAll();
  await workspace.person.type('dm', '@Echo hello');
  await times(1);
  workspace.person.edit(String(heard[0]?.ts), '@Echo hello there');
  await times(2);
  expect(heard).toMatchObject([
    { type: 'message', channel_type: 'im' },
    { type: 'message', subtype: 'message_changed', hidden: true },
  ]);
});

test.each(['before', 'after'] as const)(
  'an event that is lost comes again (%s it arrived)',
  async (when) => {
    const clock = handClock();
    workspace = await openWorkspace({ clock });
    const { heard, times } = await hearAll();
    workspace.fault('events_api', { kind: 'disconnect', when });
    await workspace.person.type('dm', 'hello');
    if (when === 'after') await times(1);
    const deliveries = when === 'after' ? 2 : 1;
    while (heard.length < deliveries) {
      clock.move(3_000);
      workspace.tick();
      await new Promise((turn) => setImmediate(turn));
    }
    await times(deliveries);
    expect(new Set(heard.map(({ ts }) => ts)).size).toBe(1);
  },
);

test('a mention where the bot is not is said to have gone unheard', async () => {
  workspace = await openWorkspace();
  await workspace.person.type('general', '@Echo are you there?');
  expect(workspace.log.at(-1)).toMatchObject({
    text: expect.stringContaining('/invite @Echo'),
    visibleTo: workspace.person.id,
  });
});

test('nobody can write to an app that takes no messages', async () => {
  const app_home = { messages_tab_enabled: true, messages_tab_read_only_enabled: true };
  const features = { ...manifest.features, app_home };
  workspace = await openWorkspace({ manifest: { ...manifest, features } });
  await workspace.person.type('dm', 'hello');
  expect(workspace.log.map(({ by }) => by)).toEqual(['slackbot']);
  const page = await fetch(new URL(`/channels/${workspace.channel('dm')}`, workspace.url));
  const html = await page.text();
  expect(html).toContain('has been turned off');
  expect(html).not.toContain('<textarea');
});

test('an answer to a press in a thread goes to the channel unless it names the thread', async () => {
  workspace = await openWorkspace();
  app = await connectApp(workspace, (it) => {
    it.action('go', async ({ ack, body, respond }) => {
      await ack();
      const thread = body.type === 'block_actions' ? body.container.thread_ts : undefined;
      await respond({ text: 'outside', replace_original: false });
      await respond({ text: 'inside', replace_original: false, thread_ts: thread });
    });
  });
  await workspace.person.type('briefing', 'parent');
  const thread_ts = workspace.log[0]?.ts;
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
  await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    thread_ts,
    text: 'x',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  await workspace.person.press('go');
  const inside = await workspace.when(() => workspace.log.find(({ text }) => text === 'inside'));
  const outside = workspace.log.find(({ text }) => text === 'outside');
  expect([inside.threadTs, outside?.threadTs]).toEqual([thread_ts, undefined]);
});
