import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { connectApp, openWorkspace } from './bolt.ts';

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
