import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { buildApp } from '../../src/slack/app.ts';
import { type Credentials, postingClient } from '../../src/slack/connect.ts';
import { redact } from '../../src/slack/logger.ts';
import { startApp } from '../../src/slack/start.ts';
import { freePort } from '../free-port.ts';
import { type Office, openOffice, seen } from './office.ts';

const offices: Office[] = [];
afterEach(async () => {
  for (const office of offices.splice(0)) await office.close();
});

async function office(...options: Parameters<typeof openOffice>): Promise<Office> {
  const opened = await openOffice(...options);
  offices.push(opened);
  return opened;
}

describe('connecting', () => {
  it.each([
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong' }],
    ['SLACK_APP_TOKEN', { appToken: 'xapp-wrong' }],
  ])('names the token that Slack does not accept: %s', async (name, wrong) => {
    const { workspace, desk } = await office();
    const { botToken, appToken } = { ...workspace, ...wrong };
    const app = buildApp(desk, { botToken, appToken }, workspace.apiUrl);
    const refused = await startApp(app, { botToken, appToken });
    expect(refused).toMatchObject({ refused: expect.stringContaining(name) });
    expect(JSON.stringify(refused)).not.toContain('wrong');
  });

  it('says so when Slack is out of reach', async () => {
    const { workspace, desk } = await office();
    const credentials = { botToken: workspace.botToken, appToken: workspace.appToken };
    const app = buildApp(desk, credentials, `http://127.0.0.1:${await freePort()}/api/`);
    expect(await startApp(app, credentials)).toMatchObject({
      refused: expect.stringContaining('could not be reached'),
    });
  });

  it('is waited for where ten are connected already, and takes the place of one that goes', async () => {
    const { workspace, desk, logged } = await office();
    const credentials = { botToken: workspace.botToken, appToken: workspace.appToken };
    const client = new WebClient(workspace.appToken, { slackApiUrl: workspace.apiUrl });
    const others: WebSocket[] = [];
    while (workspace.connections() < 10) {
      const { url } = await client.apps.connections.open({});
      const before = workspace.connections();
      others.push(new WebSocket(url ?? ''));
      await workspace.when(() => workspace.connections() > before);
    }
    const eleventh = buildApp(desk, credentials, workspace.apiUrl);
    const started = startApp(eleventh, credentials);
    while (!logged.some((line) => line.includes('waits until another ends'))) {
      await new Promise(setImmediate);
    }
    others[0]?.close();
    expect(await started).toBeNull();
    expect(workspace.connections()).toBe(10);
    for (const other of others) other.close();
    await eleventh.stop();
  }, 60_000);

  it('answers again after the socket was cut', async () => {
    const { workspace, ask } = await office();
    workspace.disconnect('refresh_requested');
    await workspace.when(() => workspace.connections() === 0);
    await workspace.when(() => workspace.connections() === 1);
    expect(seen(await ask('/brief help'))).toContain('What /brief can do');
  });

  it('takes signed requests by HTTP, and no others', async () => {
    const port = await freePort();
    const requestUrl = `http://127.0.0.1:${port}/slack/events`;
    const base = await office({ requestUrl });
    const { workspace, desk } = base;
    const { botToken, signingSecret, apiUrl } = workspace;
    const credentials: Credentials = { botToken, signingSecret, port };
    const app = buildApp(
      { ...desk, poster: new WebClient(botToken, postingClient(apiUrl)) },
      credentials,
      apiUrl,
    );
    expect(await startApp(app, credentials)).toBeNull();
    try {
      expect(seen(await base.ask('/brief help'))).toContain('What /brief can do');
      const forged = await fetch(requestUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
          'x-slack-signature': `v0=${'0'.repeat(64)}`,
        },
        body: 'command=%2Fbrief&text=opm',
      });
      expect(forged.status).toBe(401);
    } finally {
      await app.stop();
    }
  });
});

describe('the log', () => {
  it('holds no token, ticket or response_url', async () => {
    const { workspace, ask, logged, desk } = await office();
    await ask('/brief opm');
    desk.log.error(redact(`{"response_url":"https://hooks.slack.com/commands/T1/2/secret"}`));
    const log = logged.join('');
    expect(log).not.toContain(workspace.botToken);
    expect(log).not.toContain(workspace.appToken);
    expect(log).not.toMatch(/\/commands\/T1|ticket=[^[]|\/actions\/T\w+\/\w+/);
  });
});
