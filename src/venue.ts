import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Corpus } from './corpus/corpus.ts';
import { isRefusal, type Refusal, refuse } from './news/refusal.ts';
import type { Settings } from './settings.ts';
import type { Credentials } from './slack/connect.ts';
import type { ArticlePage } from './slack/links.ts';
import { startWorkspace } from './workspace/start.ts';
import { stableId } from './workspace/state.ts';
import type { Workspace } from './workspace/workspace.ts';

/** The person of every local workspace. */
const LOCAL_PERSON = stableId('U', 'person');

/** Where the bot meets its users: Slack, or the local workspace. */
export interface Venue {
  readonly credentials: Credentials;
  readonly apiUrl: string;
  /** The page of stored articles, where there is one. */
  readonly page: ArticlePage | undefined;
  /** What to tell whoever started the bot, once it is connected. */
  readonly welcome: string;
  readonly close: () => Promise<void>;
}

/** Opens the venue that the settings name; `root` is the project's folder. */
export async function openVenue(
  { connection, port, apiUrl }: Settings,
  corpus: Corpus,
  root: string,
): Promise<Venue | Refusal> {
  switch (connection.kind) {
    case 'workspace':
      return openWorkspace(port, corpus, root);
    case 'socket':
    case 'http': {
      await forgetWorkspace(corpus);
      const { botToken } = connection;
      const credentials =
        connection.kind === 'socket'
          ? { botToken, appToken: connection.appToken }
          : { botToken, signingSecret: connection.signingSecret, port };
      const welcome = 'Connected to Slack. Type /brief there to begin.';
      return { credentials, apiUrl, page: undefined, welcome, close: async () => {} };
    }
  }
}

async function openWorkspace(port: number, corpus: Corpus, root: string): Promise<Venue | Refusal> {
  const manifest: unknown = parse(await readFile(join(root, 'manifest.yml'), 'utf8'));
  const showArticle = (id: string, revision?: number) => corpus.article(id, revision);
  const subscriptions = await corpus.subscriptions();
  if (subscriptions.some(({ by }) => by !== LOCAL_PERSON)) return belongsToSlack();
  const workspace = await startWorkspace({ port, manifest, showArticle });
  if (isRefusal(workspace)) return workspace;
  await subscribeFirstChannel(workspace, corpus);
  const { botToken, appToken, apiUrl, url } = workspace;
  return {
    credentials: { botToken, appToken },
    apiUrl,
    page: articlePage(url),
    welcome: `Open ${url} in a browser and type /brief opm`,
    close: workspace.close,
  };
}

/** In the local workspace every channel of Slack's would be missing, and its digest paused. */
function belongsToSlack(): Refusal {
  return refuse(
    'The data folder holds subscriptions of a Slack workspace, and no token is set.',
    'Put the tokens into .env (see .env.example), or set DATA_FOLDER to another folder to use the local workspace.',
  );
}

/** Channels of the local workspace mean nothing to Slack: what was subscribed while trying it out ends here. */
async function forgetWorkspace(corpus: Corpus): Promise<void> {
  for (const { channel, by } of await corpus.subscriptions()) {
    if (by === LOCAL_PERSON) await corpus.unsubscribe(channel);
  }
}

function articlePage(url: string): ArticlePage {
  return ({ articleId, revision, start, end }) => {
    const page = `${url}articles/${encodeURIComponent(articleId)}/${revision ?? ''}`;
    return start === undefined ? page : `${page}?start=${start}&end=${end}#cited`;
  };
}

/** So that an article dropped into the inbox shows the whole loop by `/digest now`. */
async function subscribeFirstChannel(workspace: Workspace, corpus: Corpus): Promise<void> {
  const channel = workspace.channel('briefing');
  const known = await corpus.deliveries(channel);
  if (known.length > 0 || (await corpus.subscriptions()).length > 0) return;
  await corpus.subscribe({
    channel,
    topics: [],
    schedule: {
      days: [1, 2, 3, 4, 5],
      times: ['08:30'],
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    by: workspace.person.id,
    since: new Date().toISOString(),
    startsAfter: (await corpus.size()).lastArrival,
  });
}
