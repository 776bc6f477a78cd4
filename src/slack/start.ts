import type { App } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Credentials } from './connect.ts';

/**
 * Checks the bot's token and opens the connection. A Refusal names the setting that Slack does not accept,
 * or the port that is taken.
 */
export async function startApp(app: App, credentials: Credentials): Promise<null | Refusal> {
  try {
    await app.init();
  } catch (error) {
    return notConnected(error, 'SLACK_BOT_TOKEN');
  }
  try {
    await app.start();
    return null;
  } catch (error) {
    return notConnected(error, 'appToken' in credentials ? 'SLACK_APP_TOKEN' : 'PORT');
  }
}

function notConnected(error: unknown, setting: string): Refusal {
  if (error instanceof WebAPIPlatformError) {
    return refuse(
      `Slack does not accept ${setting} (${error.data.error}).`,
      `Copy it again from the app's settings at https://api.slack.com/apps into .env, then start again.`,
    );
  }
  if (setting === 'PORT' && error instanceof Error && 'code' in error) {
    return refuse(
      `Slack's requests can't be received: the port can't be opened (${String(error.code)}).`,
      'Set PORT in .env to a free port, then start again.',
    );
  }
  return refuse(
    `Slack could not be reached: ${error instanceof Error ? error.message : String(error)}.`,
    'Check the network, then start again.',
  );
}
