import { App, LogLevel } from '@slack/bolt';
import { isRefusal } from '../../src/news/refusal.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import type { Options, Workspace } from '../../src/workspace/workspace.ts';
import { manifest } from './manifest.ts';

/** An open workspace; a refusal fails the test. */
export async function openWorkspace(options: Partial<Options> = {}): Promise<Workspace> {
  const workspace = await startWorkspace({ port: 0, manifest, ...options });
  if (isRefusal(workspace)) throw new Error(`${workspace.refused} ${workspace.next}`);
  return workspace;
}

/** A real Bolt app on a workspace's Socket Mode, started once `prepare` has given it its listeners. */
export async function connectApp(workspace: Workspace, prepare: (app: App) => void): Promise<App> {
  const app = new App({
    token: workspace.botToken,
    appToken: workspace.appToken,
    socketMode: true,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
    installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
  });
  prepare(app);
  await app.init();
  await app.start();
  return app;
}
