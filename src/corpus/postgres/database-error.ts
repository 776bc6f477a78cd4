import pg from 'pg';
import { refuse } from '../../news/refusal.ts';
import { StorageError, systemCode } from '../storage-error.ts';

type Told = readonly [cause: string, next: string];

const AGAIN = 'Do it again in a moment.';
const REACH = 'See that it runs and that DATABASE_URL names it, then do it again.';
const LOST: Told = ['the connection was lost', AGAIN];
const UNTRUSTED: Told = [
  'this machine does not trust its certificate',
  'Name the authority in DATABASE_URL (sslrootcert=FILE), or say sslmode=no-verify where that is no risk.',
];
const SILENT: Told = ['it does not answer', REACH];

/** What the system calls a failure to reach a host. */
const BY_SYSTEM: Readonly<Record<string, Told>> = {
  ECONNREFUSED: ['nothing answers there', REACH],
  ENOTFOUND: ['there is no such host', 'Correct DATABASE_URL in .env.'],
  EAI_AGAIN: ['its host cannot be looked up', REACH],
  EHOSTUNREACH: ['its host cannot be reached', REACH],
  ENETUNREACH: ['its host cannot be reached', REACH],
  ETIMEDOUT: SILENT,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  ERR_TLS_CERT_ALTNAME_INVALID: UNTRUSTED,
  CERT_HAS_EXPIRED: UNTRUSTED,
  ECONNRESET: LOST,
  EPIPE: LOST,
};

/** What Postgres calls a failure (SQLSTATE), the whole code or its class. */
const BY_POSTGRES: Readonly<Record<string, Told>> = {
  '08': LOST,
  '25P03': ['this process took too long', AGAIN],
  '25006': ['it takes no changes for now', 'Connect to the one that does, or wait.'],
  '28': ['it refuses this user or password', 'Correct DATABASE_URL in .env.'],
  '3D000': ['there is no such database', 'Make it (createdb), or correct DATABASE_URL in .env.'],
  '40': ['others changed the same at the same time', AGAIN],
  '42501': ['this user may not do that', 'Give the user of DATABASE_URL the rights of an owner.'],
  '54': ['it takes nothing that long', 'Use a shorter name or address.'],
  '53': ['it has no room for more', 'Raise its limit on connections, or stop what else uses it.'],
  '53100': ['its disk is full', 'Free some space on that disk, then do it again.'],
  '55P03': ['others are at work there', AGAIN],
  '57': ['it is starting or stopping', AGAIN],
  '57014': ['it took too long', 'Do it again in a moment; if that goes on, see what else it does.'],
  '58': ['its system reported an error', 'Read the log of Postgres.'],
};

/** What its client says of itself, without a code. */
const BY_CLIENT: readonly (readonly [RegExp, Told])[] = [
  [/time(?:d )?out/, SILENT],
  [/^Connection terminated|not queryable$/, LOST],
  [/SSL/, ['it speaks no SSL', 'Leave sslmode out of DATABASE_URL, or let Postgres speak SSL.']],
  [
    /password must be|no password/i,
    ['it asks for a password', 'Put it into DATABASE_URL in .env.'],
  ],
  [/after calling end/, ['this process has closed it', 'Start this process again.']],
];

/** What a failed query means, in a sentence and a next step; any other error is a defect and thrown. */
export function explainDatabase(place: string, doing: string, error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const known = causeOf(error);
  if (known === undefined) throw error;
  const [cause, next] = known;
  return new StorageError(refuse(`Could not ${doing} ${place}: ${cause}.`, next), error);
}

function causeOf(error: unknown): Told | undefined {
  const code = systemCode(error) ?? '';
  if (error instanceof pg.DatabaseError) return BY_POSTGRES[code] ?? BY_POSTGRES[code.slice(0, 2)];
  if (code in BY_SYSTEM) return BY_SYSTEM[code];
  if (!(error instanceof Error)) return undefined;
  return BY_CLIENT.find(([said]) => said.test(error.message))?.[1];
}
