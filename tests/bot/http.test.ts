import { expect, it, onTestFinished } from 'vitest';
import { isRefusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import { temporaryDatabase } from '../corpus/stores.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { freePort } from '../free-port.ts';
import { manifest, seen } from '../slack/office.ts';
import { startBalancer } from './balancer.ts';
import { type Bot, startBot } from './child.ts';

it('bots behind a balancer are replaced one after another, and every command is answered', async () => {
  const [database, data] = [await temporaryDatabase(), temporaryFolder()];
  const balancer = await startBalancer();
  onTestFinished(balancer.close);
  const workspace = await startWorkspace({
    ...{ port: 0, manifest: await manifest() },
    requestUrl: `http://127.0.0.1:${balancer.port}/slack/events`,
  });
  if (isRefusal(workspace)) throw new Error(workspace.refused);
  onTestFinished(workspace.close);
  const { botToken, signingSecret, apiUrl } = workspace;
  const start = async (): Promise<Bot & { readonly port: number }> => {
    const port = await freePort();
    const bot = startBot({
      ...{ DATA_FOLDER: data, DATABASE_URL: database, SLACK_API_URL: apiUrl },
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) },
    });
    onTestFinished(() => void bot.process.kill('SIGKILL'));
    await bot.ready;
    return { ...bot, port };
  };
  let asked = 0;
  /** Types commands at once, so that each bot has some under way. */
  const ask = async () => {
    const commands = ['/brief opm', '/brief dialogues', '/brief topics', '/brief timeline opm'];
    asked += commands.length;
    await Promise.all(commands.map((command) => workspace.person.type('briefing', command)));
  };

  const bots = [await start(), await start()];
  balancer.use(bots.map(({ port }) => port));
  await ask();
  for (let replaced = 0; replaced < 2; replaced += 1) {
    const coming = await start();
    await ask();
    // Whoever replaces a bot has the balancer leave it out, and ends it with what it is at.
    const going = bots.shift();
    bots.push(coming);
    balancer.use(bots.map(({ port }) => port));
    going?.process.kill('SIGTERM');
    await ask();
    expect(await going?.ended).toBe(0);
  }
  await workspace.when(() => workspace.log.length >= asked || undefined);
  expect(workspace.log).toHaveLength(asked);
  const answers = workspace.log.map(seen);
  expect(answers.filter((answer) => answer.includes('OPM')).length).toBeGreaterThanOrEqual(
    asked / 2,
  );
  for (const bot of bots) bot.process.kill('SIGTERM');
  expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual([0, 0]);
}, 240_000);
