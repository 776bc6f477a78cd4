import type { Ports, PostOutcome } from '../../src/digest/ports.ts';
import { takeTurns } from '../../src/digest/turns.ts';

export const posted: PostOutcome = { outcome: 'posted', ts: '1.0' };

/** Ports of a Slack that takes whatever is told and finds nothing, at this moment, with this `post`. */
export function portsWith(now: string, post: Ports['post']): Ports {
  return {
    post,
    lookUp: async () => ({ outcome: 'absent' }),
    tell: async () => posted,
    ask: async () => posted,
    clock: () => now,
    inTurn: takeTurns(),
  };
}
