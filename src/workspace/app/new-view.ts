import { fillIds } from '../block-kit/check-blocks.ts';
import type { GivenView } from '../block-kit/check-view.ts';
import { randomId } from '../random-id.ts';
import type { View } from '../state.ts';
import type { World } from '../world.ts';

/** A view as Slack keeps it: ids filled in, beneath the modal it is pushed on, or in place of `instead`. */
export function newView(
  world: World,
  given: GivenView,
  { under, instead }: { under?: View | undefined; instead?: View | undefined } = {},
): View {
  const id = instead?.id ?? `V${randomId(5).toUpperCase()}`;
  const modal = given.type === 'modal' ? given : undefined;
  return {
    id,
    type: given.type,
    title: modal?.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    close: modal?.close ?? null,
    submit: modal?.submit ?? null,
    blocks: fillIds(given.blocks),
    callback_id: given.callback_id ?? '',
    external_id: given.external_id ?? '',
    private_metadata: given.private_metadata ?? '',
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    hash: `${Math.floor(world.now() / 1_000)}.${randomId(4)}`,
    previous_view_id: instead?.previous_view_id ?? under?.id ?? null,
    root_view_id: instead?.root_view_id ?? under?.root_view_id ?? id,
  };
}
