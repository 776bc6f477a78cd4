import { join } from 'node:path';
import { Command } from 'commander';
import { briefCommand } from './cli/brief.ts';
import { digestCommand } from './cli/digest.ts';
import { doctorCommand } from './cli/doctor.ts';
import { feedsCommand } from './cli/feeds.ts';
import { finish } from './cli/finish.ts';
import type { Home } from './cli/home.ts';
import { ingestCommand } from './cli/ingest.ts';
import { inspectCommand } from './cli/inspect.ts';
import { migrateCommand } from './cli/migrate.ts';
import { removeCommand } from './cli/remove.ts';
import { openTerminal } from './cli/terminal.ts';
import { topicsCommand } from './cli/topics.ts';
import { explainMisuse } from './cli/usage.ts';
import { environment, readSettings } from './settings.ts';

const terminal = openTerminal();
const home: Home = {
  seeds: join(import.meta.dirname, '../seeds'),
  settings: () => readSettings(environment()),
};

const program = new Command('npm run -s briefing --')
  .description('Says where a news story stands: who said what, when, and on what standing.')
  .addCommand(briefCommand(home, terminal))
  .addCommand(ingestCommand(home, terminal))
  .addCommand(removeCommand(home, terminal))
  .addCommand(feedsCommand(home, terminal))
  .addCommand(topicsCommand(home, terminal))
  .addCommand(digestCommand(home, terminal))
  .addCommand(inspectCommand(terminal))
  .addCommand(migrateCommand(home, terminal))
  .addCommand(doctorCommand(home, terminal));

await finish(terminal, async () => {
  await explainMisuse(program).parseAsync();
  return 'done';
});
