import { resolve } from 'node:path';
import { Command } from 'commander';
import { readCorpus } from '../corpus/open.ts';
import { isDatabase, nameOf } from '../corpus/postgres/address.ts';
import { isRefusal } from '../news/refusal.ts';
import type { Connection } from '../settings.ts';
import { examineFolder } from './examine-folder.ts';
import { examineLibrary } from './examine-library.ts';
import { type Finding, wrong } from './finding.ts';
import { finish, type Outcome } from './finish.ts';
import type { Home } from './home.ts';
import { onPaper } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** `doctor`: whether everything is in order, and what to do where it is not. */
export function doctorCommand(home: Home, terminal: Terminal): Command {
  return new Command('doctor')
    .summary('checks that everything is in order')
    .description(
      'Checks settings, data folder, articles and deliveries, and says what to do where one is wrong. The exit status is 1 where one is.',
    )
    .option('--json', 'print one JSON object for each thing checked')
    .action(({ json }: { json?: true }) => finish(terminal, () => doctor(home, terminal, json)));
}

async function doctor(home: Home, terminal: Terminal, json?: true): Promise<Outcome> {
  const findings = await examine(home);
  for (const { check, found, next } of findings) {
    const ok = next === undefined;
    const line = `${check}: ${found}${ok ? '' : `\n  - ${next}`}`;
    await terminal.print(
      json
        ? JSON.stringify({ check, ok, found, ...(!ok && { next }) })
        : onPaper(line, terminal.columns),
    );
  }
  return findings.some(({ next }) => next !== undefined) ? 'failed' : 'done';
}

async function examine(home: Home): Promise<readonly Finding[]> {
  const settings = home.settings();
  if (isRefusal(settings)) return [wrong('settings', settings)];
  const { library, dataFolder, connection } = settings;
  const corpus = await readCorpus(library);
  return [
    { check: 'settings', found: CONNECTIONS[connection.kind] },
    ...(isDatabase(library) ? [{ check: 'database', found: nameOf(library) }] : []),
    ...(await examineFolder(resolve(dataFolder))),
    ...(isRefusal(corpus) ? [wrong('articles', corpus)] : await examineLibrary(corpus)),
  ];
}

/** No token is ever shown, not even in part. */
const CONNECTIONS: Readonly<Record<Connection['kind'], string>> = {
  workspace: 'no Slack tokens, so the bot opens the local workspace in a browser',
  socket: 'Slack by Socket Mode',
  http: 'Slack by HTTP',
};
