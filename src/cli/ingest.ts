import { Command } from 'commander';
import { fetchArticle } from '../ingest/fetch-article.ts';
import type { AddArticles, Ingested } from '../ingest/files/add-read.ts';
import { countFiles } from '../ingest/files/files-under.ts';
import { type FetchAt, ingestPaths } from '../ingest/files/ingest-paths.ts';
import { openChanger } from '../ingest/inbox/change-library.ts';
import { readLibrary } from '../ingest/library.ts';
import { openWeb } from '../ingest/web/open-web.ts';
import { isRefusal } from '../news/refusal.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import type { Home } from './home.ts';
import { ingestedAsJson, ingestedAsText } from './ingested.ts';
import { linkage } from './linked.ts';
import type { Terminal } from './terminal.ts';

/** Counting more files than this would keep the first one waiting. */
const MOST_COUNTED = 20_000;

/** The options of `ingest`, as typed. */
interface IngestOptions {
  readonly json?: boolean;
  readonly follow?: boolean;
}

/** `ingest …`: reads articles into the library, here or through the bot that is running. */
export function ingestCommand(home: Home, terminal: Terminal): Command {
  return new Command('ingest')
    .summary('reads articles into the library')
    .description(
      'Reads articles into the library, beside a running bot or without one. What is already there is left, a changed text becomes a new revision, and a file that cannot be read stops no other. Of a newsletter (.eml) the stories that it links are listed, with those that are in the library already.',
    )
    .argument(
      '<files...>',
      'text (.txt), Markdown (.md), saved pages (.html), PDFs (.pdf), mail (.eml), folders of them, or addresses of pages (https://…); - is standard input',
    )
    .option('--json', 'print one JSON object for each file')
    .option('--follow', 'fetch the stories too that newsletters link, where the library lacks them')
    .action((paths: readonly string[], options: IngestOptions) =>
      finish(terminal, () => ingest(home, terminal, paths, options)),
    );
}

async function ingest(
  home: Home,
  terminal: Terminal,
  paths: readonly string[],
  { json = false, follow = false }: IngestOptions,
): Promise<Outcome> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const changer = await openChanger(settings.library, home.seeds);
  if (isRefusal(changer)) return changer;
  const add: AddArticles = async (articles) => {
    const changed = await changer.change({ kind: 'add', articles });
    return isRefusal(changed) ? changed : changed.added;
  };
  const library = linkage(() => readLibrary(settings.library, home.seeds));
  const counts = { new: 0, revised: 0, unchanged: 0, copy: 0, failed: 0 };
  let of = await countFiles(paths, MOST_COUNTED);
  let begun = 0;
  const begin = (at: string) => {
    terminal.progress({ done: begun, of, at });
    begun += 1;
  };
  const web = openWeb({ privateHosts: settings.privateHosts });
  const fetchAt: FetchAt = (url, readers) => fetchArticle(url, { web, readers });
  const unread = new Set<string>();
  const print = async (ingested: Ingested) => {
    if ('refusal' in ingested) {
      if (json) await terminal.print(ingestedAsJson(ingested));
      else terminal.say(sentences(ingested.refusal));
      return;
    }
    library.arrived(ingested.id);
    const links = ingested.links && (await library.told(ingested.links));
    for (const { url, known } of links ?? []) if (!known) unread.add(url);
    await terminal.print((json ? ingestedAsJson : ingestedAsText)(ingested, links));
  };
  let printed = Promise.resolve();
  const tell = (ingested: Ingested) => {
    counts['refusal' in ingested ? 'failed' : ingested.change] += 1;
    printed = printed.then(() => print(ingested));
    printed.catch(() => {});
  };
  try {
    await ingestPaths(add, paths, terminal.stdin, fetchAt, tell, begin);
    await printed;
    if (follow && unread.size > 0) {
      of = of === null ? null : of + unread.size;
      await ingestPaths(add, [...unread], terminal.stdin, fetchAt, tell, begin);
      await printed;
    }
  } finally {
    await web.close();
    await library.close();
    await changer.close();
  }
  terminal.say(
    `${counts.new} added, ${counts.revised} revised, ${counts.unchanged + counts.copy} already there, ${counts.failed} failed.`,
  );
  return counts.failed === 0 ? 'done' : 'failed';
}
