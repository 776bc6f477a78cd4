import type { Message } from './messages/message.ts';
import type { Screen } from './screen.ts';

/** How patient we take people to be, in milliseconds: before they hear that work is under way, and between updates. */
export interface Pace {
  readonly first: number;
  readonly between: number;
  /** How long Slack wants between two messages to one channel; a second unless given. */
  readonly apart?: number;
}

/** Slack takes about one change of a message a second; people read more slowly. */
export const PACE: Pace = { first: 1_200, between: 4_000 };

/** Says how far work is, no more often than the pace allows. */
export interface Telling {
  /** What the work is at now; may be called at any rate. */
  readonly tell: (message: Message) => void;
  /** Ends the telling; resolves when nothing more of it is under way. */
  readonly end: () => Promise<void>;
}

/**
 * Tells a screen of progress: nothing for work that is soon done, otherwise what was told first, then the latest, one
 * update at a time.
 */
export function tellAtPace(
  screen: Pick<Screen, 'progress'>,
  pace: Pace,
  hearFailure: (error: unknown) => void,
): Telling {
  /** The first is shown even where others have come since: it says what the work is. */
  const untold: Message[] = [];
  let timer: NodeJS.Timeout | undefined;
  let state: 'new' | 'waiting' | 'idle' | 'ended' = 'new';
  let isBegun = false;
  let underWay = Promise.resolve();

  const wait = (milliseconds: number) => {
    state = 'waiting';
    timer = setTimeout(() => {
      underWay = update();
    }, milliseconds);
  };
  const update = async () => {
    const message = untold.shift();
    if (!message) {
      state = 'idle';
      return;
    }
    isBegun = true;
    await screen.progress(message).catch(hearFailure);
    if (state === 'waiting') wait(pace.between);
  };
  return {
    tell: (message) => {
      const first = isBegun ? undefined : untold[0];
      untold.splice(0, untold.length, ...(first ? [first] : []), message);
      if (state === 'new') wait(pace.first);
      else if (state === 'idle') wait(0);
    },
    end: async () => {
      state = 'ended';
      clearTimeout(timer);
      await underWay;
    },
  };
}
