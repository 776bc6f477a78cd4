import type { SeenCorpus } from '../corpus/reader.ts';
import { readLibrary } from '../ingest/library.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import type { Settings } from '../settings.ts';
import { type Outcome, sentences } from './finish.ts';
import type { Terminal } from './terminal.ts';

/** Where commands find what they work on. */
export interface Home {
  /** Folder with topics.yml and the starter articles. */
  readonly seeds: string;
  /** Read when a command needs them: `inspect` runs without any. */
  readonly settings: () => Settings | Refusal;
}

/** Opens the library to look in, tells of its damaged files, and closes it when `use` is done. */
export async function inLibrary(
  home: Home,
  terminal: Terminal,
  use: (corpus: SeenCorpus) => Promise<Outcome>,
): Promise<Outcome> {
  const settings = home.settings();
  if (isRefusal(settings)) return settings;
  const corpus = await readLibrary(settings.library, home.seeds);
  if (isRefusal(corpus)) return corpus;
  for (const problem of corpus.problems()) terminal.say(sentences(problem));
  try {
    return await use(corpus);
  } finally {
    await corpus.close();
  }
}
