import { Command } from 'commander';
import { type AddArticles, type Ingested, ingestPaths } from '../ingest/files/ingest-paths.ts';
import { openChanger } from '../ingest/inbox/change-library.ts';
import { isRefusal } from '../news/refusal.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import type { Home } from './home.ts';
import type { Terminal } from './terminal.ts';

/** `ingest …`: reads articles into the library, here or through the bot that is running. */
export function ingestCommand(home: Home, terminal: Terminal): Command {
  return new Command('ingest')
    .summary('reads articles into the library')
    .description(
      'Reads articles into the library, beside a running bot or without one. What is already there is left, a changed text becomes a new revision, and a file that cannot be read stops no other.',
    )
    .argument('<files...>', 'text, Markdown, saved pages, or folders of them; - is standard input')
    .option('--json', 'print one JSON object for each file')
    .action((paths: readonly string[], { json }: { json?: true }) =>
      finish(terminal, () => ingest(home, terminal, paths, json === true)),
    );
}

async function ingest(
  home: Home,
  terminal: Terminal,
  paths: readonly string[],
  json: boolean,
): Promise<Outcome> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const changer = await openChanger(settings.dataFolder, home.seeds);
  if (isRefusal(changer)) return changer;
  const add: AddArticles = async (articles) => {
    const changed = await changer.change({ kind: 'add', articles });
    return isRefusal(changed) ? changed : changed.added;
  };
  const counts = { new: 0, revised: 0, unchanged: 0, copy: 0, failed: 0 };
  let printed = Promise.resolve();
  const tell = (ingested: Ingested) => {
    counts['refusal' in ingested ? 'failed' : ingested.change] += 1;
    terminal.progress(`${total(counts)} read`);
    if ('refusal' in ingested && !json) terminal.say(sentences(ingested.refusal));
    else printed = printed.then(() => terminal.print(json ? asJson(ingested) : asText(ingested)));
  };
  try {
    await ingestPaths(add, paths, terminal.stdin, tell);
  } finally {
    await changer.close();
  }
  await printed;
  terminal.say(
    `${counts.new} added, ${counts.revised} revised, ${counts.unchanged + counts.copy} already there, ${counts.failed} failed.`,
  );
  return counts.failed === 0 ? 'done' : 'failed';
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

const CHANGES = {
  new: 'added',
  revised: 'revised',
  unchanged: 'already there',
  copy: 'already there, by another address',
} as const;

function asText(ingested: Ingested): string {
  if ('refusal' in ingested) return sentences(ingested.refusal);
  const { change, id, title, path } = ingested;
  return `${CHANGES[change]}: ${title ?? path} (${id})`;
}

function asJson(ingested: Ingested): string {
  if ('refusal' in ingested) {
    return JSON.stringify({ id: ingested.path, error: sentences(ingested.refusal) });
  }
  const { id, path, title, change } = ingested;
  return JSON.stringify({ id, path, title, change });
}
