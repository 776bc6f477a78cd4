import type { App } from '@slack/bolt';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { findChromium, withoutChromium } from '../chromium.ts';
import { article } from './article.ts';
import { connectApp, openWorkspace } from './bolt.ts';
import { callMethod } from './web-api.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

describe.skipIf(withoutChromium())('the page in a browser', () => {
  let browser: Browser;
  let workspace: Workspace;
  let app: App;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    workspace = await openWorkspace({ showArticle: async () => article });
    app = await connectApp(workspace, (it) => {
      it.command('/echo', async ({ ack, command, respond }) => {
        await ack();
        await respond({
          text: command.text,
          blocks: [
            { type: 'section', text: { type: 'mrkdwn', text: `You said *${command.text}*` } },
            {
              type: 'actions',
              elements: [
                { type: 'button', action_id: 'open', text: plain('Open') },
                {
                  type: 'static_select',
                  action_id: 'pick',
                  placeholder: plain('Pick one'),
                  options: [{ text: plain('First'), value: '1' }],
                },
              ],
            },
          ],
        });
      });
      it.action('pick', async ({ ack, action, respond }) => {
        await ack();
        const chosen = 'selected_option' in action ? action.selected_option : null;
        await respond({ replace_original: true, text: `picked ${chosen?.value}` });
      });
      it.action('open', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'ask',
            title: plain('Ask'),
            submit: plain('Save'),
            blocks: [
              {
                type: 'input',
                block_id: 'zone',
                label: plain('Time zone'),
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
    page = await browser.newPage();
    troubles = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (said) => {
      if (said.type() === 'error') troubles.push(said.text());
    });
    await page.goto(workspace.url);
  });
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await page.close();
    await app.stop();
    await workspace.close();
  });

  const focused = (locator: Locator) => locator.and(page.locator(':focus')).waitFor();
  const composer = () => page.getByRole('combobox', { name: 'Message #briefing' });

  test('a command is completed and sent by keyboard, and its answer appears by itself', async () => {
    await composer().press('/');
    const list = page.getByRole('listbox', { name: 'Commands' });
    await list.waitFor();
    expect(await composer().getAttribute('aria-expanded')).toBe('true');
    const selected = () => page.getByRole('option', { selected: true }).textContent();
    expect(await selected()).toMatch(/^\/echo \[words\] Says it back/);
    await composer().press('ArrowDown');
    expect(await selected()).toMatch(/^\/deaf/);
    await composer().press('ArrowDown');
    expect(await selected()).toMatch(/^\/echo/);
    await composer().press('Escape');
    expect(await list.isVisible()).toBe(false);
    await composer().pressSequentially('e');
    await composer().press('Tab');
    expect(await composer().inputValue()).toBe('/echo ');
    await composer().pressSequentially('hello');
    await composer().press('Enter');
    await page.getByText('You said hello').waitFor();
    expect(await composer().inputValue()).toBe('');
    expect(await page.getByText('Only visible to you').count()).toBe(1);
  });

  test('Shift and Enter start a new line', async () => {
    await composer().fill('one');
    await composer().press('Shift+Enter');
    await composer().pressSequentially('two');
    await composer().press('Enter');
    await workspace.when(() => workspace.log.find(({ text }) => text === 'one\ntwo'));
  });

  test('a suggestion fills the composer', async () => {
    await page.getByRole('link', { name: '/echo' }).click();
    expect(await composer().inputValue()).toBe('/echo');
    await focused(composer());
  });

  test('a message that comes meanwhile leaves what is being typed alone', async () => {
    await composer().fill('half a thou');
    await callMethod(workspace, 'chat.postMessage', {
      channel: workspace.channel('briefing'),
      text: 'News',
    });
    await page.getByText('News').waitFor();
    expect(await composer().inputValue()).toBe('half a thou');
    await callMethod(workspace, 'chat.postMessage', {
      channel: workspace.person.id,
      text: 'For you',
    });
    await page.getByRole('link', { name: 'Echo 1 unread' }).waitFor();
  });

  test('a choice in a menu is sent at once', async () => {
    await composer().fill('/echo x');
    await composer().press('Enter');
    await page.getByLabel('Pick one').selectOption('1');
    await page.getByText('picked 1').waitFor();
  });

  test('a modal is opened, corrected, sent and closed by keyboard', async () => {
    await composer().fill('/echo x');
    await composer().press('Enter');
    const opener = page.getByRole('button', { name: 'Open' });
    await opener.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask' });
    await dialog.waitFor();
    const zone = dialog.getByLabel('Time zone');
    await focused(zone);
    await zone.pressSequentially('Mars');
    await zone.press('Enter');
    await dialog.getByText('No zone Mars').waitFor();
    expect(await zone.getAttribute('aria-invalid')).toBe('true');
    await zone.fill('UTC');
    await zone.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await focused(opener);
    await opener.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(workspace.modal()).toBeUndefined();
  });

  test('by keyboard alone one skips to the content and reaches channels, messages and composer', async () => {
    // Without script, which would put the focus into the composer.
    const plainPage = await browser.newPage({ javaScriptEnabled: false });
    await plainPage.goto(workspace.url);
    const reached: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      await plainPage.keyboard.press('Tab');
      const here = plainPage.locator(':focus');
      reached.push((await here.textContent()) || String(await here.getAttribute('placeholder')));
    }
    expect(reached.map((text) => text.replaceAll('\n', ''))).toEqual([
      'Skip to the content',
      '#briefing',
      '#general',
      '#random',
      '@Echo',
      '⌂Home',
      '/echo',
      '/deaf',
      'Message #briefing',
    ]);
    await plainPage.close();
  });

  test.each(['light', 'dark'] as const)(
    'at 390 px nothing is wider than the screen (%s)',
    async (colorScheme) => {
      const small = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme });
      await workspace.person.type('briefing', `/echo ${'long'.repeat(200)}`);
      await workspace.when(() => workspace.log.length > 0);
      const width = () => small.evaluate('document.documentElement.scrollWidth');
      await small.goto(workspace.url);
      expect(await width()).toBe(390);
      const channels = small.getByRole('navigation', { name: 'Channels' });
      expect(await channels.isVisible()).toBe(false);
      await small.getByRole('link', { name: 'Channels' }).click();
      await channels.getByRole('link', { name: 'general' }).click();
      await small.getByRole('heading', { name: '#general' }).waitFor();
      expect(await channels.isVisible()).toBe(false);
      await small.goto(`${workspace.url}articles/plan/2`);
      expect(await width()).toBe(390);
      await small.close();
    },
  );

  test('an answer is brought into view, the beginning of one that is longer than the window', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 500 } });
    await page.goto(workspace.url);
    const words = page.getByRole('combobox', { name: 'Message' });
    const ask = async (text: string) => {
      await words.fill(text);
      await words.press('Enter');
    };
    await ask(`/echo first ${'and on and on '.repeat(180)}`);
    const isInView = async (text: string) => {
      const box = await page.getByText(text).first().boundingBox();
      return box !== null && box.y >= 0 && box.y < 500;
    };
    await page.getByText('You said').waitFor();
    expect(await isInView('You said')).toBe(true);
    await ask('/echo short');
    await page.getByText('You said short').waitFor();
    expect(await isInView('You said short')).toBe(true);
    await page.close();
  });

  test('an article opens at the span cited', async () => {
    const long = {
      ...article,
      text: `${'Filler.\n\n'.repeat(300)}The point.`,
      reading: { ...article.reading, statements: [] },
    };
    const other = await openWorkspace({ showArticle: async () => long });
    const start = long.text.indexOf('The point.');
    await page.goto(`${other.url}articles/plan/2?start=${start}&end=${start + 10}`);
    const place = async () => (await page.locator('#cited').boundingBox())?.y ?? -1;
    await expect.poll(place).toBeGreaterThan(0);
    await expect.poll(place).toBeLessThan(720);
    await other.close();
  });

  test('a workspace that has stopped says so', async () => {
    const other = await openWorkspace();
    const lonely = await browser.newPage();
    await lonely.goto(other.url);
    await other.close();
    await lonely.getByText('The workspace has stopped.').waitFor();
    await lonely.close();
  });
});
