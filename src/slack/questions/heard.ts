import type { Question } from './question.ts';

/** How many messages are remembered, the latest heard; Slack repeats an event within some minutes. */
const MOST = 2_000;

/**
 * Remembers which messages have been heard, so that each is answered once: Slack sends an event again whose
 * acknowledgement it missed, may tell of one message by two events, and tells of a mention again when it is edited.
 * True for a message heard for the first time. An edited one from before this memory reaches, `now` at its beginning
 * (milliseconds since 1970), counts as heard.
 */
export function rememberHeard(now: number, most = MOST): (question: Question) => boolean {
  const heard = new Map<string, string>();
  let reaches = now / 1_000;
  return ({ channel, ts, isEdited }) => {
    const key = `${channel} ${ts}`;
    if (heard.has(key) || (isEdited && Number(ts) <= reaches)) return false;
    heard.set(key, ts);
    const [oldest] = heard;
    if (heard.size > most && oldest) {
      heard.delete(oldest[0]);
      reaches = Math.max(reaches, Number(oldest[1]));
    }
    return true;
  };
}
