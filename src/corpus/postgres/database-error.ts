import postgres from 'postgres';
import { refuse } from '../../news/refusal.ts';
import { StorageError, systemCode } from '../storage-error.ts';

const AGAIN = 'Do it again in a moment.';
const REACH = 'See that it runs and that DATABASE_URL names it, then do it again.';

/** By what Postgres, its client or the system calls a failure, from the whole code to its class. */
const CAUSES: Readonly<Record<string, readonly [cause: string, next: string]>> = {
  ECONNREFUSED: ['nothing answers there', REACH],
  ENOTFOUND: ['there is no such host', 'Correct DATABASE_URL in .env.'],
  EAI_AGAIN: ['its host cannot be looked up', REACH],
  EHOSTUNREACH: ['its host cannot be reached', REACH],
  ENETUNREACH: ['its host cannot be reached', REACH],
  ETIMEDOUT: ['it does not answer', REACH],
  CONNECT_TIMEOUT: ['it does not answer', REACH],
  ECONNRESET: ['the connection was lost', AGAIN],
  EPIPE: ['the connection was lost', AGAIN],
  CONNECTION_CLOSED: ['the connection was lost', AGAIN],
  CONNECTION_DESTROYED: ['the connection was lost', AGAIN],
  CONNECTION_ENDED: ['this process has closed it', 'Start this process again.'],
  '08': ['the connection was lost', AGAIN],
  '25P03': ['this process took too long', AGAIN],
  '25006': ['it takes no changes for now', 'Connect to the one that does, or wait.'],
  '28': ['it refuses this user or password', 'Correct DATABASE_URL in .env.'],
  '3D000': ['there is no such database', 'Make it (createdb), or correct DATABASE_URL in .env.'],
  '40': ['others changed the same at the same time', AGAIN],
  '42501': ['this user may not do that', 'Give the user of DATABASE_URL the rights of an owner.'],
  '53100': ['its disk is full', 'Free some space on that disk, then do it again.'],
  '53': ['it has no room for more', 'Raise its limit on connections, or stop what else uses it.'],
  '55P03': ['others are at work there', AGAIN],
  '57014': ['it took too long', 'Do it again in a moment; if that goes on, see what else it does.'],
  '57': ['it is starting or stopping', AGAIN],
  '58': ['its system reported an error', 'Read the log of Postgres.'],
};

/** What a failed query means, in a sentence and a next step; any other error is a defect and thrown. */
export function explainDatabase(place: string, doing: string, error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const code = systemCode(error) ?? '';
  const known = CAUSES[code] ?? (isFromServer(error) ? CAUSES[code.slice(0, 2)] : undefined);
  if (known === undefined) throw error;
  const [cause, next] = known;
  // The error itself holds the statement and where it was sent to, and no password.
  return new StorageError(refuse(`Could not ${doing} ${place}: ${cause}.`, next), error);
}

function isFromServer(error: unknown): boolean {
  return error instanceof postgres.PostgresError;
}
