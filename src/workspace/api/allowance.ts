import type { World } from '../world.ts';

/** How many messages are tolerated at once, and how many a second after that. */
interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/** "1 message per second to a specific channel", bursts tolerated. */
const PER_CHANNEL: Limit = { burst: 4, perSecond: 1 };
/** "Several hundred messages per minute" in the workspace as a whole, taken for 600; "generous burst behavior". */
export const PER_WORKSPACE: Limit = { burst: 60, perSecond: 10 };

/** Stands for the workspace as a whole; no channel has such an id. */
const WORKSPACE = '*';

/** Takes one post out of a channel's allowance and the workspace's; the seconds to wait where one has none left, else 0. */
export function takeAllowance(world: World, channel: string): number {
  const limits = [
    [channel, PER_CHANNEL],
    [WORKSPACE, PER_WORKSPACE],
  ] as const;
  const wait = Math.max(...limits.map(([of, limit]) => waitFor(world, of, limit)));
  if (wait > 0) return wait;
  for (const [of, { burst }] of limits) {
    const { left, at } = world.state.allowance.get(of) ?? { left: burst, at: world.now() };
    world.state.allowance.set(of, { left: left - 1, at });
  }
  return 0;
}

/** Fills an allowance up by the time that has passed; the whole seconds until one is left in it. */
function waitFor(world: World, of: string, { burst, perSecond }: Limit): number {
  const now = world.now();
  const before = world.state.allowance.get(of) ?? { left: burst, at: now };
  const passed = Math.max(0, now - before.at) / 1_000;
  const left = Math.min(burst, before.left + passed * perSecond);
  world.state.allowance.set(of, { left, at: now });
  return left < 1 ? Math.max(1, Math.ceil((1 - left) / perSecond)) : 0;
}
