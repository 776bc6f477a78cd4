import type { World } from '../world.ts';

/** Posts a channel tolerates at once before it asks for one a second. */
const BURST = 4;

/** Takes one post out of a channel's allowance; the seconds to wait where none is left, else 0. */
export function takeAllowance(world: World, channel: string): number {
  const { allowance } = world.state;
  const now = world.now();
  const before = allowance.get(channel) ?? { left: BURST, at: now };
  const left = Math.min(BURST, before.left + Math.max(0, now - before.at) / 1_000);
  if (left < 1) {
    allowance.set(channel, { left, at: now });
    return Math.max(1, Math.ceil(1 - left));
  }
  allowance.set(channel, { left: left - 1, at: now });
  return 0;
}
