import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Orders } from './bot.ts';
import { SECOND } from './hurried-timer.ts';
import { type Bundle, deliveryIn, type Ended, type WaitingBot, waitingBot } from './one-bot.ts';
import { pierName, pierNews } from './pier-news.ts';

const DAY_MS = 86_400_000;
const SCHEDULES = [
  'daily 08:30 UTC',
  'daily 08:30 20:15 America/New_York',
  'daily 02:30 Europe/Berlin',
];

/** A channel with a digest, its workspace and its data folder, day after day. */
export interface FaultyChannel {
  readonly workspace: Workspace;
  /** A day passes, so many articles come in, and the bot runs until all is settled, or is killed. */
  readonly day: (
    articles: number,
    how: Partial<Pick<Orders, 'killAt'>> & {
      readonly skew?: number;
      readonly reschedule?: boolean;
    },
  ) => Promise<Ended>;
  /** Articles told not at all, and those told or messages posted more than once. */
  readonly count: () => { readonly lost: number; readonly doubled: number };
  readonly close: () => Promise<void>;
}

/** Opens one; `mayLook` is whether the bot may read the channel's history. */
export async function faultyChannel(
  data: string,
  bundle: Bundle,
  mayLook: boolean,
): Promise<FaultyChannel> {
  let today = Date.parse('2026-03-02T12:00:00.000Z');
  const begun = performance.now();
  const clock = () => today + ((performance.now() - begun) / SECOND) * 1_000;
  const manifest = parse(await readFile(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
  const declinedScopes = mayLook ? [] : ['channels:history', 'groups:history'];
  const workspace = await startWorkspace({ port: 0, manifest, clock, declinedScopes });
  if (isRefusal(workspace)) throw new Error(workspace.refused);
  const channel = workspace.channel('briefing');
  let made = 0;
  let edits = 0;
  let waiting: WaitingBot = waitingBot(bundle);

  await withCorpus(data, (corpus) =>
    corpus.subscribe({
      ...{ channel, topics: [], by: workspace.person.id, startsAfter: 0 },
      schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: ['08:30'], timeZone: 'UTC' },
      since: new Date(today).toISOString(),
    }),
  );

  return {
    workspace,
    async day(articles, { killAt = null, skew = 0, reschedule = false }) {
      today += DAY_MS;
      const first = made;
      made += articles;
      await withCorpus(data, (corpus) =>
        corpus.add(Array.from({ length: articles }, (_, at) => pierNews(first + at))),
      );
      const bot = waiting;
      // The next one loads while this one works.
      waiting = waitingBot(bundle);
      if (reschedule) edits += 1;
      const { apiUrl, botToken } = workspace;
      const now = new Date(today + skew).toISOString();
      const words = reschedule ? (SCHEDULES[edits % SCHEDULES.length] ?? null) : null;
      const orders = { data, apiUrl, botToken, now, killAt, reschedule: words };
      return bot.run(orders, workspace, () => workspace.invite('briefing'));
    },
    count() {
      const posted = workspace.log.filter(
        ({ channel: at, metadata }) => at === channel && metadata,
      );
      const messages = new Map<string, number>();
      const tellers = new Map<string, Set<string>>();
      for (const { metadata, blocks } of posted) {
        const id = deliveryIn(metadata) ?? '';
        messages.set(id, (messages.get(id) ?? 0) + 1);
        const digest = id.split('/').slice(0, 2).join('/');
        for (const [, pier = ''] of JSON.stringify(blocks).matchAll(/Pier (\w+) is closed/g)) {
          tellers.set(pier, (tellers.get(pier) ?? new Set()).add(digest));
        }
      }
      const told = Array.from({ length: made }, (_, n) => tellers.get(pierName(n))?.size ?? 0);
      return {
        lost: told.filter((times) => times === 0).length,
        doubled:
          told.filter((times) => times > 1).length +
          [...messages.values()].filter((times) => times > 1).length,
      };
    },
    async close() {
      waiting.dismiss();
      await workspace.close();
    },
  };
}

type Owned = Exclude<Awaited<ReturnType<typeof openCorpus>>, { refused: string }>;

async function withCorpus<T>(data: string, work: (corpus: Owned) => Promise<T>): Promise<T> {
  const corpus = await openCorpus(data);
  if (isRefusal(corpus)) throw new Error(`${corpus.refused} ${corpus.next}`);
  try {
    return await work(corpus);
  } finally {
    await corpus.close();
  }
}
