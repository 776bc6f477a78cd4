import type { App } from '@slack/bolt';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { article } from './article.ts';
import { connectApp, openWorkspace } from './bolt.ts';
import { callMethod } from './web-api.ts';

let workspace: Workspace;
let app: App | undefined;

beforeEach(async () => {
  workspace = await openWorkspace({
    showArticle: async (id, revision) =>
      id === article.id && (revision ?? 2) === 2 ? article : undefined,
  });
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await workspace.close();
  vi.restoreAllMocks();
});

const get = async (path = '', headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, workspace.url), { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

/** Sends a form the way a browser without script does, and follows where it leads. */
async function post(path: string, fields: Record<string, string>, origin?: string) {
  const response = await fetch(new URL(path, workspace.url), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: origin ?? new URL(workspace.url).origin },
  });
  return { status: response.status, url: response.url, html: await response.text() };
}

const channelPath = (name: string) => `/channels/${workspace.channel(name)}`;

/** A page's text as a reader sees it, tags dropped. */
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

test('an empty channel says what to type, and a suggestion fills the composer', async () => {
  const { html } = await get();
  expect(html).toContain('Ask Echo something');
  const [, href] = /<a class="chip" href="([^"#]*)[^>]*>\/echo</.exec(html) ?? [];
  expect((await get(href?.replaceAll('&amp;', '&'))).html).toMatch(/<textarea[^>]*>\/echo</);
});

test('without script a command is typed, answered and shown', async () => {
  app = await connectApp(workspace, (it) => {
    it.command('/echo', async ({ ack, command, respond }) => {
      await ack();
      await respond(`*${command.text}* and <https://example.org|a link>`);
    });
  });
  const path = channelPath('briefing');
  const { url, html } = await post(`${path}/say`, { text: '/echo hello', back: path });
  expect(new URL(url).pathname).toBe(path);
  expect(html).toContain('Only visible to you');
  expect(html).toMatch(/<strong>.*hello.*<\/strong>/);
  expect(html).toContain('href="https://example.org"');
});

test('a button is pressed by a form, asks first where it was told to, and leads back', async () => {
  const pressed: string[] = [];
  app = await connectApp(workspace, (it) => {
    it.action('drop', async ({ ack, respond }) => {
      pressed.push('drop');
      await ack();
      await respond({ delete_original: true });
    });
  });
  const plain = (text: string) => ({ type: 'plain_text', text });
  const { body } = await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    text: 'Drop?',
    blocks: [
      {
        type: 'actions',
        block_id: 'b1',
        elements: [
          {
            type: 'button',
            action_id: 'drop',
            text: plain('Drop'),
            confirm: { title: plain('Drop it?'), text: plain('It will be gone.') },
          },
        ],
      },
    ],
  });
  const press = { press: '["b1","drop"]', ts: body.ts, back: channelPath('briefing') };
  const asked = await post('/press', press);
  expect(asked.html).toContain('It will be gone.');
  expect(pressed).toEqual([]);
  await post('/press', { ...press, confirmed: '1' });
  await workspace.when(() => workspace.messages('briefing').length === 0);
  expect(pressed).toEqual(['drop']);
});

test('a press that the app does not take up is said to have failed', async () => {
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
  await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    text: 'x',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  await workspace.person.press('go');
  expect((await get()).html).toContain('dispatch_failed');
});

