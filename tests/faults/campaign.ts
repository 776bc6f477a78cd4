import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../src/workspace/state.ts';
import { type FaultyChannel, faultyChannel } from './channel.ts';
import { type Bundle, bundleInto } from './one-bot.ts';

/** What a campaign of faults came to. */
export interface Tally {
  readonly runs: number;
  readonly lost: number;
  readonly doubled: number;
}

/** How much of a campaign is wanted at least. */
interface Least {
  /** Boundaries of a delivery that the bot is killed at, of those there are. */
  readonly boundaries: number;
  /** Runs drawn at random. */
  readonly random: number;
}

/** Articles of a day: as many as a screen holds, and so many that there is a thread. */
const FEW = 2;
const MANY = 12;
const HOUR_MS = 3_600_000;
/** Days on end on which the bot is killed. */
const DAYS_IN_A_ROW = 8;
/** Runs drawn at random between two counts. */
const BATCH = 50;

const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  'too many (429)': [{ kind: 'rate-limited', retryAfter: 1 }],
  'status 500': [{ kind: 'status', status: 500 }],
  'status 503, twice': [
    { kind: 'status', status: 503 },
    { kind: 'status', status: 503 },
  ],
  internal_error: [{ kind: 'error', error: 'internal_error' }],
  fatal_error: [{ kind: 'error', error: 'fatal_error' }],
  service_unavailable: [{ kind: 'error', error: 'service_unavailable' }],
  'no answer, not accepted': [{ kind: 'no-answer', when: 'before' }],
  'no answer, accepted': [{ kind: 'no-answer', when: 'after' }],
  'disconnected, not accepted': [{ kind: 'disconnect', when: 'before' }],
  'disconnected, accepted': [{ kind: 'disconnect', when: 'after' }],
  'accepted unanswered, then 429': [
    { kind: 'no-answer', when: 'after' },
    { kind: 'rate-limited', retryAfter: 1 },
  ],
  token_revoked: [{ kind: 'error', error: 'token_revoked' }],
};

/**
 * Delivers a digest a day while things fail, in at least so many runs, each with one fault or more: killed at every
 * boundary of the delivery path in turn, every fault of Slack's in turn, then both drawn at random. The workspace's own
 * log is counted. `say` hears a line for each kind.
 */
export async function campaign(least: Least, say: (line: string) => void): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-faults-'));
  const bundle = await bundleInto(folder);
  try {
    const tallies = await Promise.all(
      [true, false].map((mayLook) =>
        campaignOn(join(folder, `${mayLook}`), bundle, mayLook, least, say),
      ),
    );
    const sum = (of: keyof Tally) => tallies.reduce((so, tally) => so + tally[of], 0);
    return { runs: sum('runs'), lost: sum('lost'), doubled: sum('doubled') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The half of a campaign in which the bot may, or may not, look into the channel's history. */
async function campaignOn(
  data: string,
  bundle: Bundle,
  mayLook: boolean,
  least: Least,
  say: (line: string) => void,
): Promise<Tally> {
  const channel = await faultyChannel(data, bundle, mayLook);
  const how = mayLook ? 'may look' : 'must ask';
  let all: Tally = { runs: 0, lost: 0, doubled: 0 };
  const tell = async (what: string, ran: number) => {
    await channel.day(0, {});
    await channel.day(0, {});
    const counted = channel.count();
    const [lost, doubled] = [counted.lost - all.lost, counted.doubled - all.doubled];
    all = { runs: all.runs + ran, ...counted };
    say(`${String(ran).padStart(5)} runs, ${lost} lost, ${doubled} doubled: ${what}, ${how}`);
  };
  try {
    for (const articles of [FEW, MANY]) {
      const { passed } = await channel.day(articles, {});
      const every = Math.max(1, Math.ceil(passed / least.boundaries));
      let ran = 0;
      for (let killAt = 0; killAt < passed; killAt += every) {
        await channel.day(articles, { killAt });
        ran += 1;
        // More than a digest with its thread can list would only be counted in it.
        if (ran % DAYS_IN_A_ROW === 0) await channel.day(0, {});
      }
      const which = every === 1 ? 'each' : `one in ${every}`;
      await tell(`killed at ${which} of ${passed} boundaries, ${articles} articles`, ran);
    }
    for (const [name, faults] of Object.entries(FAULTS)) {
      channel.workspace.fault('chat.postMessage', ...faults);
      await channel.day(FEW, {});
      channel.workspace.fault('conversations.history', ...faults);
      channel.workspace.fault('chat.postMessage', { kind: 'no-answer', when: 'after' });
      await channel.day(MANY, {});
      await tell(name, 2);
      channel.workspace.forgetFaults();
    }
    channel.workspace.removeBot('briefing');
    await channel.day(FEW, {});
    await tell('removed from the channel', 1);
    for (const skew of [-30 * HOUR_MS, 50 * HOUR_MS, 0]) await channel.day(FEW, { skew });
    await tell('clock set back and ahead', 3);
    for (let edit = 0; edit < 6; edit += 1) await channel.day(FEW, { reschedule: true });
    await tell('schedule edited as the digest is due', 6);
    for (let left = Math.ceil(least.random / 2); left > 0; left -= BATCH) {
      const ran = Math.min(BATCH, left);
      await atRandom(channel, ran);
      await tell('killed at random, with faults drawn at random', ran);
    }
    return all;
  } finally {
    await channel.close();
  }
}

async function atRandom(channel: FaultyChannel, count: number): Promise<void> {
  const kinds = Object.values(FAULTS);
  for (let run = 0; run < count; run += 1) {
    if (Math.random() < 0.4) {
      channel.workspace.fault(
        'chat.postMessage',
        ...(kinds[Math.floor(Math.random() * kinds.length)] ?? []),
      );
    }
    if (Math.random() < 0.1) {
      channel.workspace.fault('conversations.history', { kind: 'status', status: 500 });
    }
    await channel.day(Math.random() < 0.2 ? MANY : 1 + Math.floor(Math.random() * 3), {
      killAt: Math.floor(Math.random() * 90),
      reschedule: Math.random() < 0.05,
    });
  }
  channel.workspace.forgetFaults();
}
