import type { Contents } from './contents.ts';
import type { Found, Search } from './corpus.ts';
import { find } from './find.ts';
import { keepLatest } from './latest.ts';

/** How many searches are kept, those made last. */
const MOST = 100;

/** Finds as `find` does; the same search while no article has changed is made once: a brief's buttons all make its own. */
export function findingOnce(contents: Contents): (search: Search) => Promise<readonly Found[]> {
  const lately = keepLatest<string, readonly Found[]>(MOST);
  let foundAt = contents.changes;

  return async (search) => {
    const at = contents.changes;
    if (foundAt !== at) lately.clear();
    foundAt = at;
    const key = JSON.stringify(search);
    const known = lately.get(key);
    if (known !== undefined) return known;
    const found = await find(contents, search);
    // Meanwhile something may have come in.
    return at === contents.changes ? lately.put(key, found) : found;
  };
}
