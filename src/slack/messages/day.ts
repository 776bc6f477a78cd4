const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** An ISO 8601 date as a reader writes it: "22 June 2015", "June 2015", "2015"; ranges by a dash. */
export function sayDay(iso: string): string {
  if (iso.includes('/')) return iso.split('/').map(sayDay).join(' – ');
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? [];
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!year || (month && !name)) return iso;
  return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(' ');
}

/** The day an article was published, or that it bears none. */
export function sayPublished(publishedAt: string | null): string {
  return publishedAt ? sayDay(publishedAt) : 'undated';
}
