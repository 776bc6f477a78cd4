import { Command } from 'commander';
import { moveCorpus } from '../corpus/move.ts';
import { isDatabase, nameOf } from '../corpus/postgres/address.ts';
import { isRefusal, refuse } from '../news/refusal.ts';
import { finish, type Outcome } from './finish.ts';
import type { Home } from './home.ts';
import type { Terminal } from './terminal.ts';

/** `migrate`: moves the library from the data folder into the database. */
export function migrateCommand(home: Home, terminal: Terminal): Command {
  return new Command('migrate')
    .summary('moves the library from the data folder into the database')
    .description(
      'Moves all that the data folder holds into the empty database of DATABASE_URL, compares it, and leaves the folder as it is. Stop the bot first. Cut short, it goes on where it was when the command is given again.',
    )
    .action(() => finish(terminal, () => migrate(home, terminal)));
}

async function migrate(home: Home, terminal: Terminal): Promise<Outcome> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const { library, dataFolder } = settings;
  if (!isDatabase(library)) {
    return refuse(
      'No database is named.',
      'Set DATABASE_URL in .env to the address of an empty one: postgres://user:password@host:5432/briefing',
    );
  }
  const moved = await moveCorpus(dataFolder, library, (progress) =>
    terminal.progress({ ...progress, at: dataFolder }),
  );
  if (isRefusal(moved)) return moved;
  const { articles, revisions } = moved;
  await terminal.print(
    `Moved ${articles} articles in ${revisions} revisions, and all beside them, into ${nameOf(library)}. ${dataFolder} is as it was, and holds the inbox from now on.`,
  );
  return 'done';
}
