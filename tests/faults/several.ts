import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { openDatabase } from '../../src/corpus/postgres/open.ts';
import { isRefusal, type Refusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Gate } from '../postgres/gate.ts';
import { SECOND } from './hurried-timer.ts';
import { LEASE_MS } from './lease.ts';
import { deliveryIn } from './one-bot.ts';
import { pierName } from './pier-news.ts';
import type { Round } from './sharing.ts';

const BOTS = 4;
const CHANNELS = ['briefing', 'general', 'random'];
const PIERS_A_DAY = 3;
const DAY_MS = 86_400_000;
/** Between rounds, in milliseconds of the bots' clock: longer than an absence proves nothing. */
const ROUND_MS = 150_000;
const MOST_ROUNDS = 30;
/** A kill comes no later than this after a round began, in milliseconds. */
const LATEST = 400;

interface Bot {
  readonly ready: Promise<unknown>;
  /** Resolves when it has done a round, or has ended. */
  readonly round: (round: Round) => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** What days of several bots came to. */
export interface SharedTally {
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
  /** What became of each digest, for whoever has to find out why one was lost. */
  readonly ledger: string;
}

/**
 * Lets bots share a database for some days, each day one or more killed and the database cut off at random, and counts
 * what channels were told.
 */
export async function severalBots(
  database: string,
  gate: Gate,
  bundle: string,
  days: number,
): Promise<SharedTally> {
  const begun = performance.now();
  let now = Date.parse('2026-03-02T06:00:00.000Z');
  const clock = () => now + ((performance.now() - begun) / SECOND) * 1_000;
  const manifest = parse(await readFile(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
  const workspace = given(await startWorkspace({ port: 0, manifest, clock }));
  const corpus = given(await openDatabase(database, () => new Date(now)));
  const channels = await subscribeAll(corpus, workspace, now);
  const start = () => startBot([bundle, gate.url, workspace.apiUrl, workspace.botToken]);
  const bots = Array.from({ length: BOTS }, start);
  await Promise.all(bots.map(({ ready }) => ready));
  let kills = 0;
  let killedAt = Number.NEGATIVE_INFINITY;
  // Rounds take less than a tenth of a second, and pass by a channel whose turn a killed bot had.
  const mayBeHeld = () => performance.now() - killedAt < 2 * LEASE_MS;
  let piers = 0;
  try {
    for (let day = 0; day < days; day += 1) {
      now = Date.parse('2026-03-02T09:00:00.000Z') + day * DAY_MS;
      const news = Array.from({ length: PIERS_A_DAY }, () => piers++);
      for (let round = 0; round < MOST_ROUNDS || mayBeHeld(); round += 1) {
        const orders = { now: new Date(now).toISOString(), piers: news };
        const rounds = bots.map((bot) => bot.round(orders));
        // The last day ends in peace, so that all is settled.
        const isRough = round < 2 && day < days - 1;
        if (isRough && Math.random() < 0.5) {
          await pause(Math.random() * LATEST);
          await gate.close();
          await pause(Math.random() * LATEST);
          await gate.open();
        }
        for (const at of isRough ? victims() : []) {
          const victim = bots[at];
          await pause(Math.random() * LATEST);
          await victim?.kill();
          killedAt = performance.now();
          bots[at] = start();
          kills += 1;
        }
        await Promise.all([...rounds, ...bots.map(({ ready }) => ready)]);
        if (await isQuiet(corpus, channels, now)) break;
        now += ROUND_MS;
      }
    }
    const ledger = await ledgerOf(corpus, channels);
    return { kills, ...count(workspace, channels, piers), ledger };
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await corpus.close();
    await workspace.close();
  }
}

async function ledgerOf(corpus: OwnedCorpus, channels: readonly string[]): Promise<string> {
  const all = await Promise.all(channels.map((channel) => corpus.deliveries(channel)));
  return all
    .flat()
    .map(({ id, state, reason, digest: { after, upTo, sources }, at }) =>
      [id, state, reason, `${after} to ${upTo}`, `${sources.length} articles`, at].join(' '),
    )
    .join('\n');
}

async function subscribeAll(
  corpus: OwnedCorpus,
  workspace: Workspace,
  now: number,
): Promise<readonly string[]> {
  const channels = CHANNELS.map((name) => workspace.channel(name));
  for (const name of CHANNELS) workspace.invite(name);
  for (const channel of channels) {
    await corpus.subscribe({
      ...{ channel, topics: [], by: workspace.person.id, startsAfter: 0 },
      schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: ['08:30'], timeZone: 'UTC' },
      since: new Date(now).toISOString(),
    });
  }
  return channels;
}

/** The places of one or two bots. */
function victims(): readonly number[] {
  const first = Math.floor(Math.random() * BOTS);
  return Math.random() < 0.5 ? [first] : [first, (first + 1) % BOTS];
}

/** Whether every channel has the day's digest, or there was nothing to tell, and nothing is open; what was refused is. */
async function isQuiet(
  corpus: OwnedCorpus,
  channels: readonly string[],
  now: number,
): Promise<boolean> {
  const today = new Date(now).toISOString().slice(0, 10);
  for (const channel of channels) {
    const deliveries = await corpus.deliveries(channel);
    const isDone = deliveries.some(
      ({ slot, state }) => slot.startsWith(today) && (state === 'posted' || state === 'empty'),
    );
    if (!isDone) return false;
    if (deliveries.some(({ state }) => state === 'claimed' || state === 'unknown')) return false;
  }
  return true;
}

function startBot(args: readonly string[]): Bot {
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('no pipes');
  stdin.on('error', () => {});
  const ended = once(child, 'close');
  const lines = createInterface({ input: stdout });
  const next = () => Promise.race([once(lines, 'line'), ended]);
  return {
    ready: next(),
    async round(round) {
      const done = next();
      stdin.write(`${JSON.stringify(round)}\n`);
      await done;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function count(workspace: Workspace, channels: readonly string[], piers: number) {
  const posted = workspace.log.filter(({ metadata }) => metadata !== undefined);
  const messages = posted.map(({ metadata }) => deliveryIn(metadata) ?? '');
  const twice = messages.length - new Set(messages).size;
  const told = channels.flatMap((channel) =>
    Array.from({ length: piers }, (_, n) => {
      const tellers = posted.filter(
        (message) =>
          message.channel === channel &&
          JSON.stringify(message.blocks).includes(`Pier ${pierName(n)} is closed`),
      );
      return new Set(tellers.map(({ metadata }) => deliveryIn(metadata))).size;
    }),
  );
  return {
    lost: told.filter((times) => times === 0).length,
    doubled: told.filter((times) => times > 1).length + twice,
  };
}

function given<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${value.next}`);
  return value;
}
