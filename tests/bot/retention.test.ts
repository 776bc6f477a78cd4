import { expect, it, onTestFinished } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { given } from '../corpus/given.ts';
import { article } from '../corpus/new-article.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { startBot } from './child.ts';

const DAY_MS = 86_400_000;

it('a bot with KEEP_DAYS removes what is older when it starts, and says so', async () => {
  const folder = temporaryFolder();
  const before = given(await openCorpus(folder, () => new Date(Date.now() - 50 * DAY_MS)));
  await before.add([article({ id: 'old' }), article({ id: 'as old' })]);
  for (const day of ['01', '02']) {
    const slot = `2026-01-${day}T08:30:00.000Z`;
    const delivery = { id: `C1/${slot}`, channel: 'C1', slot, at: slot, ts: '1.0', reason: null };
    const digest = { channel: 'C1', after: 0, upTo: 1, stories: [], sources: [] };
    await before.record({ ...delivery, state: 'posted', digest });
  }
  await before.close();
  const bot = startBot({ DATA_FOLDER: folder, KEEP_DAYS: '30' });
  onTestFinished(() => void bot.process.kill('SIGKILL'));
  await bot.ready;
  while (
    !bot
      .complaints()
      .includes('Removed what is older than KEEP_DAYS=30: articles: 2, records of digests: 1')
  ) {
    await new Promise(setImmediate);
  }
  bot.process.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  const left = given(await readCorpus(folder));
  expect(await left.article('old')).toBeUndefined();
  // The starter articles came in today.
  expect((await left.size()).articles).toBeGreaterThan(0);
}, 60_000);
