import { refuse } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { plainTextMessage } from '../messages/plain-text.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** Shows a brief, as its asker saw it, as plain text with numbered citations, to be pasted into a document or mail. */
export function copyAsText(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const brief = desk.shown.find(carriedBy(pressed));
    if (brief !== undefined) return plainTextMessage(brief);
    return refuse(
      'That brief is too old to be shown as text just as you saw it.',
      'Ask for it again, then press the button.',
    );
  });
}
