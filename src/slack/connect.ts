import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger as Log } from 'pino';
import { boltLogger } from './logger.ts';

/** What to connect with: Socket Mode by an app token, or HTTP by a signing secret. */
export type Credentials =
  | { readonly botToken: string; readonly appToken: string }
  | { readonly botToken: string; readonly signingSecret: string; readonly port: number };

/** Options of the client that answers people: quick to give up, since they are waiting. */
export function answeringClient(apiUrl: string): WebClientOptions {
  return { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 2 } };
}

/** Options of the client that posts: it never sends twice by itself, for a time-out may have posted. */
export function postingClient(apiUrl: string): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: 15_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** The receiver of what Slack sends. */
export function receiverFor(credentials: Credentials, apiUrl: string, log: Log): Receiver {
  const logger = boltLogger(log);
  if ('signingSecret' in credentials) {
    const { signingSecret, port } = credentials;
    return new HTTPReceiver({ signingSecret, port, logger });
  }
  return new SocketModeReceiver({
    appToken: credentials.appToken,
    logger,
    // Options of its own, or its retries would end up in Bolt's clients. A lost network may come back after hours.
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 5_000, maxTimeout: 30_000 } },
    },
  });
}
