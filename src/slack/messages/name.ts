/** An article's title as shown; one may be missing or blank. */
export function sayTitle(title: string | null): string {
  return title?.trim() || 'Untitled';
}

/** An outlet's name as shown. */
export function sayOutlet(outlet: string | null): string {
  return outlet?.trim() || 'outlet unknown';
}
