import pg from 'pg';

/** What may be put into a statement. */
export type Value = string | number | boolean | null | readonly (string | number | null)[];

/** A way to ask the database, within a transaction or without; gives the rows. */
export interface Query {
  <T extends readonly object[] = readonly object[]>(
    statement: TemplateStringsArray,
    ...values: readonly Value[]
  ): Promise<T>;
  /** The same for a statement that was put together, with $1, $2 … for its values; without any it may be several. */
  text<T extends readonly object[] = readonly object[]>(
    statement: string,
    values?: readonly Value[],
  ): Promise<T>;
}

/** A database and its connections. */
export interface Database extends Query {
  /** Runs work in a transaction: all of it, or nothing where it throws. */
  begin<T>(work: (tx: Query) => Promise<T>): Promise<T>;
  /** Ends the connections once they are idle. */
  end(): Promise<void>;
}

const CONNECTIONS = 10;
const CONNECT_MS = 10_000;
/** How long one statement may take, and a transaction wait for its process, in milliseconds. */
const STATEMENT_MS = 30_000;
const IDLE_MS = 60_000;
/** After so long without an answer, in milliseconds, whoever asked is told so: the way there may be dead. */
const ANSWER_MS = 45_000;

const BIGINT = 20;

/** Makes the connections to a database, each when it is first needed; nothing is asked of it yet. */
export function connectTo(address: string): Database {
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'briefing',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // A process whose machine is gone holds no lock for long.
    idle_in_transaction_session_timeout: IDLE_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    // Numbers that count are far below what a double holds exactly.
    types: {
      getTypeParser: (type, format) =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // Whoever asks next is told that a connection was lost; between two questions it is nobody's business.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  const asked = queryBy(async (statement, values) => (await pool.query(statement, values)).rows);
  return Object.assign(asked, {
    begin: <T>(work: (tx: Query) => Promise<T>) => inTransaction(pool, work),
    end: () => pool.end(),
  });
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isSpoilt = false;
  try {
    await client.query('BEGIN');
    const done = await work(
      queryBy(async (statement, values) => (await client.query(statement, values)).rows),
    );
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // A connection that cannot even take back what it did is closed, which takes it back.
    await client.query('ROLLBACK').catch(() => {
      isSpoilt = true;
    });
    throw error;
  } finally {
    client.release(isSpoilt);
  }
}

/** Waits until no other transaction works on the same thing, there already or not. */
export async function lock(tx: Query, kind: string, key: string): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(
    hashtextextended(current_schema() || ' ' || ${kind} || ' ' || ${key}, 0)
  )`;
}

function queryBy(
  ask: (statement: string, values: unknown[] | undefined) => Promise<unknown[]>,
): Query {
  // What a statement gives is for its writer to say.
  const text = async (statement: string, values?: readonly Value[]) =>
    (await ask(statement, values && [...values])) as never;
  const asked = (statement: TemplateStringsArray, ...values: readonly Value[]) =>
    text(
      statement.reduce((before, after, at) => `${before}$${at}${after}`),
      values,
    );
  return Object.assign(asked, { text });
}
