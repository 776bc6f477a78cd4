import type { Block, Message, OpenView, State } from '../state.ts';

/** An interactive element with the block it stands in. */
export interface Found {
  readonly block: Block;
  readonly element: Readonly<Record<string, unknown>>;
}

/** The element with this `action_id` (and block, where given) among these blocks. */
export function findElement(
  blocks: readonly Block[],
  actionId: string,
  blockId?: string,
): Found | undefined {
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue;
    const inside = [
      block.accessory,
      block.element,
      ...(Array.isArray(block.elements) ? block.elements : []),
    ];
    const element = inside.find(
      (one) => typeof one === 'object' && one !== null && one.action_id === actionId,
    );
    if (element) return { block, element: element as Found['element'] };
    if (Array.isArray(block.child_blocks)) {
      const deeper = findElement(block.child_blocks, actionId);
      if (deeper) return deeper;
    }
  }
  return undefined;
}

/** Where the person presses something: on a message, on the open modal, or on the app's Home. */
export type Place =
  | { readonly on: 'message'; readonly message: Message }
  | { readonly on: 'modal'; readonly open: OpenView }
  | { readonly on: 'home' };

/** The place a press on the page comes from: the message with this `ts`, else the open modal, else Home. */
export function placeOf(state: State, ts: string | undefined): Place {
  const message = state.messages.find((one) => one.ts === ts);
  if (message) return { on: 'message', message };
  const open = state.modals.at(-1);
  return open ? { on: 'modal', open } : { on: 'home' };
}

/** The blocks of a place. */
export function blocksAt(state: State, place: Place): readonly Block[] {
  if (place.on === 'message') return place.message.blocks;
  return (place.on === 'modal' ? place.open.view : state.home)?.blocks ?? [];
}

/** The place that shows an element with this `action_id`: the open modal first, then the newest message, then Home. */
export function findPlace(
  state: State,
  actionId: string,
  ts?: string,
): { readonly place: Place; readonly found: Found } | undefined {
  const open = state.modals.at(-1);
  if (open && ts === undefined) {
    const found = findElement(open.view.blocks, actionId);
    if (found) return { place: { on: 'modal', open }, found };
  }
  for (const message of state.messages.toReversed()) {
    if (ts !== undefined && message.ts !== ts) continue;
    const found = findElement(message.blocks, actionId);
    if (found) return { place: { on: 'message', message }, found };
  }
  const found = state.home && findElement(state.home.blocks, actionId);
  return found && ts === undefined ? { place: { on: 'home' }, found } : undefined;
}
