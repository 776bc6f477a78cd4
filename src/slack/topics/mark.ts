import { createHash } from 'node:crypto';
import type { Topic } from '../../news/topic.ts';

/** A short mark of what a topic says, to tell whether it has changed since. */
export function markOf({ title, aliases, questions }: Topic): string {
  const said = JSON.stringify([title, aliases, questions.map(({ ask, words }) => [ask, words])]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
