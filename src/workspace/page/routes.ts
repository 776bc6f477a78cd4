import { readFile } from 'node:fs/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Article } from '../../news/article.ts';
import type { Span } from '../../news/span.ts';
import { openTab } from '../person/open-tab.ts';
import type { World } from '../world.ts';
import { changeWithin, isLive, takeActs } from './acts.ts';
import { articlePage, missingArticlePage } from './article.tsx';
import { tellChanges } from './changes.ts';
import { type Asked, clientPage } from './client.tsx';
import { SCRIPTS, STYLES } from './shell.tsx';
import { targetOf } from './target.ts';

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

/** Puts the page on the web server: what it shows, and what the person does there. */
export function servePage(
  web: Hono<{ Bindings: HttpBindings }>,
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

  web.get('/', (context) => {
    const first = [...state.channels.values()][0];
    return context.redirect(`/channels/${first?.id}`);
  });

  web.get('/channels/:id', (context) => {
    const channel = state.channels.get(context.req.param('id'));
    if (!channel) return context.redirect('/');
    if (channel.kind === 'im' && !isLive(context)) openTab(world, 'messages');
    const newest = state.messages.findLast((message) => message.channel === channel.id);
    if (newest) state.read.set(channel.id, newest.ts);
    const { thread, text, all } = context.req.query();
    const asked = { ...askedIn(context), channel, thread, text, all: all !== undefined };
    return context.html(clientPage(state, asked));
  });

  web.get('/home', async (context) => {
    if (!isLive(context)) {
      openTab(world, 'home');
      // Without script nobody tells the page that the app has drawn its Home.
      if (state.app.homeTab) await changeWithin(watchers, () => state.home !== undefined);
    }
    return context.html(clientPage(state, askedIn(context)));
  });

  web.get('/changes', (context) => tellChanges(context, watchers));

  for (const name of [...STYLES, ...SCRIPTS]) {
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    web.get(`/${name}`, async (context) =>
      context.body(await readFile(new URL(name, import.meta.url)), 200, {
        'content-type': `${type}; charset=utf-8`,
      }),
    );
  }

  const article = async (context: Here) => {
    const { id = '', revision } = context.req.param();
    const found = await showArticle?.(id, revision === undefined ? undefined : Number(revision));
    if (!found) return context.html(missingArticlePage(), 404);
    return context.html(articlePage(found, citedIn(context, found)));
  };
  web.get('/articles/:id', article);
  web.get('/articles/:id/', article);
  web.get('/articles/:id/:revision{[0-9]+}', article);

  takeActs(web, world, watchers);
}

function askedIn(context: Here): Asked {
  const { pathname, searchParams } = new URL(context.req.url);
  const { confirm, ts } = context.req.query();
  // What a suggestion or a question put there is no part of the page to come back to.
  for (const name of ['text', 'confirm', 'ts']) searchParams.delete(name);
  const query = searchParams.toString();
  const target = targetOf(confirm);
  return {
    here: query ? `${pathname}?${query}` : pathname,
    confirm: target && { ts, target },
  };
}

function citedIn(context: Here, article: Article): Span | undefined {
  const [start, end] = [context.req.query('start'), context.req.query('end')].map(Number);
  const given = Number.isInteger(start) && Number.isInteger(end);
  if (!given || start === undefined || end === undefined) return undefined;
  return start >= 0 && start < end && end <= article.text.length ? { start, end } : undefined;
}
