import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../src/workspace/state.ts';
import { bundled } from './bundled.ts';
import { type FaultyChannel, faultyChannel } from './channel.ts';

/** What a campaign of faults came to. */
export interface Tally {
  readonly runs: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Articles of a day: as many as a screen holds, and so many that there is a thread. */
const FEW = 2;
const MANY = 12;
const HOUR_MS = 3_600_000;
/** Days on end on which the bot is killed. */
const DAYS_IN_A_ROW = 8;

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
export async function campaign(
  least: { readonly boundaries: number; readonly random: number },
  say: (line: string) => void,
): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-faults-'));
  const bundle = await bundled('bot.ts', folder);
  let runs = 0;
  let before = { lost: 0, doubled: 0 };
  const total = { lost: 0, doubled: 0 };
  const tell = async (channel: FaultyChannel, what: string, ran: number) => {
    await channel.day(0, {});
    await channel.day(0, {});
    const counted = channel.count();
    const [lost, doubled] = [counted.lost - before.lost, counted.doubled - before.doubled];
    before = counted;
    total.lost += lost;
    total.doubled += doubled;
    runs += ran;
    say(`${String(ran).padStart(5)} runs, ${lost} lost, ${doubled} doubled: ${what}`);
  };
  try {
    for (const mayLook of [true, false]) {
      before = { lost: 0, doubled: 0 };
      const how = mayLook ? 'may look' : 'must ask';
      const channel = await faultyChannel(join(folder, `${mayLook}`), bundle, mayLook);
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
        await tell(
          channel,
          `killed at ${every === 1 ? 'each' : `one in ${every}`} of ${passed} boundaries, ${articles} articles, ${how}`,
          ran,
        );
      }
      for (const [name, faults] of Object.entries(FAULTS)) {
        channel.workspace.fault('chat.postMessage', ...faults);
        await channel.day(FEW, {});
        channel.workspace.fault('conversations.history', ...faults);
        channel.workspace.fault('chat.postMessage', { kind: 'no-answer', when: 'after' });
        await channel.day(MANY, {});
        await tell(channel, `${name}, ${how}`, 2);
        channel.workspace.forgetFaults();
      }
      channel.workspace.removeBot('briefing');
      await channel.day(FEW, {});
      await tell(channel, `removed from the channel, ${how}`, 1);
      for (const skew of [-30 * HOUR_MS, 50 * HOUR_MS, 0]) await channel.day(FEW, { skew });
      await tell(channel, `clock set back and ahead, ${how}`, 3);
      for (let edit = 0; edit < 6; edit += 1) await channel.day(FEW, { reschedule: true });
      await tell(channel, `schedule edited as the digest is due, ${how}`, 6);
      await atRandom(channel, Math.ceil(least.random / 2));
      await tell(
        channel,
        `killed at random, with faults drawn at random, ${how}`,
        Math.ceil(least.random / 2),
      );
      await channel.close();
    }
    return { runs, ...total };
  } finally {
    await rm(folder, { recursive: true, force: true });
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
