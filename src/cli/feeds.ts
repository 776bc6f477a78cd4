import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { explainFailure } from '../corpus/storage-error.ts';
import { type Discovered, discover } from '../ingest/feeds/discover.ts';
import { feedReader } from '../ingest/feeds/feed-reader.ts';
import type { Following } from '../ingest/feeds/followed.ts';
import { readOpml, writeOpml } from '../ingest/feeds/opml.ts';
import { fileReaders } from '../ingest/files/file-readers.ts';
import type { LibraryChanger } from '../ingest/inbox/change-library.ts';
import { openWeb } from '../ingest/web/open-web.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { checkFeeds } from './check-feeds.ts';
import { printFeeds } from './feed-text.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import { type Home, inLibrary } from './home.ts';
import { printOrWrite } from './print-or-write.ts';
import { repeated } from './repeated.ts';
import type { Terminal } from './terminal.ts';
import { withChanger } from './with-changer.ts';

/** The words that a feed's entries are taken or left out by, as typed. */
interface AddOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** `feeds …`: the feeds that are followed, here or through the bot that is running. */
export function feedsCommand(home: Home, terminal: Terminal): Command {
  const done = (work: () => Promise<Outcome>) => finish(terminal, work);
  const json = ['--json', 'print one JSON object for each feed'] as const;
  return new Command('feeds')
    .summary('follows feeds')
    .description(
      'Follows feeds, beside a running bot or without one. The bot asks them by themselves; without it they are asked by: feeds check.',
    )
    .addCommand(
      new Command('list')
        .description('Lists the feeds that are followed, and how each is doing.')
        .option(...json)
        .action((options: { json?: true }) => done(() => list(home, terminal, options.json))),
    )
    .addCommand(
      new Command('add')
        .description('Follows a feed, or the one that a site names.')
        .argument('<url>', 'address of a feed, or of a site that names one')
        .option(
          '--include <words>',
          'take only entries with these words; may be repeated',
          repeated,
          [],
        )
        .option(
          '--exclude <words>',
          'leave out entries with these words; may be repeated',
          repeated,
          [],
        )
        .action((url: string, options: AddOptions) =>
          done(() => add(home, terminal, url, options)),
        ),
    )
    .addCommand(
      new Command('remove')
        .description('Stops following a feed. What it brought stays in the library.')
        .argument('<url>', 'address of the feed, as feeds list prints it')
        .action((url: string) => done(() => remove(home, terminal, url))),
    )
    .addCommand(
      new Command('check')
        .description('Asks one feed, or all of them, now, as far as their hosts allow it.')
        .argument('[url]', 'address of the feed')
        .option(...json)
        .action((url: string | undefined, options: { json?: true }) =>
          done(() => checkFeeds(home, terminal, url ?? null, options.json)),
        ),
    )
    .addCommand(
      new Command('import')
        .description('Follows the feeds that an OPML file lists.')
        .argument('<file>', 'an OPML file, as other readers export it')
        .action((file: string) => done(() => importOpml(home, terminal, file))),
    )
    .addCommand(
      new Command('export')
        .description('Prints the feeds that are followed as OPML, or writes it to a file.')
        .argument('[file]', 'where to write it; standard output unless given')
        .action((file?: string) => done(() => exportOpml(home, terminal, file))),
    );
}

function list(home: Home, terminal: Terminal, json?: true): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    await printFeeds(terminal, await corpus.feeds(), json);
    return 'done';
  });
}

async function add(
  home: Home,
  terminal: Terminal,
  url: string,
  { include, exclude }: AddOptions,
): Promise<Outcome> {
  const found = await look(home, url);
  if (isRefusal(found)) return found;
  switch (found.kind) {
    case 'article':
      return refuse(`${url} is an article and no feed.`, `Add it: ingest ${url}`);
    case 'choice':
      for (const { url: feed, title } of found.feeds)
        await terminal.print(`${feed}  ${title ?? ''}`.trimEnd());
      return refuse(`${url} names ${found.feeds.length} feeds.`, 'Add one by its own address.');
    case 'feed':
      return withChanger(home, (changer) =>
        followOne(changer, terminal, { ...found.feed, by: null, include, exclude }),
      );
  }
}

/** Looks at an address without keeping anything. */
async function look(home: Home, url: string): Promise<Discovered | Refusal> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const web = openWeb({ privateHosts: settings.privateHosts });
  const readers = fileReaders();
  const feeds = feedReader();
  try {
    return await discover(url, { web, readers, feeds });
  } finally {
    await Promise.all([web.close(), readers.close(), feeds.close()]);
  }
}

async function followOne(
  changer: LibraryChanger,
  terminal: Terminal,
  feed: Following,
): Promise<Outcome> {
  const changed = await changer.change({ kind: 'follow', feed });
  if (isRefusal(changed)) return changed;
  const what = changed.done ? 'followed' : 'followed already';
  await terminal.print(`${what}: ${feed.title ?? feed.url} (${feed.url})`);
  return 'done';
}

function remove(home: Home, terminal: Terminal, url: string): Promise<Outcome> {
  return withChanger(home, async (changer) => {
    const changed = await changer.change({ kind: 'unfollow', url });
    if (isRefusal(changed)) return changed;
    if (!changed.done) return refuse(`${url} is not followed.`, 'See which feeds are: feeds list');
    await terminal.print(`removed: ${url}`);
    return 'done';
  });
}

/** Feeds of a list are followed unread: which of them answer, feeds list tells once they have been asked. */
async function importOpml(home: Home, terminal: Terminal, file: string): Promise<Outcome> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return explainFailure(file, 'read', error);
  }
  const feeds = readOpml(text);
  if (isRefusal(feeds)) return feeds;
  return withChanger(home, async (changer) => {
    let failed = 0;
    for (const [at, { url, title }] of feeds.entries()) {
      terminal.progress({ done: at, of: feeds.length, at: url });
      const feed = { url, title, site: null, by: null, include: [], exclude: [] };
      const outcome = await followOne(changer, terminal, feed);
      if (!isRefusal(outcome)) continue;
      failed += 1;
      terminal.say(sentences(outcome));
    }
    return failed === 0 ? 'done' : 'failed';
  });
}

function exportOpml(home: Home, terminal: Terminal, file?: string): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    const feeds = (await corpus.feeds()).map(({ url, title }) => ({ url, title, folder: null }));
    const text = writeOpml(feeds);
    return printOrWrite(terminal, text, file, `${feeds.length} feeds`);
  });
}
