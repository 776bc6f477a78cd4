import { setTimeout } from 'node:timers/promises';
import { deliverDue } from '../src/digest/deliver.ts';
import { deliveringPorts } from '../src/slack/delivering.ts';
import { keepLimits } from '../src/slack/limits.ts';
import { PER_WORKSPACE } from '../src/workspace/api/allowance.ts';
import { generatedNews } from '../tests/digest/generated-news.ts';
import { type Office, openOffice } from '../tests/slack/office.ts';
import { percentile } from './percentile.ts';
import { type Row, rowOf } from './row.ts';

const CHANNELS = 1_000;
/** As many as a digest lists without a thread. */
const ARTICLES = 8;
/** Commands are typed one after another, this far apart, in milliseconds. */
const COMMANDS_APART = 400;
const IDLE_COMMANDS = 150;
/** The first commands of a process meet code that nothing has run yet. */
const WARM_UP = 30;
const DAY_MS = 86_400_000;

/**
 * By the clock: the delivery of a digest to 1,000 channels whose slot is the same, through the whole app to a strict
 * workspace, beside the least time that the workspace's limits allow; and `/brief` over the socket meanwhile beside
 * `/brief` when nothing else goes on, the slowest of a hundred each.
 */
export async function digestFanout(): Promise<readonly Row[]> {
  const names = Array.from({ length: CHANNELS }, (_, at) => `channel-${at}`);
  const channels = ['briefing', ...names].map((name) => ({ name, bot: true }));
  const office = await openOffice({ seed: { channels } });
  try {
    await subscribeAll(office, names);
    await office.corpus.add(generatedNews(ARTICLES));
    for (let at = 0; at < WARM_UP; at += 1) await timed(office);
    const idle: number[] = [];
    while (idle.length < IDLE_COMMANDS) idle.push(await timed(office));

    const busy: number[] = [];
    let isOver = false;
    const asking = async () => {
      while (!isOver) busy.push(await timed(office));
    };
    const took = await timeOf(async () => {
      const asked = asking();
      await deliverAll(office);
      isOver = true;
      await asked;
    });
    const { burst, perSecond } = PER_WORKSPACE;
    const least = ((CHANNELS - burst) / perSecond) * 1_000;
    return [
      rowOf(
        'digest-fanout',
        `the least that limits allow for ${CHANNELS} channels`,
        took / least,
        1.05,
      ),
      rowOf(
        'digest-fanout-command',
        '/brief when idle, p99',
        percentile(busy, 0.99) / percentile(idle, 0.99),
        2,
      ),
    ];
  } finally {
    await office.close();
  }
}

async function subscribeAll({ corpus, workspace }: Office, names: readonly string[]) {
  const { lastArrival: startsAfter } = await corpus.size();
  const since = new Date(Date.now() - DAY_MS).toISOString();
  for (const name of names) {
    await corpus.subscribe({
      ...{ channel: workspace.channel(name), topics: [], by: workspace.person.id, startsAfter },
      schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: ['00:00'], timeZone: 'UTC' },
      since,
    });
  }
}

/** One round, by real limits. Throws where a channel has not its one digest after it. */
async function deliverAll({ corpus, workspace, desk }: Office): Promise<void> {
  const ports = { ...desk.ports, ...deliveringPorts(desk.poster, undefined, keepLimits()) };
  const { failures } = await deliverDue(corpus, ports);
  if (failures.length > 0) throw failures[0]?.error;
  const told = workspace.log.flatMap(({ metadata, channel }) => (metadata ? [channel] : []));
  if (told.length !== CHANNELS || new Set(told).size !== CHANNELS) {
    throw new Error(`${told.length} digests in ${new Set(told).size} of ${CHANNELS} channels.`);
  }
}

/** Types `/brief opm`, and gives the milliseconds until the answer is there. */
async function timed({ ask, workspace }: Office): Promise<number> {
  const took = await timeOf(async () => {
    const { user, text } = await ask('/brief opm');
    if (user !== workspace.bot) throw new Error(`Not answered: ${text}`);
  });
  await setTimeout(COMMANDS_APART);
  return took;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
