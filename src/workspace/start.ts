import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { callApi } from './api/call.ts';
import { methodsOf } from './api/methods.ts';
import { HANG_UP, withFaults } from './api/with-faults.ts';
import { deliverByHttp } from './app/request-url.ts';
import { respond } from './app/respond.ts';
import { createSockets } from './app/sockets.ts';
import { controlsOf } from './controls.ts';
import { readManifest } from './manifest.ts';
import { servePage } from './page/routes.ts';
import { createSchedule } from './schedule.ts';
import { newState } from './state.ts';
import type { Options, Workspace } from './workspace.ts';
import type { World } from './world.ts';

/**
 * Opens a workspace on loopback: Slack's Web API and Socket Mode for an app, a page for people.
 * The app of a test or of the demonstration connects to it unmodified:
 *
 *     const workspace = await startWorkspace({ port: 0, manifest });
 *     new App({ token: workspace.botToken, appToken: workspace.appToken, socketMode: true,
 *       deferInitialization: true, clientOptions: { slackApiUrl: workspace.apiUrl } });
 *
 * and the test acts as the person and waits for what it should see:
 *
 *     await workspace.person.type('briefing', '/brief opm');
 *     const reply = await workspace.when(() => workspace.log.find((m) => m.visibleTo));
 *     await workspace.person.press('post_to_channel');
 *     workspace.fault('chat.postMessage', { kind: 'no-answer', when: 'after' });
 *
 * A taken port or an unusable manifest is refused.
 */
export async function startWorkspace(options: Options): Promise<Workspace | Refusal> {
  const app = readManifest(options.manifest, options.declinedScopes ?? []);
  if (isRefusal(app)) return app;
  const now = options.clock ?? Date.now;
  const state = newState(app, options.seed?.channels ?? CHANNELS);
  const schedule = createSchedule(now);
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };

  const web = new Hono<{ Bindings: HttpBindings }>();
  const server = createAdaptorServer({ fetch: web.fetch }) as Server;
  const port = await listen(server, options.port);
  if (isRefusal(port)) return port;
  const host = `127.0.0.1:${port}`;

  const sockets = createSockets({
    server,
    host,
    appId: state.appId,
    schedule,
    now,
    changed,
  });
  const world: World = {
    state,
    schedule,
    origin: `http://${host}`,
    now,
    changed,
    deliver: (envelope) =>
      options.requestUrl === undefined
        ? sockets.deliver(envelope)
        : deliverByHttp(options.requestUrl, state.tokens.signing, now(), envelope),
  };
  const methods = methodsOf(sockets);

  web.use(async (context, next) => {
    // Another site's name that leads here must not reach the page (DNS rebinding).
    const asked = context.req.header('host');
    if (asked !== host && asked !== `localhost:${port}`) return context.text('Forbidden', 403);
    // Nor may another site's page act in this one's name.
    const page = !/^\/(api|actions)\//.test(context.req.path);
    const origin = context.req.header('origin');
    if (page && context.req.method === 'POST' && origin !== `http://${asked}`) {
      return context.text('Forbidden', 403);
    }
    return next();
  });
  type Here = Context<{ Bindings: HttpBindings }>;
  const answer = async (context: Here, name: string, perform: () => Promise<Response>) => {
    const response = await withFaults(world, name, context.req.raw, perform);
    if (response !== HANG_UP) return response;
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  };
  web.all('/api/:method', (context) => {
    const name = context.req.param('method');
    return answer(context, name, () => callApi(world, methods, name, context.req.raw));
  });
  web.post('/actions/:team/:id', (context) =>
    answer(context, 'response_url', async () => {
      const body = await context.req.json().catch(() => undefined);
      const { status, answer: said } = respond(world, context.req.param('id'), body);
      return context.json(said, status);
    }),
  );
  servePage(web, world, watchers, options.showArticle);

  return {
    url: `${world.origin}/`,
    apiUrl: `${world.origin}/api/`,
    botToken: state.tokens.bot,
    appToken: state.tokens.app,
    signingSecret: state.tokens.signing,
    log: state.log,
    ...controlsOf(world, sockets, watchers),
    async close() {
      schedule.close();
      await sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CHANNELS = [
  { name: 'briefing', topic: 'Briefs and the daily digest', bot: true },
  { name: 'general', topic: 'Everything else' },
  { name: 'random' },
];

/** The port that the server now listens on, on loopback alone. */
async function listen(server: Server, port: number): Promise<number | Refusal> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const why = code === 'EACCES' ? 'may not be used by this account' : 'is already in use';
    return refuse(
      `Port ${port} ${why}.`,
      'Set PORT to another number (0 picks a free one) and start again.',
    );
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