test('every kind of block that the app may send is shown, and nothing is complained of', async () => {
  const complained = vi.spyOn(console, 'error');
  const plain = (text: string) => ({ type: 'plain_text', text });
  const options = [{ text: plain('One'), value: '1' }];
  const { body } = await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    text: 'x',
    blocks: [
      { type: 'header', text: plain('*Not bold* <!channel>') },
      { type: 'section', text: plain('Plain & <https://example.org|no link>') },
      { type: 'section', fields: [plain('Field 1'), plain('Field 2')] },
      { type: 'context', elements: [plain('More'), { type: 'mrkdwn', text: '_Context_' }] },
      { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'A picture' },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: 'Rich <b>&', style: { bold: true } }],
          },
        ],
      },
      {
        type: 'table',
        rows: [[{ type: 'raw_text', text: 'Head' }], [{ type: 'raw_text', text: '*Cell*' }]],
      },
      { type: 'markdown', text: '**Marked**' },
      {
        type: 'actions',
        elements: [
          { type: 'static_select', options, placeholder: plain('Pick') },
          { type: 'users_select' },
          { type: 'datepicker' },
          { type: 'overflow', options },
          { type: 'radio_buttons', options },
          { type: 'button', text: plain('Out'), url: 'https://example.org/out' },
        ],
      },
      { type: 'input', label: plain('Label'), element: { type: 'plain_text_input' } },
    ],
  });
  expect(body.ok).toBe(true);
  const { html } = await get();
  const text = textOf(html);
  for (const part of [
    '*Not bold* <!channel>',
    'Plain & <https://example.org|no link>',
    'Field 2',
    'Context',
    'Rich <b>&',
    'Head',
    '*Cell*',
    'Marked',
    'One',
    'Label',
  ]) {
    expect(text).toContain(part);
  }
  expect(html).toContain('alt="A picture"');
  expect(html).toContain('href="https://example.org/out"');
  // Ids are the page's own, and each stands for one thing.
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(complained).not.toHaveBeenCalled();
});

test('nothing that a message or a title holds becomes markup', async () => {
  // The last signs stand for escaped ones while a message is drawn.
  const nasty =
    '<img src=x onerror=alert(1)><script>alert(1)</script>"\'\uE000script\uE001alert(1)\uE002lt;script>';
  await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    text: nasty,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: nasty } },
      { type: 'section', text: { type: 'mrkdwn', text: `${nasty} <javascript:alert(1)|x>` } },
      { type: 'markdown', text: `${nasty} [x](javascript:alert(1))` },
    ],
  });
  await workspace.person.type('briefing', nasty);
  const { html, headers } = await get();
  expect(html).not.toMatch(/<img src="?x|<script>|href="javascript:alert/);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'none'.*script-src 'self';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('escaped signs are shown as they are, and links lead where they say, verbatim or not', async () => {
  const text = '&lt;!here&gt; R&amp;D &amp;lt; <http://a.example/?x=1&amp;y=2|A &lt;b&gt;>';
  await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    text: 'x',
    blocks: [
      { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] },
      { type: 'section', text: { type: 'mrkdwn', text } },
    ],
  });
  const { html } = await get();
  expect(textOf(html).split('<!here> R&D &lt; A <b>')).toHaveLength(3);
  expect(html.split('href="http://a.example/?x=1&amp;y=2"')).toHaveLength(3);
});

test('what was not read yet is counted until it is looked at', async () => {
  const seen = await get(channelPath('general'));
  expect(seen.html).not.toContain('unread</span>');
  await callMethod(workspace, 'chat.postMessage', {
    channel: workspace.channel('briefing'),
    text: 'x',
  });
  expect((await get(channelPath('general'))).html).toMatch(/1<span class="hidden"> unread/);
  await get(channelPath('briefing'));
  expect((await get(channelPath('general'))).html).not.toContain('unread</span>');
});

test('of many messages the latest are shown, and all on demand', async () => {
  for (let n = 1; n <= 60; n += 1) await workspace.person.type('briefing', `message ${n}.`);
  const latest = textOf((await get()).html);
  expect(latest).toContain('Show 10 earlier messages');
  expect([latest.includes('message 10.'), latest.includes('message 11.')]).toEqual([false, true]);
  expect(textOf((await get(`${channelPath('briefing')}?all=1`)).html)).toContain('message 1.');
});

test('a thread stands beside its channel', async () => {
  await workspace.person.type('briefing', 'parent');
  const ts = workspace.log[0]?.ts;
  await workspace.person.type('briefing', 'child', ts);
  expect((await get()).html).toContain('1 reply');
  const { html } = await get(`${channelPath('briefing')}?thread=${ts}`);
  expect(textOf(html.slice(html.indexOf('id="thread"')))).toMatch(/parent.*child/s);
});

