import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { openWorkspace } from './bolt.ts';

let workspace: Workspace;
let server: Server;
afterEach(async () => {
  await workspace.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** A real Bolt app that takes signed requests, and the workspace that sends them to it. */
async function connect(secretOf: (workspace: Workspace) => string, prepare: (app: App) => void) {
  // The workspace must know the app's port, and the app the workspace's secret.
  let listener: RequestListener = () => {};
  server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  workspace = await openWorkspace({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
  const receiver = new HTTPReceiver({
    signingSecret: secretOf(workspace),
    logLevel: LogLevel.ERROR,
  });
  listener = receiver.requestListener;
  const app = new App({
    token: workspace.botToken,
    receiver,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.apiUrl },
  });
  prepare(app);
  await app.init();
}

test('commands, presses and events come signed to the request URL', async () => {
  await connect(
    ({ signingSecret }) => signingSecret,
    (it) => {
      it.command('/echo', async ({ ack, command }) => {
        await ack({
          text: command.text,
          blocks: [
            {
              type: 'actions',
              elements: [
                { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } },
              ],
            },
          ],
        });
      });
      it.action('go', async ({ ack, respond }) => {
        await ack();
        await respond('pressed');
      });
      it.event('app_mention', async ({ say }) => {
        await say('mentioned');
      });
    },
  );
  await workspace.person.type('briefing', '/echo over HTTP & back');
  expect(workspace.log.at(-1)).toMatchObject({ text: 'over HTTP &amp; back', by: 'ack' });
  await workspace.person.press('go');
  await workspace.when(() => workspace.log.find(({ text }) => text === 'pressed'));
  await workspace.person.type('briefing', '@Echo hello');
  await workspace.when(() => workspace.log.find(({ text }) => text === 'mentioned'));
});

test('an app with another signing secret refuses, and the person is told', async () => {
  await connect(
    () => 'another secret',
    (it) => {
      it.command('/echo', async ({ ack }) => ack('should not be'));
    },
  );
  await workspace.person.type('briefing', '/echo');
  expect(workspace.log.map(({ text }) => text)).toEqual([
    '/echo failed with the error "http_service_error"',
  ]);
});
