import { existsSync } from 'node:fs';
import { z } from 'zod';
import { isDatabase } from './corpus/postgres/address.ts';
import { type Refusal, refuse } from './news/refusal.ts';

/** How the bot meets its users: the local workspace in a browser, or Slack by socket or by HTTP. */
export type Connection =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };

export interface Settings {
  readonly connection: Connection;
  /** Slack's Web API; GovSlack has one of its own. Ends in a slash. */
  readonly apiUrl: string;
  /** Port of the local workspace, or of HTTP mode; 0 takes any free one. */
  readonly port: number;
  /** Folder with the inbox, and with all that the bot knows where no database keeps it. */
  readonly dataFolder: string;
  /** Where the library is: the address of a Postgres database, or else the data folder. */
  readonly library: string;
  /** Folder whose files the running bot reads as they appear and change; absent where none is watched. */
  readonly watchFolder?: string;
  /** Days after which an article is removed if nothing more of it has come in; absent where all are kept. */
  readonly keepDays?: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Hosts, with or without a port, that may be fetched from though they are not public. */
  readonly privateHosts: readonly string[];
  /** Slack users who may change topics and sources, and change and post digests; empty means everybody. */
  readonly editors: readonly string[];
}

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const variables = z.object({
  SLACK_BOT_TOKEN: optional(
    z.string().startsWith('xoxb-', 'must start with xoxb-; copy it from “OAuth & Permissions”'),
  ),
  SLACK_APP_TOKEN: optional(
    z.string().startsWith('xapp-', 'must start with xapp-; make one under “Basic Information”'),
  ),
  SLACK_SIGNING_SECRET: optional(
    z
      .string()
      .regex(
        /^[0-9a-f]{32,64}$/i,
        'must be the hexadecimal “Signing Secret” of “Basic Information”',
      ),
  ),
  SLACK_API_URL: optional(z.url('must be an address such as https://slack-gov.com/api/')),
  PORT: optional(z.coerce.number('must be a number').int().min(0).max(65535, 'must be 0 to 65535')),
  DATA_FOLDER: optional(z.string()),
  DATABASE_URL: optional(
    z
      .string()
      .refine(isDatabase, 'must be an address such as postgres://user:password@host:5432/briefing'),
  ),
  WATCH_FOLDER: optional(z.string()),
  KEEP_DAYS: optional(
    z.coerce.number('must be a number').int('must be whole days').min(30, 'must be 30 or more'),
  ),
  PRIVATE_HOSTS: optional(
    z
      .string()
      .regex(
        /^[\w.-]+(?::\d+)?(?:\s*,\s*[\w.-]+(?::\d+)?)*$/,
        'must be host names such as wiki.example.com,10.0.0.5:8000',
      ),
  ),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'])),
  EDITORS: optional(
    z
      .string()
      .regex(
        /^[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*$/,
        'must be user ids such as U012AB3CD,U045EF6GH',
      ),
  ),
});

/** The names of every setting; `.env.example` lists the same ones. */
export const SETTING_NAMES = Object.keys(variables.shape);

/** Reads all settings at once; a Refusal names the variable that is wrong and how to mend it. */
export function readSettings(env: Record<string, string | undefined>): Settings | Refusal {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'A setting');
    return refuse(`${name} ${issue?.message ?? 'is not valid'}.`, `Correct ${name} in .env.`);
  }
  const given = parsed.data;
  const connection = connectionFrom(given);
  if ('refused' in connection) return connection;
  return {
    connection,
    apiUrl: given.SLACK_API_URL?.replace(/\/*$/, '/') ?? 'https://slack.com/api/',
    port: given.PORT ?? 3000,
    dataFolder: given.DATA_FOLDER ?? 'data',
    library: given.DATABASE_URL ?? given.DATA_FOLDER ?? 'data',
    ...(given.WATCH_FOLDER !== undefined && { watchFolder: given.WATCH_FOLDER }),
    ...(given.KEEP_DAYS !== undefined && { keepDays: given.KEEP_DAYS }),
    logLevel: given.LOG_LEVEL ?? 'info',
    privateHosts: listed(given.PRIVATE_HOSTS),
    editors: listed(given.EDITORS),
  };
}

/** The environment with `.env` of the current folder beneath it. */
export function environment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

function listed(names: string | undefined): readonly string[] {
  return names?.split(',').map((name) => name.trim()) ?? [];
}

function connectionFrom(given: z.infer<typeof variables>): Connection | Refusal {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = given;
  const signingSecret = given.SLACK_SIGNING_SECRET;
  if (!botToken && !appToken && !signingSecret) return { kind: 'workspace' };
  if (!botToken) {
    return refuse(
      'SLACK_BOT_TOKEN is missing beside the other Slack settings.',
      'Copy the bot token (xoxb-…) from “OAuth & Permissions” into .env, or clear the others to use the local workspace.',
    );
  }
  if (appToken) return { kind: 'socket', botToken, appToken };
  if (signingSecret) return { kind: 'http', botToken, signingSecret };
  return refuse(
    'SLACK_BOT_TOKEN alone does not connect to Slack.',
    'Add SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP, to .env.',
  );
}
