import { Command } from 'commander';
import { type LibraryChanger, openChanger } from '../ingest/inbox/change-library.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import type { Home } from './home.ts';
import type { Terminal } from './terminal.ts';

/** `remove …`: takes articles out of the library, here or through the bot that is running. */
export function removeCommand(home: Home, terminal: Terminal): Command {
  return new Command('remove')
    .summary('takes articles out of the library')
    .description(
      'Takes articles out of the library, beside a running bot or without one. Briefs forget them at once.',
    )
    .argument('<ids...>', 'ids of articles, as ingest and brief --json print them')
    .option('--json', 'print one JSON object for each article')
    .action((ids: readonly string[], { json }: { json?: true }) =>
      finish(terminal, () => remove(home, terminal, ids, json === true)),
    );
}

async function remove(
  home: Home,
  terminal: Terminal,
  ids: readonly string[],
  json: boolean,
): Promise<Outcome> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const changer = await openChanger(settings.library, home.seeds);
  if (isRefusal(changer)) return changer;
  let failed = 0;
  try {
    for (const id of ids) {
      const refusal = await removeOne(changer, id);
      if (refusal !== undefined) failed += 1;
      const error = refusal && sentences(refusal);
      if (json) await terminal.print(JSON.stringify(error ? { id, error } : { id, removed: true }));
      else if (error) terminal.say(error);
      else await terminal.print(`removed: ${id}`);
    }
  } finally {
    await changer.close();
  }
  return failed === 0 ? 'done' : 'failed';
}

async function removeOne(changer: LibraryChanger, id: string): Promise<Refusal | undefined> {
  const changed = await changer.change({ kind: 'remove', id });
  if (isRefusal(changed)) return changed;
  if (changed.done) return undefined;
  return refuse(
    `There is no article ${id}.`,
    'Find its id under "sources" of: brief --json, then the topic or words it is about.',
  );
}
