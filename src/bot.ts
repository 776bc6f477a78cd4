import { join } from 'node:path';
import { inspect } from 'node:util';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import type { Round } from './digest/deliver.ts';
import { forgetDeliveries } from './digest/forget.ts';
import type { Ports } from './digest/ports.ts';
import { startSchedule } from './digest/run.ts';
import { shareTurns } from './digest/share-turns.ts';
import { keepFollowing } from './ingest/feeds/keep-following.ts';
import { suggestionsFromFile } from './ingest/feeds/suggestions.ts';
import type { Watch } from './ingest/inbox/look-again.ts';
import { watchAsOwner } from './ingest/inbox/watch-as-owner.ts';
import { watchFolder } from './ingest/inbox/watch-folder.ts';
import { type InboxNews, watchInbox } from './ingest/inbox/watch-inbox.ts';
import { openLibrary } from './ingest/library.ts';
import { keepFor, type Removed } from './ingest/retention.ts';
import { openWeb } from './ingest/web/open-web.ts';
import { isRefusal, type Refusal } from './news/refusal.ts';
import { environment, readSettings } from './settings.ts';
import { buildApp } from './slack/app.ts';
import { composeApart } from './slack/composing/compose-apart.ts';
import { postingClient } from './slack/connect.ts';
import { deliveringPorts } from './slack/delivering.ts';
import { countInFlight } from './slack/in-flight.ts';
import { keepLimits } from './slack/limits.ts';
import { redact } from './slack/logger.ts';
import { PACE } from './slack/pace.ts';
import { rememberShown } from './slack/shown.ts';
import { startApp } from './slack/start.ts';
import { tellFeedNews } from './slack/telling.ts';
import { openVenue } from './venue.ts';

/** How long a shutdown waits for what is under way, in milliseconds. */
const DEADLINE = 8_000;

let isStopping = false;
const root = join(import.meta.dirname, '..');
const settings = orStop(readSettings(environment()));
const log = pino(
  { level: settings.logLevel, serializers: { err: (error) => redact(inspect(error)) } },
  pino.destination({ dest: 2, sync: true }),
);

// A connection lost for good, or a defect: say so and leave; whatever supervises us starts us again.
process.on('unhandledRejection', (cause) => {
  log.fatal(redact(`Stopping: ${cause instanceof Error ? cause.stack : cause}`));
  process.exit(1);
});

const corpus = orStop(await openLibrary(settings.library, join(root, 'seeds')));
for (const { refused, next } of corpus.problems()) log.warn(`${refused} ${next}`);

const venue = orStop(await openVenue(settings, corpus, root));
const poster = new WebClient(venue.credentials.botToken, postingClient(venue.apiUrl));
const turns = shareTurns(corpus);
const ports: Ports = {
  ...deliveringPorts(poster, venue.page, keepLimits(), turns.postInTurn),
  clock: () => new Date().toISOString(),
  inTurn: turns.inTurn,
  assertOurs: turns.assertOurs,
};
const { editors } = settings;
const composer = composeApart();
const memory = { shown: rememberShown(), inFlight: countInFlight(), homes: new Set<string>() };
const web = openWeb({ privateHosts: settings.privateHosts });
const following = keepFollowing(corpus, web, tellFeedNews(poster), hearFeed);
const { sources } = following;
const suggestions = orNone(await suggestionsFromFile(join(root, 'seeds/feeds.yml')));
const [page, pace] = [venue.page, PACE];
const desk = {
  corpus,
  log,
  editors,
  page,
  composer,
  poster,
  ports,
  sources,
  suggestions,
  pace,
  ...memory,
};
const app = buildApp(desk, venue.credentials, venue.apiUrl);
orStop(await startApp(app, venue.credentials));

const folder = settings.dataFolder;
// A library in a folder made this process its owner; one in a database says nothing of the folder.
const watches = orStop(
  settings.library === folder
    ? await beginWatches()
    : await watchAsOwner(folder, beginWatches, (refusal) => hearInbox({ kind: 'failed', refusal })),
);
following.begin();
composer.begin();
const schedule = startSchedule(corpus, ports, hearRound);
const { keepDays } = settings;
const retention =
  keepDays === undefined
    ? undefined
    : keepFor(keepDays, corpus, forgetBefore, hearRemoved, hearFailed);
console.log(venue.welcome);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shutDown(0));

function hearInbox(news: InboxNews): void {
  if ('refusal' in news) log.warn(`${news.refusal.refused} ${news.refusal.next}`);
  else if (news.kind === 'file') log.info(`Read ${news.path} (${news.change})`);
}

/** Reads what is dropped into the inbox or the watched folder, from now on. */
async function beginWatches(): Promise<Watch | Refusal> {
  const inbox = await watchInbox(corpus, folder, hearInbox);
  if (isRefusal(inbox) || settings.watchFolder === undefined) return inbox;
  const watched = await watchFolder(corpus, folder, settings.watchFolder, hearInbox);
  if (!isRefusal(watched)) return { stop: () => stopBoth(inbox, watched) };
  await inbox.stop();
  return watched;
}

async function stopBoth(...both: readonly Watch[]): Promise<void> {
  await Promise.all(both.map((watch) => watch.stop()));
}

function forgetBefore(before: string, isStopping: () => boolean): Promise<number> {
  return forgetDeliveries(corpus, before, ports, isStopping);
}

function hearRemoved({ articles, deliveries }: Removed): void {
  log.info(
    `Removed what is older than KEEP_DAYS=${keepDays}: articles: ${articles}, records of digests: ${deliveries}`,
  );
}

function hearFailed(error: unknown): void {
  log.error(
    { err: error },
    'What is older than KEEP_DAYS could not all be removed; this is tried again in a day',
  );
}

/** What is no feed's fault, such as a full disk; how a feed is doing is kept with it. */
function hearFeed(url: string, error: unknown): void {
  log.error({ err: error }, `${url} could not be taken in`);
}

/** A round's failures are for the log; a revoked token is the end of the app. */
function hearRound({ failures, stop }: Round): void {
  for (const { channel, error } of failures) log.error({ err: error }, `No digest for ${channel}`);
  if (stop === null) return;
  log.fatal(`Stopping: Slack refused the bot (${stop}). Install the app again, then start again.`);
  void shutDown(1);
}

/**
 * Takes nothing new in, finishes what is under way, and lets go of the data folder. What is not finished in time is
 * found again at the next start.
 */
async function shutDown(status: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(status || 1), DEADLINE);
  const running = [schedule, following, watches, ...(retention ? [retention] : [])];
  await Promise.all([app.stop(), ...running.map((one) => one.stop())]);
  await memory.inFlight.settled();
  await venue.close();
  await composer.close();
  await corpus.close();
  process.exit(status);
}

/** Suggestions that can't be read are no reason not to start. */
function orNone<T>(found: readonly T[] | Refusal): readonly T[] {
  if (!isRefusal(found)) return found;
  log.warn(`${found.refused} ${found.next}`);
  return [];
}

function orStop<T>(value: T | Refusal): T {
  if (!isRefusal(value)) return value;
  console.error(`${value.refused}\n${value.next}`);
  process.exit(1);
}
