import { expect, it } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import { briefing } from '../cli/briefing.ts';
import { given } from '../corpus/given.ts';
import { temporaryDatabase } from '../corpus/stores.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { gateTo } from '../postgres/gate.ts';
import { manifest, seen } from '../slack/office.ts';
import { startBot } from './child.ts';

it('bots share a database, say when it is gone, and go on when it is back', async () => {
  const [database, data] = [await temporaryDatabase(), temporaryFolder()];
  const gate = await gateTo(database);
  const workspace = await startWorkspace({ port: 0, manifest: await manifest() });
  if (isRefusal(workspace)) throw new Error(workspace.refused);
  const { botToken, appToken, apiUrl } = workspace;
  const settings = {
    ...{ DATA_FOLDER: data, DATABASE_URL: gate.url, SLACK_API_URL: apiUrl },
    ...{ SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken },
  };
  const bots = [startBot(settings), startBot(settings)];
  const ask = async (command: string) => {
    const before = workspace.log.length;
    await workspace.person.type('briefing', command);
    return seen(await workspace.when(() => workspace.log[before]));
  };
  try {
    await Promise.all(bots.map(({ ready }) => ready));
    expect(await ask('/brief opm')).toContain('OPM');
    // A command beside them writes straight to the database.
    const corpus = given(await openCorpus(database));
    const { articles } = await corpus.size();
    expect(articles).toBeGreaterThan(5);
    const added = await briefing(['ingest', '-', '--json'], {
      ...{ data, env: { DATABASE_URL: database } },
      input: 'Pier closed\n\nThe pier of Orrin was closed on Monday, the harbour office said.\n',
    });
    expect(added.status).toBe(0);
    expect((await corpus.size()).articles).toBe(articles + 1);
    await corpus.close();

    await gate.close();
    // Whether a connection that it had or a new one fails first is chance.
    expect(await ask('/brief opm')).toMatch(
      /Could not read from the database .* (?:nothing answers there|the connection was lost)/,
    );
    await gate.open();
    expect(await ask('/brief Orrin')).toContain('pier of Orrin');
    const said = bots.map(({ complaints }) => complaints()).join('');
    expect(said).not.toContain(new URL(database).password);
    for (const { process } of bots) process.kill('SIGTERM');
    expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual([0, 0]);
  } finally {
    for (const { process } of bots) process.kill('SIGKILL');
    await workspace.close();
  }
}, 180_000);
