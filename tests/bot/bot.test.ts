import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/ingest/library.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import { manifest, seen } from '../slack/office.ts';
import { type Bot, startBot } from './child.ts';

let folder: string;
const bots: Bot[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefing-bot-'));
});
afterEach(async () => {
  for (const bot of bots.splice(0)) {
    bot.process.kill('SIGKILL');
    await bot.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function bot(settings: Record<string, string> = {}): Bot {
  const started = startBot({ DATA_FOLDER: join(folder, 'data'), ...settings });
  bots.push(started);
  return started;
}

describe('the bot', () => {
  it('opens a local workspace for whoever has no token, and ends cleanly when told to', async () => {
    const started = bot();
    const welcome = await started.ready;
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(welcome) ?? [];
    const page = await (await fetch(url)).text();
    expect(page).toContain('/brief opm');
    started.process.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.complaints()).toBe('');
  });

  it('refuses to be the second on the same data folder, and says who is the first', async () => {
    const first = bot();
    await first.ready;
    const second = bot();
    expect(await second.ended).toBe(1);
    expect(second.complaints()).toContain(join(folder, 'data'));
    expect(second.complaints()).toContain(String(first.process.pid));
  });

  it('names a taken port and the setting to change, and leaves the folder free', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const refused = bot({ PORT: port });
    expect(await refused.ended).toBe(1);
    expect(refused.complaints()).toContain(`Port ${port}`);
    expect(refused.complaints()).toContain('PORT');
    server.close();
    await bot().ready;
  });

  it('connects to Slack with tokens, and names one that is wrong', async () => {
    const workspace = await startWorkspace({ port: 0, manifest: await manifest() });
    if (isRefusal(workspace)) throw new Error(workspace.refused);
    try {
      const { botToken, appToken, apiUrl } = workspace;
      const tokens = { SLACK_API_URL: apiUrl, SLACK_APP_TOKEN: appToken };
      const wrong = bot({ ...tokens, SLACK_BOT_TOKEN: 'xoxb-wrong' });
      expect(await wrong.ended).toBe(1);
      expect(wrong.complaints()).toContain('SLACK_BOT_TOKEN');
      const right = bot({ ...tokens, SLACK_BOT_TOKEN: botToken });
      expect(await right.ready).toContain('Connected to Slack');
      await workspace.person.type('briefing', '/brief help');
      await workspace.when(() => workspace.log.length > 0);
    } finally {
      await workspace.close();
    }
  });

  it('says so and ends with an error where Slack revokes its token', async () => {
    const workspace = await startWorkspace({ port: 0, manifest: await manifest() });
    if (isRefusal(workspace)) throw new Error(workspace.refused);
    try {
      const corpus = await openLibrary(
        join(folder, 'data'),
        join(import.meta.dirname, '../../seeds'),
      );
      if (isRefusal(corpus)) throw new Error(corpus.refused);
      await corpus.subscribe({
        ...{ channel: workspace.channel('briefing'), by: 'U0SLACK0001', topics: [] },
        schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: ['00:00'], timeZone: 'UTC' },
        since: '2026-01-01T00:00:00.000Z',
        startsAfter: 0,
      });
      await corpus.close();
      workspace.fault('chat.postMessage', { kind: 'error', error: 'token_revoked' });
      const { botToken, appToken, apiUrl } = workspace;
      const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
      const stopped = bot({ ...tokens, SLACK_API_URL: apiUrl });
      expect(await stopped.ended).toBe(1);
      expect(stopped.complaints()).toContain('token_revoked');
      expect(stopped.complaints()).toContain('Install the app again');
    } finally {
      await workspace.close();
    }
  });

  it('takes no subscription of the local workspace along to Slack', async () => {
    const local = bot();
    await local.ready;
    local.process.kill('SIGTERM');
    await local.ended;
    const workspace = await startWorkspace({ port: 0, manifest: await manifest() });
    if (isRefusal(workspace)) throw new Error(workspace.refused);
    try {
      const { botToken, appToken, apiUrl } = workspace;
      const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
      await bot({ ...tokens, SLACK_API_URL: apiUrl }).ready;
      await workspace.person.type('briefing', '/digest');
      const answer = await workspace.when(() => workspace.log[0]);
      expect(seen(answer)).toContain('has no digest');
    } finally {
      await workspace.close();
    }
  });

  it("leaves a Slack workspace's folder alone when the tokens are missing", async () => {
    const corpus = await openLibrary(
      join(folder, 'data'),
      join(import.meta.dirname, '../../seeds'),
    );
    if (isRefusal(corpus)) throw new Error(corpus.refused);
    await corpus.subscribe({
      ...{ channel: 'C0SLACK0001', by: 'U0SLACK0001', topics: [], startsAfter: 0 },
      schedule: { days: [1], times: ['08:30'], timeZone: 'UTC' },
      since: new Date().toISOString(),
    });
    await corpus.close();
    const refused = bot();
    expect(await refused.ended).toBe(1);
    expect(refused.complaints()).toContain('no token is set');
  });

  it('names the setting that is wrong', async () => {
    const refused = bot({ PORT: 'many' });
    expect(await refused.ended).toBe(1);
    expect(refused.complaints()).toContain('PORT');
  });

  it('says where its folder cannot be, in a sentence', async () => {
    const inTheWay = join(folder, 'file');
    await writeFile(inTheWay, '');
    const refused = bot({ DATA_FOLDER: join(inTheWay, 'data') });
    expect(await refused.ended).toBe(1);
    expect(refused.complaints()).toContain(inTheWay);
    expect(refused.complaints()).not.toContain('    at ');
  });
});
