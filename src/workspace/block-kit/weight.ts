/**
 * What all blocks of a message may weigh together. Slack states no figure. Two reports fit this
 * one: 13,297 characters passed in a single block, and each further block took 125 off
 * (bolt-js issue 2509); 11,341 characters in many blocks did not pass (issue 2867).
 */
export const HEAVIEST_MESSAGE = 13_297 + 125;

const BLOCK = 125;

/** The weight of a message's blocks: their characters, and a fixed amount a block. */
export function blockWeight(blocks: readonly unknown[]): number {
  return blocks.length * BLOCK + characters(blocks);
}

function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + characters(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : characters(inner)),
    0,
  );
}
