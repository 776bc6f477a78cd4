import { readFile } from 'node:fs/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Article } from '../../news/article.ts';
import type { Span } from '../../news/span.ts';
import { fillIn, holdsChoice } from '../person/choose.ts';
import { findElement } from '../person/find-element.ts';
import { openTab } from '../person/open-tab.ts';
import { press } from '../person/press.ts';
import { runShortcut } from '../person/run-shortcut.ts';
import { say } from '../person/say.ts';
import { dismiss, submit } from '../person/submit.ts';
import type { World } from '../world.ts';
import { articlePage, missingArticlePage } from './article.tsx';
import { type Asked, clientPage } from './client.tsx';
import { confirmOf } from './confirmation.tsx';

type Web = Hono<{ Bindings: HttpBindings }>;
type Here = Context<{ Bindings: HttpBindings }>;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The library sets margins of nested lists in attributes.
  "style-src-attr 'unsafe-inline'",
  "img-src https: data: 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FILES = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'commands.js': 'text/javascript; charset=utf-8',
  'morph.js': 'text/javascript; charset=utf-8',
};

/** Puts the page on the web server: what it shows, and what the person does there. */
export function servePage(
  web: Web,
  world: World,
  watchers: Set<() => void>,
  showArticle: ((id: string, revision?: number) => Promise<Article | undefined>) | undefined,
): void {
  const { state } = world;

  web.use(async (context, next) => {
    await next();
    context.header('content-security-policy', POLICY);
    context.header('referrer-policy', 'same-origin');
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-store');
  });

  const show = (context: Here, asked: Asked) => {
    const newest = state.messages.findLast((message) => message.channel === asked.channel?.id);
    if (asked.channel && newest) state.read.set(asked.channel.id, newest.ts);
    return context.html(clientPage(state, asked));
  };

  web.get('/', (context) => {
    const first = [...state.channels.values()][0];
    return context.redirect(`/channels/${first?.id}`);
  });
  web.get('/channels/:id', (context) => {
    const channel = state.channels.get(context.req.param('id'));
    if (!channel) return context.redirect('/');
    const { thread, text, confirm, ts } = context.req.query();
    const { pathname, search } = new URL(context.req.url);
    if (channel.kind === 'im' && !isLive(context)) openTab(world, 'messages');
    return show(context, {
      here: pathname + search.replace(/[?&]text=[^&]*/, ''),
      channel,
      thread,
      text,
      confirm: confirm ? { ts, press: confirm } : undefined,
    });
  });
  web.get('/home', (context) => {
    if (!isLive(context)) openTab(world, 'home');
    const { confirm } = context.req.query();
    return show(context, {
      here: '/home',
      confirm: confirm ? { ts: undefined, press: confirm } : undefined,
    });
  });
  for (const [name, type] of Object.entries(FILES)) {
    web.get(`/${name}`, async (context) =>
      context.body(await readFile(new URL(name, import.meta.url)), 200, { 'content-type': type }),
    );
  }
  web.get('/changes', (context) =>
    streamSSE(context, async (stream) => {
      let wake = () => {};
      let pending = true;
      const watch = () => {
        pending = true;
        wake();
      };
      watchers.add(watch);
      stream.onAbort(() => {
        watchers.delete(watch);
        wake();
      });
      while (!stream.aborted) {
        if (pending) {
          pending = false;
          await stream.writeSSE({ data: 'changed' });
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    }),
  );

  const article = async (context: Here) => {
    const { id = '', revision } = context.req.param();
    const found = await showArticle?.(id, revision === undefined ? undefined : Number(revision));
    if (!found) return context.html(missingArticlePage(), 404);
    return context.html(articlePage(found, citedIn(context, found)));
  };
  web.get('/articles/:id', article);
  web.get('/articles/:id/:revision{[0-9]+}', article);

  const form = async (context: Here) => {
    const body = await context.req.parseBody({ all: true });
    const one = (name: string) => [body[name]].flat().find((value) => typeof value === 'string');
    // Only to a page of this workspace.
    const back = one('back');
    const safe = back && /^\/(?![/\\])/.test(back) ? back : '/';
    return { body, one, done: () => context.redirect(safe, 303), back: safe };
  };

  web.post('/channels/:id/say', async (context) => {
    const { one, done } = await form(context);
    const channel = state.channels.get(context.req.param('id'));
    const text = (one('text') ?? '').replaceAll('\r\n', '\n');
    if (channel) await thenAnswered(context, () => say(world, channel, text, one('thread')));
    return done();
  });
  web.post('/press', async (context) => {
    const { body, one, done, back } = await form(context);
    const pressed = one('press');
    const ts = one('ts');
    if (!pressed) return done();
    if (confirmOf(state, ts, pressed) && !one('confirmed')) {
      const join = back.includes('?') ? '&' : '?';
      const query = new URLSearchParams({ confirm: pressed, ...(ts ? { ts } : {}) });
      return context.redirect(`${back}${join}${query}`, 303);
    }
    const [blockId, actionId, which] = JSON.parse(pressed) as [string, string, string?];
    const message = state.messages.find((one) => one.ts === ts);
    const found = findElement(message?.blocks ?? state.home?.blocks ?? [], actionId, blockId);
    const place = message ? ({ on: 'message', message } as const) : ({ on: 'home' } as const);
    const given = which ?? body[JSON.stringify([blockId, actionId])];
    if (found) await thenAnswered(context, () => press(world, place, found, given));
    return done();
  });
  web.post('/modal/submit', async (context) => {
    const { body, one, done } = await form(context);
    const open = state.modals.at(-1);
    if (!open) return done();
    const pressed = one('press');
    for (const block of open.view.blocks) {
      for (const element of [block.element, block.accessory, ...((block.elements ?? []) as [])]) {
        const known = element as Record<string, unknown> | undefined;
        const name = JSON.stringify([block.block_id, known?.action_id]);
        if (!known?.action_id || !holdsChoice(known)) continue;
        fillIn(open, { block, element: known }, body[name]);
      }
    }
    if (!pressed) {
      await thenAnswered(context, () => submit(world));
      return done();
    }
    const [blockId, actionId] = JSON.parse(pressed) as [string, string];
    const found = findElement(open.view.blocks, actionId, blockId);
    if (found) {
      const given = body[pressed];
      await thenAnswered(context, () => press(world, { on: 'modal', open }, found, given));
    }
    return done();
  });
  web.post('/modal/close', async (context) => {
    const { done } = await form(context);
    await dismiss(world);
    return done();
  });
  web.post('/shortcut', async (context) => {
    const { one, done } = await form(context);
    const message = state.messages.find((other) => other.ts === one('ts'));
    const callbackId = one('callback_id');
    if (callbackId) await thenAnswered(context, () => runShortcut(world, callbackId, message));
    return done();
  });

  // Without script nobody tells the page that the answer came: it is awaited for a moment.
  async function thenAnswered(context: Here, act: () => Promise<void>): Promise<void> {
    const acted = act();
    if (isLive(context)) return acted;
    let late: (() => void) | undefined;
    const answered = new Promise<void>((resolve) => {
      const before = state.log.length;
      const watch = () => {
        if (state.log.slice(before).some((message) => message.user === state.bot)) resolve();
      };
      watchers.add(watch);
      const timer = setTimeout(resolve, 1_500);
      late = () => {
        watchers.delete(watch);
        clearTimeout(timer);
      };
    });
    await acted;
    await answered;
    late?.();
  }
}

const isLive = (context: Here) => context.req.header('x-live') === '1';

function citedIn(context: Here, article: Article): Span | undefined {
  const [start, end] = [context.req.query('start'), context.req.query('end')].map(Number);
  const given = Number.isInteger(start) && Number.isInteger(end);
  if (!given || start === undefined || end === undefined) return undefined;
  return start >= 0 && start < end && end <= article.text.length ? { start, end } : undefined;
}
