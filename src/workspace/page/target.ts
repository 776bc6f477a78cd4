/** What was pressed: a button names its block and its action, and perhaps which of its sides. */
export interface Target {
  readonly blockId: string;
  readonly actionId: string;
  readonly which: string | undefined;
}

/** Reads a button's value; nothing where it is none of ours. */
export function targetOf(pressed: string | undefined): Target | undefined {
  try {
    const [blockId, actionId, which] = JSON.parse(pressed ?? '') as (string | undefined)[];
    return blockId && actionId ? { blockId, actionId, which } : undefined;
  } catch {
    return undefined;
  }
}
