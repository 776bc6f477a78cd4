import type { Contents } from './contents.ts';
import type { Found, Search } from './corpus.ts';
import { find } from './find.ts';

/** How many searches are kept, those made last. */
const MOST = 100;

/** Finds as `find` does; the same search while no article has changed is made once: a brief's buttons all make its own. */
export function findingOnce(contents: Contents): (search: Search) => Promise<readonly Found[]> {
  const lately = new Map<string, readonly Found[]>();
  let foundAt = contents.changes;

  return async (search) => {
    const at = contents.changes;
    if (foundAt !== at) lately.clear();
    foundAt = at;
    const key = JSON.stringify(search);
    const known = lately.get(key);
    const found = known ?? (await find(contents, search));
    // Meanwhile something may have come in.
    if (at !== contents.changes) return found;
    lately.delete(key);
    lately.set(key, found);
    const [oldest] = lately.keys();
    if (lately.size > MOST && oldest !== undefined) lately.delete(oldest);
    return found;
  };
}
