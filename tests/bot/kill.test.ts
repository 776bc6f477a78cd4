import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { deliverNow } from '../../src/digest/now.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { watchInbox } from '../../src/ingest/inbox/watch-inbox.ts';
import { openLibrary } from '../../src/ingest/library.ts';
import { isRefusal, type Refusal } from '../../src/news/refusal.ts';
import { postingClient } from '../../src/slack/connect.ts';
import { deliveringPorts } from '../../src/slack/delivering.ts';
import { keepLimits } from '../../src/slack/limits.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { manifest } from '../slack/office.ts';
import { turnedTimer } from '../slack/turned-timer.ts';
import { startBot } from './child.ts';

/** How often the bot is killed: more with KILLS=100. */
const KILLS = Number(process.env.KILLS ?? 10);
/** No kill comes later than this after the order to post, in milliseconds: by then it is done. */
const LATEST = 250;

describe('a bot killed at any moment of reading or posting', () => {
  it(
    `keeps every article and posts none twice, over ${KILLS} kills`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'briefing-kill-'));
      const data = join(folder, 'data');
      let ahead = 0;
      const clock = () => Date.now() + ahead;
      const workspace = orThrow(
        await startWorkspace({ port: 0, manifest: await manifest(), clock }),
      );
      const channel = workspace.channel('briefing');
      try {
        await subscribeFirst(data, workspace);
        for (let kill = 0; kill < KILLS; kill += 1) {
          const { botToken, appToken, apiUrl } = workspace;
          const bot = startBot({
            DATA_FOLDER: data,
            SLACK_API_URL: apiUrl,
            SLACK_BOT_TOKEN: botToken,
            SLACK_APP_TOKEN: appToken,
          });
          await bot.ready;
          await dropArticle(data, kill);
          // At a moment drawn at random, or as soon as something is posted: before the bot has heard of it.
          ahead += 2_000;
          const ordered = (kill % 2 === 0 ? order(workspace) : untilPosted(workspace)).catch(
            () => {},
          );
          await (kill % 2 === 0 ? after(Math.random() * LATEST) : ordered);
          bot.process.kill('SIGKILL');
          await Promise.all([bot.ended, ordered]);
        }
        await finish(data, workspace, () => {
          ahead += 2_000;
        });
        const told = Array.from({ length: KILLS }, (_, kill) =>
          timesTold(workspace, channel, kill),
        );
        expect(told).toEqual(Array(KILLS).fill(1));
      } finally {
        await workspace.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
    60_000 + KILLS * 10_000,
  );
});

function order(workspace: Workspace): Promise<void> {
  return workspace.person.type('briefing', '/digest now');
}

/** Orders the digest until there is one: what was dropped may not have been read yet. */
async function untilPosted(workspace: Workspace): Promise<void> {
  for (let isPosted = false; !isPosted; ) {
    const seen = workspace.log.length;
    void order(workspace).catch(() => {});
    const next = await workspace.when(() => workspace.log[seen]);
    isPosted = next.metadata !== undefined;
  }
}

/** Dropped as a careful program would: complete at once, by rename. */
async function dropArticle(data: string, n: number): Promise<void> {
  const text = `The harbor office closed pier ${marker(n)} on Monday after divers found cracks in its posts, the mayor said.\n`;
  const written = join(data, '..', `pier-${n}.txt`);
  await writeFile(written, `Pier ${marker(n)} is closed\n\n${text}`);
  await rename(written, join(data, 'inbox', `pier-${n}.txt`));
}

/** A word that no other article has. */
function marker(n: number): string {
  return `Q${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
}

/** In how many digests an article is listed; alike ones share a story, and so its line. */
function timesTold(workspace: Workspace, channel: string, n: number): number {
  return workspace.log.filter(
    (message) =>
      message.channel === channel &&
      message.metadata !== undefined &&
      JSON.stringify(message.blocks).includes(`Pier ${marker(n)} is closed`),
  ).length;
}

async function subscribeFirst(data: string, workspace: Workspace): Promise<void> {
  const corpus = await library(data);
  await corpus.subscribe({
    channel: workspace.channel('briefing'),
    topics: [],
    schedule: { days: [1], times: ['08:30'], timeZone: 'UTC' },
    by: 'U0SUBSCRIBER',
    since: new Date().toISOString(),
    startsAfter: (await corpus.size()).lastArrival,
  });
  await corpus.close();
}

/**
 * What the bot itself does when it is left alone for an hour: reads the rest in, settles, posts. The workspace takes
 * one message a second, so its clock goes on before each.
 */
async function finish(data: string, workspace: Workspace, goOn: () => void): Promise<void> {
  const corpus = await library(data);
  await readInbox(corpus, data);
  const poster = new WebClient(workspace.botToken, postingClient(workspace.apiUrl));
  const ports = {
    ...deliveringPorts(poster, undefined, keepLimits(turnedTimer())),
    clock: () => new Date(Date.now() + 3_600_000).toISOString(),
    inTurn: takeTurns(),
  };
  for (let round = 0; round < KILLS + 3; round += 1) {
    const { deliveries, failures } = await deliverDue(corpus, ports);
    expect(failures).toEqual([]);
    const settled = (await corpus.deliveries(workspace.channel('briefing'))).every(
      ({ state }) => state === 'posted' || state === 'empty',
    );
    if (settled && deliveries.length === 0) break;
    goOn();
  }
  await deliverNow(corpus, workspace.channel('briefing'), ports);
  await corpus.close();
}

async function readInbox(corpus: OwnedCorpus, data: string): Promise<void> {
  const left = new Set(
    (await readdir(join(data, 'inbox'))).filter((name) => name.endsWith('.txt')),
  );
  let tell = (_name: string) => {};
  const empty = new Promise<void>((resolve) => {
    if (left.size === 0) resolve();
    tell = (name) => {
      left.delete(name);
      if (left.size === 0) resolve();
    };
  });
  const inbox = orThrow(
    await watchInbox(corpus, data, (news) => {
      if (news.kind === 'file') tell(basename(news.path));
    }),
  );
  await empty;
  await inbox.stop();
}

async function library(data: string): Promise<OwnedCorpus> {
  return orThrow(await openLibrary(data, join(import.meta.dirname, '../../seeds')));
}

function orThrow<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${value.next}`);
  return value;
}
