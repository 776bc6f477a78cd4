/** The day an article says it was published, in its own time zone; undefined where it is undated. */
export function publishedDay(publishedAt: string | null): string | undefined {
  return publishedAt === null ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(publishedAt)?.[0];
}
