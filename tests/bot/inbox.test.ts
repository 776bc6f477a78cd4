import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import { given } from '../corpus/given.ts';
import { temporaryDatabase } from '../corpus/stores.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { manifest } from '../slack/office.ts';
import { type Bot, startBot } from './child.ts';

it('of bots that share a library and a folder one reads the inbox, and another once that one is killed', async () => {
  const [database, data] = [await temporaryDatabase(), temporaryFolder()];
  const workspace = await startWorkspace({ port: 0, manifest: await manifest() });
  if (isRefusal(workspace)) throw new Error(workspace.refused);
  const { botToken, appToken, apiUrl } = workspace;
  const settings = {
    ...{ DATA_FOLDER: data, DATABASE_URL: database, SLACK_API_URL: apiUrl },
    ...{ SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken },
  };
  const bots = [startBot(settings), startBot(settings)];
  /** Leaves an article in the inbox, and gives whoever says that it read it. */
  const readBy = async (name: string, among: readonly Bot[]): Promise<readonly Bot[]> => {
    writeFileSync(
      join(data, 'inbox', `${name}.txt`),
      `The pier of ${name}\n\nThe pier of ${name} was closed on Monday, the harbour office said.\n`,
    );
    for (;;) {
      const readers = among.filter((bot) => bot.complaints().includes(`${name}.txt (new)`));
      if (readers.length > 0) return readers;
      await nextTurn();
    }
  };
  try {
    await Promise.all(bots.map(({ ready }) => ready));
    const [first, ...more] = await readBy('Orrin', bots);
    expect(more).toEqual([]);
    first?.process.kill('SIGKILL');
    await first?.ended;
    const others = bots.filter((bot) => bot !== first);
    expect(await readBy('Velmar', others)).toEqual(others);
    expect(others.map((bot) => bot.complaints()).join('')).not.toContain('Orrin.txt');
    const corpus = given(await openCorpus(database));
    for (const name of ['Orrin', 'Velmar']) {
      expect(await corpus.search({ phrases: [`pier of ${name}`] })).toHaveLength(1);
    }
    await corpus.close();
  } finally {
    for (const { process } of bots) process.kill('SIGKILL');
    await workspace.close();
  }
}, 120_000);
