import type { Feed } from '../../news/feed.ts';

/** Stands in the column `due_at` for a feed that is not asked any more: null is what is not known. */
export const NEVER = '';

/** When a feed is asked next, as its column holds it. */
export function dueAtOf(feed: Feed | null): string {
  return feed?.health.dueAt ?? NEVER;
}
