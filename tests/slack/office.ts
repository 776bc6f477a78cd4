import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { parse } from 'yaml';
import { composeBrief } from '../../src/briefing/compose.ts';
import { composingOnce } from '../../src/briefing/composed-lately.ts';
import { quotesOf } from '../../src/briefing/quotes.ts';
import { sourcesOf } from '../../src/briefing/sources.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import type { Sources } from '../../src/ingest/feeds/sources.ts';
import { suggestionsFromFile } from '../../src/ingest/feeds/suggestions.ts';
import { openLibrary } from '../../src/ingest/library.ts';
import { isRefusal, type Refusal } from '../../src/news/refusal.ts';
import { buildApp } from '../../src/slack/app.ts';
import { postingClient } from '../../src/slack/connect.ts';
import { deliveringPorts } from '../../src/slack/delivering.ts';
import type { Desk } from '../../src/slack/desk.ts';
import { countInFlight } from '../../src/slack/in-flight.ts';
import { keepLimits } from '../../src/slack/limits.ts';
import type { Pace } from '../../src/slack/pace.ts';
import { rememberShown } from '../../src/slack/shown.ts';
import { startApp } from '../../src/slack/start.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import type { Posted } from '../../src/workspace/state.ts';
import type { Options, Workspace } from '../../src/workspace/workspace.ts';
import { memorySources } from './memory-sources.ts';
import { turnedTimer } from './turned-timer.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The real app at work in a workspace of its own, on a library of its own. */
export interface Office {
  readonly workspace: Workspace;
  readonly corpus: OwnedCorpus;
  readonly desk: Desk;
  /** What the log said, a line each. */
  readonly logged: readonly string[];
  /** Types into #briefing, or another channel, and resolves with the answer. */
  readonly ask: (words: string, channel?: string) => Promise<Posted>;
  /** Presses a button and resolves with the next message. */
  readonly press: (action: string) => Promise<Posted>;
  readonly close: () => Promise<void>;
}

/** The manifest as Slack would be given it. */
export async function manifest(): Promise<unknown> {
  return parse(await readFile(join(ROOT, 'manifest.yml'), 'utf8'));
}

/** What an office may be given: its data folder (an empty one of its own), what follows feeds, on its library (nothing is followed), and its patience (endless). */
export interface Given {
  readonly folder?: string;
  readonly sourcesOn?: (corpus: OwnedCorpus) => Sources;
  readonly pace?: Pace;
}

export async function openOffice(
  options: Partial<Options> = {},
  editors: readonly string[] = [],
  {
    sourcesOn = () => memorySources(),
    pace = { first: 600_000, between: 0, apart: 0 },
    folder: given,
  }: Given = {},
): Promise<Office> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'briefing-office-')));
  const corpus = orThrow(await openLibrary(folder, join(ROOT, 'seeds')));
  const workspace = orThrow(
    await startWorkspace({ port: 0, manifest: await manifest(), ...options }),
  );
  const { botToken, appToken, apiUrl } = workspace;
  const poster = new WebClient(botToken, postingClient(apiUrl));
  const logged: string[] = [];
  const desk: Desk = {
    corpus,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    editors,
    page: undefined,
    poster,
    ports: {
      ...deliveringPorts(poster, undefined, keepLimits(turnedTimer())),
      clock: () => new Date().toISOString(),
      inTurn: takeTurns(),
    },
    composer: { brief: composingOnce(composeBrief), quotes: quotesOf, sources: sourcesOf },
    shown: rememberShown(),
    inFlight: countInFlight(),
    sources: sourcesOn(corpus),
    suggestions: orThrow(await suggestionsFromFile(join(ROOT, 'seeds/feeds.yml'))),
    pace,
    homes: new Set(),
  };
  const credentials = { botToken, appToken };
  const app = buildApp(desk, credentials, apiUrl);
  orThrow((await startApp(app, credentials)) ?? {});
  const next = async (act: () => Promise<void>) => {
    const before = workspace.log.length;
    await act();
    return workspace.when(() => workspace.log[before]);
  };
  return {
    workspace,
    corpus,
    desk,
    logged,
    ask: async (words, channel = 'briefing') => {
      const before = workspace.log.length;
      await workspace.person.type(channel, words);
      return workspace.when(() =>
        workspace.log
          .slice(before)
          .find((message) => message.visibleTo && message.channel === workspace.channel(channel)),
      );
    },
    press: (action) => next(() => workspace.person.press(action)),
    close: async () => {
      await app.stop();
      await desk.inFlight.settled();
      await workspace.close();
      await corpus.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** All that a reader of a message sees, as one string. */
export function seen(message: {
  readonly blocks?: readonly unknown[];
  readonly text: string;
}): string {
  const words: string[] = [];
  const gather = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(gather);
    else if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part)) {
        if (key === 'text' && typeof value === 'string') words.push(value);
        else gather(value);
      }
    }
  };
  gather(message.blocks ?? []);
  return words.length > 0 ? words.join('') : message.text;
}

function orThrow<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${value.next}`);
  return value;
}
