/** Whether the place of a corpus is the address of a Postgres database, and no folder. */
export function isDatabase(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place) && URL.canParse(place);
}

/** Where a database is, without user and password: for messages. */
export function nameOf(address: string): string {
  const { hostname, port, pathname } = new URL(address);
  return `the database ${pathname.slice(1)} on ${hostname}${port && `:${port}`}`;
}
