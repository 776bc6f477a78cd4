import { createInterface } from 'node:readline';
import { WebClient } from '@slack/web-api';
import { openCorpus } from '../../src/corpus/open.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { readSchedule } from '../../src/digest/schedule.ts';
import { settle } from '../../src/digest/settle.ts';
import { resume, subscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { postingClient } from '../../src/slack/connect.ts';
import { deliveringPorts } from '../../src/slack/delivering.ts';
import { keepLimits } from '../../src/slack/limits.ts';
import { watchEdges } from './edges.ts';
import { hurriedTimer } from './hurried-timer.ts';

/** What the process is told, as JSON on its first line of input. */
export interface Orders {
  readonly data: string;
  readonly apiUrl: string;
  readonly botToken: string;
  /** ISO 8601 in UTC: its clock, which moves by itself from round to round. */
  readonly now: string;
  /** The boundary to be killed at; null for none. */
  readonly killAt: number | null;
  /** A schedule, in words, that the channel is given just before the digest is delivered. */
  readonly reschedule: string | null;
}

/** How long Slack may take, in milliseconds: no answer is a matter of patience, and a thousand runs have little. */
const PATIENCE_MS = 400;
/** Between rounds, in milliseconds of its clock: longer than an absence proves nothing. */
const ROUND_MS = 150_000;
const MOST_ROUNDS = 40;

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (word: string) => process.stdout.write(`${word}\n`);

void run();

/** Does as ordered, and ends the process. */
async function run(): Promise<void> {
  const orders: Orders = JSON.parse((await lines.next()).value);
  const edges = watchEdges(orders.killAt);
  let now = Date.parse(orders.now);
  const options = { ...postingClient(orders.apiUrl), timeout: PATIENCE_MS };
  const poster = new WebClient(orders.botToken, { ...options, logger: silentLogger() });
  const corpus = await openCorpus(orders.data);
  if (isRefusal(corpus)) throw new Error(`${corpus.refused} ${corpus.next}`);
  const ports = {
    ...deliveringPorts(poster, undefined, keepLimits(hurriedTimer)),
    clock: () => new Date(now).toISOString(),
    inTurn: takeTurns(),
  };
  const [subscription] = await corpus.subscriptions();
  if (subscription === undefined) throw new Error('nobody is subscribed');
  const { channel, topics, by } = subscription;
  if (orders.reschedule !== null) {
    const read = readSchedule(orders.reschedule);
    if (isRefusal(read)) throw new Error(read.refused);
    await subscribe(corpus, { channel, topics, by, schedule: read.schedule }, ports);
  }

  let isQuiet = false;
  for (let round = 0; round < MOST_ROUNDS && !isQuiet; round += 1) {
    const { deliveries, failures, stop } = await deliverDue(corpus, ports);
    const [failure] = failures;
    if (failure !== undefined) throw failure.error;
    if (stop !== null) say(`stopped ${stop}`);
    const ledger = await corpus.deliveries(channel);
    for (const { id, state, toldAt } of ledger) {
      if (state !== 'unknown' || toldAt === undefined) continue;
      say(`asked ${id}`);
      const answer = (await lines.next()).value;
      await settle(corpus, id, answer === 'there' ? 'there' : 'post', ports);
    }
    const last = ledger.filter(({ part }) => part === undefined).at(-1);
    // What an earlier digest was refused is told by a later one.
    const isOpen = ledger.some(
      ({ state, slot, retryAt }) =>
        state === 'claimed' ||
        state === 'unknown' ||
        (state === 'refused' && retryAt !== undefined && slot === last?.slot),
    );
    if (last?.state === 'refused' && !isOpen) {
      say('paused');
      await lines.next();
      await resume(corpus, channel, ports);
    } else isQuiet = deliveries.length === 0 && !isOpen;
    now += ROUND_MS;
  }
  const left = await corpus.deliveries(channel);
  if (!isQuiet) console.error(JSON.stringify(left.slice(-5).map(({ digest: _, ...rest }) => rest)));
  await corpus.close();
  say(`done ${edges.passed()} ${new Date(now).toISOString()}`);
  process.exit(isQuiet ? 0 : 1);
}

function silentLogger() {
  const none = () => {};
  return {
    ...{ debug: none, info: none, warn: none, error: none, setLevel: none, setName: none },
    getLevel: () => 'error' as never,
  };
}
