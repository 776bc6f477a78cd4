import postgres from 'postgres';

/** Numbers that count, far below what a double holds exactly. */
interface Types extends Record<string, unknown> {
  readonly bigint: number;
}

/** A way to ask the database, within a transaction or without. */
export type Query = postgres.ISql<Types>;

/** A database and its connections. */
export type Database = postgres.Sql<Types>;

const CONNECTIONS = 10;
const CONNECT_SECONDS = 10;
/** How long one statement may take, and a transaction wait for its process, in milliseconds. */
const STATEMENT_MS = 30_000;
const IDLE_MS = 30_000;

/** Makes the connections to a database, each when it is first needed; nothing is asked of it yet. */
export function connectTo(url: string): Database {
  return postgres(url, {
    max: CONNECTIONS,
    connect_timeout: CONNECT_SECONDS,
    // At once: whoever asks is told that the database is gone, and asks again when it pleases.
    backoff: () => 0,
    // What it has to note ("already exists") is nothing to anybody.
    onnotice: () => {},
    connection: {
      application_name: 'briefing',
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_MS,
      // A process whose machine is gone holds no lock for long.
      tcp_keepalives_idle: 15,
      tcp_keepalives_interval: 5,
    },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  });
}

/** Waits until no other transaction works on the same thing, there already or not. */
export async function lock(tx: Query, kind: string, key: string): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(
    hashtextextended(current_schema() || ' ' || ${kind} || ' ' || ${key}, 0)
  )`;
}
