import { expect, test } from 'vitest';
import { temporaryDatabase } from '../corpus/stores.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { gateTo } from '../postgres/gate.ts';
import { bundled } from './bundled.ts';
import { severalBots } from './several.ts';

/** Days that the bots share: more with DAYS=10. */
const DAYS = Number(process.env.DAYS ?? 3);

test(
  `four bots on one database, killed and cut off at random over ${DAYS} days, lose nothing and post nothing twice`,
  async () => {
    const folder = temporaryFolder();
    const bundle = await bundled('sharing.ts', folder);
    const database = await temporaryDatabase();
    const tally = await severalBots(database, await gateTo(database), bundle, DAYS);
    expect(tally, tally.ledger).toMatchObject({ lost: 0, doubled: 0 });
    expect(tally.kills).toBeGreaterThanOrEqual(DAYS - 1);
  },
  60_000 + DAYS * 60_000,
);
