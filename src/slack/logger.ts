import { inspect } from 'node:util';
import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Log } from 'pino';

/** Anything that would let somebody act as the bot or answer in its name. */
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|https?:\/\/hooks\.slack(?:-gov)?\.com\/\S+|(?<=response_url["':= ]+)\S+|(?<=ticket=)[\w-]+/gi;

/** Text with every token and response_url struck out. */
export function redact(text: string): string {
  return text.replace(SECRETS, '[secret]');
}

/** Bolt's logger over ours, so that there is one log and no secret in it. */
export function boltLogger(log: Log): Logger {
  const say =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level](redact(parts.map(show).join(' ')));
  return {
    debug: say('debug'),
    // Bolt's own informational lines are debugging to whoever runs the bot.
    info: say('debug'),
    warn: say('warn'),
    error: (...parts) => (isCrowded(parts) ? log.warn(CROWDED) : say('error')(...parts)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}

/** Bolt tries again by itself, so that the bot stands by until another goes. */
const CROWDED =
  'Ten bots are connected, as many as Slack takes for one app: this one waits until another ends. For more, use HTTP (SLACK_SIGNING_SECRET).';

function isCrowded(parts: readonly unknown[]): boolean {
  return parts.some((part) => show(part).includes('too_many_websockets'));
}

function show(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : inspect(part);
}
