/** The day an article says it was published, in its own time zone; undefined where it is undated. */
export function publishedDay(publishedAt: string | null): string | undefined {
  return publishedAt === null ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(publishedAt)?.[0];
}

/** The newest day of publication among articles; the first day of 1970 where none is dated. */
export function newestDay(articles: readonly { readonly publishedAt: string | null }[]): string {
  const days = articles.map(({ publishedAt }) => publishedDay(publishedAt) ?? '1970-01-01');
  return days.sort().at(-1) ?? '1970-01-01';
}
