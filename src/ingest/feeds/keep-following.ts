import type { OwnedCorpus } from '../../corpus/owned-corpus.ts';
import { fileReaders } from '../files/file-readers.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Web } from '../web/web.ts';
import { feedReader } from './feed-reader.ts';
import { sourcesOf } from './follow.ts';
import { poller, type TellFeedNews } from './poller.ts';
import type { Sources } from './sources.ts';

const LOOK_AGAIN_MS = 15_000;

/** Feeds being followed. */
export interface KeptFollowing {
  readonly sources: Sources;
  /** Asks what is due, now and from then on. */
  begin(): void;
  /** Resolves when what is under way has ended; the web is closed, so that this is soon. */
  stop(): Promise<void>;
}

/** Follows the feeds of a corpus, beside whoever else has it open. */
export function keepFollowing(
  corpus: OwnedCorpus,
  web: Web,
  tell: TellFeedNews,
  failed: (url: string, error: unknown) => void,
): KeptFollowing {
  const readers = fileReaders();
  const feeds = feedReader();
  const now = () => new Date().toISOString();
  const inTurn = oneAtATime();
  const polling = { corpus, inTurn, web, readers, feeds, now, chance: Math.random };
  const asking = poller(polling, tell, failed);
  let timer: NodeJS.Timeout | undefined;
  const look = () => void asking.pollDue().catch((error: unknown) => failed('feeds', error));
  return {
    sources: sourcesOf(polling, asking),
    begin() {
      timer = setInterval(look, LOOK_AGAIN_MS);
      look();
    },
    async stop() {
      clearInterval(timer);
      asking.stop();
      await web.close();
      await asking.settled();
      await Promise.all([readers.close(), feeds.close()]);
    },
  };
}
