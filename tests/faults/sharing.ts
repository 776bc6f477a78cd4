// One of several bots on one database: does what it is told by a line of JSON, and prints a line when it has.
import { createInterface } from 'node:readline';
import { WebClient } from '@slack/web-api';
import { openDatabase } from '../../src/corpus/postgres/open.ts';
import { StorageError } from '../../src/corpus/storage-error.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { nothingQuiet } from '../../src/digest/quiet.ts';
import { shareTurns } from '../../src/digest/share-turns.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { postingClient } from '../../src/slack/connect.ts';
import { deliveringPorts } from '../../src/slack/delivering.ts';
import { keepLimits } from '../../src/slack/limits.ts';
import { hurriedTimer } from './hurried-timer.ts';
import { LEASE_MS } from './lease.ts';
import { pierNews } from './pier-news.ts';

/** What a bot is told: to take in the news of piers, then to deliver what is due. Cut off, it does so at the next. */
export interface Round {
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly piers: readonly number[];
}

/** How long Slack may take, in milliseconds. */
const PATIENCE_MS = 1_500;

const [database = '', apiUrl = '', botToken = ''] = process.argv.slice(2);
let now = new Date().toISOString();
const open = () => openDatabase(database, () => new Date(now), LEASE_MS);
let opened = await open();
// Whatever starts a bot that found no database starts it again.
while (isRefusal(opened)) opened = await open();
const corpus = opened;
const none = () => {};
const logger = {
  ...{ debug: none, info: none, warn: none, error: none, setLevel: none, setName: none },
  getLevel: () => 'error' as never,
};
const client = new WebClient(botToken, {
  ...postingClient(apiUrl),
  ...{ timeout: PATIENCE_MS, logger },
});
const turns = shareTurns(corpus);
const ports = {
  ...deliveringPorts(client, undefined, keepLimits(hurriedTimer), turns.postInTurn),
  clock: () => now,
  inTurn: turns.inTurn,
  assertOurs: turns.assertOurs,
};
const quiet = nothingQuiet();
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const round: Round = JSON.parse(line);
  now = round.now;
  try {
    for (const pier of round.piers) await corpus.add([pierNews(pier)]);
    const { failures } = await deliverDue(corpus, ports, undefined, quiet);
    for (const { error } of failures) throw error;
    console.log('done');
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    console.log('cut off');
  }
}
