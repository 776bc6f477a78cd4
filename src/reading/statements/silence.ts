import type { CueAt } from './cue-at.ts';

/** Whether the reporter only tells that nothing was said ("did not say who …"), which is no refusal to say it. */
export function isSilence({ silent, class: kind }: CueAt): boolean {
  return silent && (kind === 'says' || kind === 'judges');
}
