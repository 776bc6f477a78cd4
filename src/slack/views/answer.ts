import type { types } from '@slack/bolt';
import { POST_TO_CHANNEL } from '../actions/ids.ts';
import type { Block, Message } from '../messages/message.ts';

/** An answer as a modal. It belongs to no channel, so that nothing in it can be posted to one. */
export function answerView({ blocks }: Message): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Briefing', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: blocks.flatMap(withoutPosting),
  };
}

function withoutPosting(block: Block): Block[] {
  if (block.type !== 'actions') return [block];
  const elements = block.elements.filter((element) => element.action_id !== POST_TO_CHANNEL);
  return elements.length > 0 ? [{ ...block, elements }] : [];
}
