import type { BriefAnswer } from '../../briefing/brief.ts';
import { briefAsText } from '../../briefing/text.ts';
import { type Message, note } from './message.ts';
import { preformatted, richText } from './rich-text.ts';

/** A brief as text to copy, its lines as they are pasted. */
export function plainTextMessage(brief: BriefAnswer): Message {
  const { text, blocks } = note('To paste into a document or mail:');
  return {
    text,
    blocks: [...blocks, richText(preformatted(briefAsText(brief, brief.title).trimEnd()))],
  };
}
