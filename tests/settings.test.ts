import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, SETTING_NAMES } from '../src/settings.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

describe('settings', () => {
  it('lists exactly the settings of .env.example', () => {
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(names.sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('takes .env.example as it stands, and opens the local workspace', () => {
    const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));
    expect(readSettings(empty)).toEqual({
      connection: { kind: 'workspace' },
      apiUrl: 'https://slack.com/api/',
      port: 3000,
      dataFolder: 'data',
      library: 'data',
      logLevel: 'info',
      privateHosts: [],
      editors: [],
    });
  });

  it('prefers Socket Mode when an app token is given, and takes HTTP with a signing secret', () => {
    const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
    expect(readSettings({ ...bot, SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      connection: { kind: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
    });
    const secret = '0123456789abcdef0123456789abcdef';
    expect(readSettings({ ...bot, SLACK_SIGNING_SECRET: secret })).toMatchObject({
      connection: { kind: 'http', signingSecret: secret },
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_SIGNING_SECRET: 'short' }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
    [{ DATABASE_URL: 'mysql://briefing:xoxb-1@db/briefing' }, 'DATABASE_URL'],
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ KEEP_DAYS: '7' }, 'KEEP_DAYS'],
    [{ KEEP_DAYS: 'ever' }, 'KEEP_DAYS'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ EDITORS: 'kirby' }, 'EDITORS'],
  ])('refuses %j and names %s', (env, name) => {
    const refused = readSettings(env);
    expect(refused).toMatchObject({ refused: expect.stringContaining(name) });
    expect(JSON.stringify(refused)).not.toMatch(/xoxb-1|xapp-1/);
  });
});
