import { schedule } from 'node-cron';
import type { Corpus } from '../corpus/corpus.ts';
import { deliverDue, type Round } from './deliver.ts';
import type { Ports } from './ports.ts';
import { nothingQuiet } from './quiet.ts';

/** A running schedule. */
export interface Running {
  /** Begins no further round or channel, and resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Delivers what is due once at the start and then every minute; what is due is read from the ledger each time, so
 * no minute missed loses anything. `heard` gets each round; a round that itself breaks off comes as a failure.
 */
export function startSchedule(
  corpus: Corpus,
  ports: Ports,
  heard: (round: Round) => void,
): Running {
  const quiet = nothingQuiet();
  let underWay: Promise<void> | undefined;
  const stopping = new AbortController();
  const tick = () => {
    if (stopping.signal.aborted || underWay !== undefined) return;
    underWay = deliverDue(corpus, ports, stopping.signal, quiet)
      .catch((error: unknown) => ({
        deliveries: [],
        failures: [{ channel: '', error }],
        stop: null,
      }))
      .then(heard)
      .finally(() => {
        underWay = undefined;
      });
  };
  const task = schedule('* * * * *', tick, { name: 'digest', suppressMissedWarning: true });
  tick();
  return {
    stop: async () => {
      stopping.abort();
      await task.destroy();
      await underWay;
    },
  };
}
