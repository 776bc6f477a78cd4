import { Command } from 'commander';
import type { AddArticles, Ingested } from '../ingest/files/add-read.ts';
import { countFiles } from '../ingest/files/files-under.ts';
import { ingestPaths } from '../ingest/files/ingest-paths.ts';
import { openChanger } from '../ingest/inbox/change-library.ts';
import { readLibrary } from '../ingest/library.ts';
import { isRefusal } from '../news/refusal.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import type { Home } from './home.ts';
import { ingestedAsJson, ingestedAsText } from './ingested.ts';
import { linkage } from './linked.ts';
import type { Terminal } from './terminal.ts';

/** Counting more files than this would keep the first one waiting. */
const MOST_COUNTED = 20_000;

/** `ingest …`: reads articles into the library, here or through the bot that is running. */
export function ingestCommand(home: Home, terminal: Terminal): Command {
  return new Command('ingest')
    .summary('reads articles into the library')
    .description(
      'Reads articles into the library, beside a running bot or without one. What is already there is left, a changed text becomes a new revision, and a file that cannot be read stops no other. Of a newsletter (.eml) the stories that it links are listed, with those that are in the library already; they are not read.',
    )
    .argument(
      '<files...>',
      'text (.txt), Markdown (.md), saved pages (.html), PDFs (.pdf), mail (.eml), or folders of them; - is standard input',
    )
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
  const library = linkage(() => readLibrary(settings.dataFolder, home.seeds));
  const counts = { new: 0, revised: 0, unchanged: 0, copy: 0, failed: 0 };
  const of = await countFiles(paths, MOST_COUNTED);
  let begun = 0;
  const begin = (at: string) => {
    terminal.progress({ done: begun, of, at });
    begun += 1;
  };
  const print = async (ingested: Ingested) => {
    if ('refusal' in ingested) {
      if (json) await terminal.print(ingestedAsJson(ingested));
      else terminal.say(sentences(ingested.refusal));
      return;
    }
    library.arrived(ingested.id);
    const links = ingested.links && (await library.told(ingested.links));
    await terminal.print((json ? ingestedAsJson : ingestedAsText)(ingested, links));
  };
  let printed = Promise.resolve();
  const tell = (ingested: Ingested) => {
    counts['refusal' in ingested ? 'failed' : ingested.change] += 1;
    printed = printed.then(() => print(ingested));
    printed.catch(() => {});
  };
  try {
    await ingestPaths(add, paths, terminal.stdin, tell, begin);
    await printed;
  } finally {
    await library.close();
    await changer.close();
  }
  terminal.say(
    `${counts.new} added, ${counts.revised} revised, ${counts.unchanged + counts.copy} already there, ${counts.failed} failed.`,
  );
  return counts.failed === 0 ? 'done' : 'failed';
}