test('a modal is shown, filled in and closed without script', async () => {
  app = await connectApp(workspace, (it) => {
    it.command('/echo', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({
        trigger_id: command.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'ask',
          title: { type: 'plain_text', text: 'Ask' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'zone',
              label: { type: 'plain_text', text: 'Time zone' },
              element: { type: 'plain_text_input', action_id: 'zone' },
            },
          ],
        },
      });
    });
    it.view('ask', async ({ ack, view }) => {
      const zone = view.state.values.zone?.zone?.value;
      if (zone === 'UTC') await ack();
      else await ack({ response_action: 'errors', errors: { zone: `No zone ${zone}` } });
    });
  });
  await workspace.person.type('briefing', '/echo');
  await workspace.when(() => workspace.modal());
  expect((await get()).html).toMatch(/<dialog[^>]*open[^>]*>.*Time zone/s);
  const wrong = await post('/modal/submit', { '["zone","zone"]': 'Mars', back: '/' });
  expect(wrong.html).toContain('No zone Mars');
  expect(wrong.html).toContain('value="Mars"');
  const right = await post('/modal/submit', { '["zone","zone"]': 'UTC', back: '/' });
  expect(right.html).not.toContain('<dialog');
});

test('only this page may act, under this name', async () => {
  const fields = { text: 'x', back: '/' };
  const path = `${channelPath('briefing')}/say`;
  expect((await post(path, fields, 'https://evil.example')).status).toBe(403);
  expect((await post(path, fields, 'null')).status).toBe(403);
  const bare = await fetch(new URL(path, workspace.url), {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  expect(bare.status).toBe(403);
  expect(workspace.log).toEqual([]);
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(workspace.url, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

test('a form leads back to this workspace and nowhere else', async () => {
  const response = await fetch(new URL('/modal/close', workspace.url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ back: '//evil.example/' }),
    headers: { origin: new URL(workspace.url).origin },
  });
  expect(response.headers.get('location')).toBe('/');
});

test('an article is shown with its statements, who speaks and why', async () => {
  const { html, status } = await get('/articles/plan/2');
  expect(status).toBe(200);
  const text = textOf(html);
  expect(text).toContain('<script>alert(1)</script> A plan & <b>more</b>');
  expect(html).not.toContain('<script>alert');
  expect(text).toContain('The Example · 22 June 2015');
  expect(html).toContain('href="https://example.org/source"');
  expect(html).not.toContain('href="javascript:');
  expect(html).toMatch(/<mark class="on-record"[^>]*>We blame nobody<\/mark>/);
  expect(html).toMatch(/<mark class="anonymous"[^>]*>a neighbour did it<\/mark>/);
  expect(text).toMatch(/Ada Example, ministry spokeswoman.*on the record.*“Ada Example told”/s);
  expect(text).toMatch(/anonymous officials.*anonymous source.*via Papers/s);
});

test('a cited span is shown whole, marks and all', async () => {
  const start = article.text.indexOf('"We blame');
  const end = article.text.indexOf(' She added');
  const { html } = await get(`/articles/plan/2?start=${start}&end=${end}`);
  const { document } = parseHTML(html);
  expect(document.getElementById('cited')?.textContent).toBe(article.text.slice(start, end));
});

test('a span that is not in the text is not shown, and the rest is', async () => {
  for (const query of ['', 'start=5', 'start=9&end=3', 'start=0&end=99999', 'start=a&end=b']) {
    const { html, status } = await get(`/articles/plan/?${query}`);
    expect([status, html.includes('id="cited"')]).toEqual([200, false]);
  }
});

test('an article that is not there is said to be so', async () => {
  for (const path of ['/articles/none', '/articles/plan/1']) {
    const { html, status } = await get(path);
    expect(status).toBe(404);
    expect(html).toContain('There is no article at this address');
  }
});
