import { refuse } from '../../news/refusal.ts';
import type { Sources } from './sources.ts';

/** Sources that are not there yet: nothing is followed, and everything else is refused. */
export function noSourcesYet(): Sources {
  const refused = refuse('Following feeds is not there yet.', 'Put articles into data/inbox.');
  const no = async () => refused;
  return { add: no, remove: no, check: no, feeds: async () => [] };
}
