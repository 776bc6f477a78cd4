import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WebClock } from '../../../src/ingest/web/web.ts';

/** A clock that stands still until somebody waits: then it jumps there at once. */
export function jumpingClock(
  start = Date.UTC(2026, 0, 1),
): WebClock & { advance(ms: number): void } {
  let time = start;
  return {
    now: () => time,
    async wait(milliseconds) {
      time += milliseconds;
      await nextTurn();
    },
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
