import type { App } from '@slack/bolt';
import { type Office, openOffice } from '../tests/slack/office.ts';
import { connectApp, openWorkspace } from '../tests/workspace/bolt.ts';
import { filledFolder } from './library.ts';
import { percentile } from './percentile.ts';
import { type Row, rowOf } from './row.ts';

const SMALL = 1_000;
const MIDDLE = 10_000;
const LARGE = 20_000;
const CHARACTERS = 1_000;
const COMMANDS = 300;
const WARM_UP = 20;

/** An app at work that can be sent a command; gives the milliseconds until its answer stands there. */
interface AtWork {
  readonly time: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A bare Bolt app whose one command answers a word, in a workspace of its own. */
async function bareApp(): Promise<AtWork> {
  const workspace = await openWorkspace();
  const app: App = await connectApp(workspace, (bolt) => {
    bolt.command('/echo', async ({ ack, respond }) => {
      await ack();
      await respond('Done.');
    });
  });
  return {
    async time() {
      const before = workspace.log.length;
      const begun = performance.now();
      await workspace.person.type('briefing', '/echo');
      await workspace.when(() => workspace.log[before]);
      return performance.now() - begun;
    },
    async close() {
      await app.stop();
      await workspace.close();
    },
  };
}

/** The bot, over so many articles, asked for the same brief. */
async function bot(articles: number): Promise<AtWork> {
  const { folder, remove } = await filledFolder(articles, CHARACTERS);
  const office: Office = await openOffice({}, [], { folder });
  return {
    async time() {
      const begun = performance.now();
      await office.ask('/brief opm');
      const took = performance.now() - begun;
      // What is remembered of an answer is written once it stands there.
      await office.desk.inFlight.settled();
      return took;
    },
    async close() {
      await office.close();
      await remove();
    },
  };
}

/** Times commands in turns, so that whatever else the machine does befalls all alike. */
async function timesInTurns(all: readonly AtWork[]): Promise<number[][]> {
  for (let at = 0; at < WARM_UP; at += 1) for (const each of all) await each.time();
  const times: number[][] = all.map(() => []);
  for (let at = 0; at < COMMANDS; at += 1)
    for (const [place, each] of all.entries()) times[place]?.push(await each.time());
  return times;
}

/** `/brief opm` over Socket Mode beside a bare app's no-op, at the median and the slowest hundredth, and by size. */
export async function command(): Promise<Row[]> {
  const all: AtWork[] = [];
  try {
    for (const open of [bareApp, () => bot(SMALL), () => bot(MIDDLE), () => bot(LARGE)]) {
      all.push(await open());
    }
    const [bare = [], small = [], middle = [], large = []] = await timesInTurns(all);
    const noOp = 'a command of a bare Bolt app that answers a word; /brief opm, 10,000 articles';
    const ratioAt = (share: number) => percentile(middle, share) / percentile(bare, share);
    return [
      rowOf('command-p50', noOp, ratioAt(0.5), 2, 1.3),
      rowOf('command-p99', noOp, ratioAt(0.99), 2.5, 1.5),
      rowOf(
        'command-growth',
        '/brief opm: 20,000 articles, 1,000',
        percentile(large, 0.5) / percentile(small, 0.5),
        1.5,
        1.15,
      ),
    ];
  } finally {
    for (const each of all) await each.close();
  }
}
