import { answering } from '../answering.ts';
import { answerBrief } from '../commands/brief.ts';
import type { Desk } from '../desk.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** A button that asks what its value says, as though it had been typed after `/brief`. */
export function showBrief(desk: Desk) {
  return answering(desk, (pressed: Pressed) =>
    answerBrief(desk, carriedBy(pressed), pressed.body.user.id),
  );
}
