import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADD_TO_LIBRARY } from '../../src/slack/actions/ids.ts';
import { manifest, type Office, openOffice, seen } from './office.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What Slack's schema bounds, of what ours uses; anything else is refused. */
const MANIFEST = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z]{1,31}$/),
        description: z.string().max(2_000),
        usage_hint: z.string().max(1_000),
        should_escape: z.boolean(),
      }),
    ),
    shortcuts: z.array(
      z.strictObject({
        name: z.string().max(24),
        type: z.literal('message'),
        callback_id: z.string().max(255),
        description: z.string().max(150),
      }),
    ),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.literal(true),
    org_deploy_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** The scope that each event needs which the manifest may subscribe to. */
const SCOPE_OF_EVENT: Record<string, string | null> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};

/** The scope that each Web API method needs which a bot of ours may call. */
const SCOPE_OF: Record<string, string | null> = {
  'auth.test': null,
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  'users.info': 'users:read',
};

const code = readdirSync(join(ROOT, 'src/slack'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(ROOT, 'src/slack', file), 'utf8'))
  .join('\n');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the manifest', () => {
  it('is one that Slack takes', async () => {
    expect(MANIFEST.safeParse(await manifest()).error).toBeUndefined();
  });

  it('has exactly the commands that the app answers', async () => {
    const { features } = MANIFEST.parse(await manifest());
    const listened = [...code.matchAll(/app\.command\('([^']+)'/g)].map((match) => match[1]);
    expect(features.slash_commands.map(({ command }) => command).sort()).toEqual(listened.sort());
    for (const command of listened) expect(readme).toContain(`\`${command} `);
  });

  it('subscribes to exactly the events that the app listens to', async () => {
    const { settings } = MANIFEST.parse(await manifest());
    const listened = [...code.matchAll(/app\.event\('([^']+)'/g)].map((match) => match[1] ?? '');
    // Of messages there are several subscriptions, by where they are sent.
    const subscriptions = listened.map((event) => (event === 'message' ? 'message.im' : event));
    expect(settings.event_subscriptions.bot_events.sort()).toEqual(subscriptions.sort());
    expect([...code.matchAll(/app\.message\(/g)]).toEqual([]);
  });

  it('lets people write to the app, since it answers', async () => {
    const { features, settings } = MANIFEST.parse(await manifest());
    expect(features.app_home.messages_tab_enabled).toBe(true);
    expect(features.app_home.messages_tab_read_only_enabled).toBe(
      !settings.event_subscriptions.bot_events.includes('message.im'),
    );
  });

  it('has exactly the shortcuts that the app answers', async () => {
    const { features } = MANIFEST.parse(await manifest());
    expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([ADD_TO_LIBRARY]);
    expect([...code.matchAll(/app\.shortcut\(/g)]).toHaveLength(features.shortcuts.length);
  });

  it('has a Home, since the app draws one', async () => {
    const { features } = MANIFEST.parse(await manifest());
    expect(features.app_home.home_tab_enabled).toBe(code.includes('views.publish('));
  });

  it('asks for the scopes of what the app calls and hears, and for no other', async () => {
    const { oauth_config, settings } = MANIFEST.parse(await manifest());
    const called = [...code.matchAll(/(?:client|poster)\.(\w+\.\w+)\(/g)].map(
      (match) => match[1] ?? '',
    );
    expect(called.filter((method) => !(method in SCOPE_OF))).toEqual([]);
    const heard = settings.event_subscriptions.bot_events;
    expect(heard.filter((event) => !(event in SCOPE_OF_EVENT))).toEqual([]);
    const scopes = [
      ...called.map((method) => SCOPE_OF[method]),
      ...heard.map((event) => SCOPE_OF_EVENT[event]),
    ];
    const needed = new Set(scopes.filter(Boolean));
    const { bot, bot_optional: optional } = oauth_config.scopes;
    expect([...bot, ...optional].sort()).toEqual([...needed, 'commands', 'groups:history'].sort());
    for (const scope of [...bot, ...optional]) expect(readme).toContain(`\`${scope}\``);
  });
});

describe('the help', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it.each(['/brief help', '/digest help', '/sources help'])(
    'of "%s" names only commands that work',
    async (typed) => {
      const help = seen(await office.ask(typed));
      const examples = [...help.matchAll(/`(\/[a-z]+[^`]*)`/g)].map((match) => match[1] ?? '');
      expect(examples.length).toBeGreaterThan(3);
      for (const example of examples) {
        const answer = seen(await office.ask(example));
        expect(answer, example).not.toMatch(
          /I don't know|I can't read|doesn't say what|went wrong/,
        );
      }
      expect(office.logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
    },
  );
});
