import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, withoutChromium } from '../chromium.ts';
import { feedAt, memorySources } from './memory-sources.ts';
import { type Office, openOffice } from './office.ts';

const FEED = 'https://news.example/feed';
const web = { [FEED]: { feed: 'Lake gazette', listed: 25 } };

describe.skipIf(withoutChromium())('sources in a browser, by keyboard alone', () => {
  let browser: Browser;
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    const followed = [feedAt('https://sea.example/feed', { title: 'Sea gazette' })];
    office = await openOffice({}, [], { sourcesOn: () => memorySources({ followed, web }) });
    page = await browser.newPage();
  });
  afterEach(async () => {
    await page.close();
    await office.close();
  });

  /** Presses Tab until an element has the focus, then Enter. */
  async function reachAndPress(name: string, role: 'button' | 'link' = 'button') {
    const wanted = page.getByRole(role, { name, exact: true }).first();
    await wanted.waitFor();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      if ((await wanted.and(page.locator(':focus')).count()) > 0) break;
    }
    expect(await wanted.and(page.locator(':focus')).count()).toBe(1);
    await page.keyboard.press('Enter');
  }

  it('a feed is added on Home, and one removed once that is confirmed', async () => {
    await page.goto(office.workspace.url);
    await reachAndPress('Home', 'link');
    await reachAndPress('Add source');
    const form = page.getByRole('dialog', { name: 'Add source' });
    await form.waitFor();
    await page.keyboard.type('gazette');
    await page.keyboard.press('Enter');
    await form.getByText('is no address of the web').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('news.example/feed');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('It lists 25 entries').waitFor();
    await page.keyboard.press('Escape');
    // The form closes after the key was pressed, and names the feed as Home does.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Lake gazette' }).waitFor();
    await reachAndPress('Remove');
    await page.getByRole('dialog', { name: 'Stop following?' }).waitFor();
    await reachAndPress('Stop following');
    await page.getByRole('dialog').getByText('is not followed any more').waitFor();
    expect(await office.desk.sources.feeds()).toMatchObject([{ title: 'Lake gazette' }]);
  });

  it('a feed that a message links to is followed by way of the message', async () => {
    await page.goto(office.workspace.url);
    await page.keyboard.type(`Our news: ${FEED}`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: FEED }).waitFor();
    await page.goto(office.workspace.url);
    await page.getByRole('main').focus();
    await page.locator('body').press('Home');
    await reachAndPress('Add to library');
    await reachAndPress('Follow Lake gazette');
    await page.getByText('Following Lake gazette').waitFor();
    expect(await office.desk.sources.feeds()).toHaveLength(2);
  });

  it('Home is there without script, and no wider than a telephone', async () => {
    const small = await browser.newPage({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    await small.goto(`${office.workspace.url}home`);
    await small.getByRole('heading', { name: 'Topics' }).waitFor();
    const box = await small.getByRole('heading', { name: 'Topics' }).boundingBox();
    expect(box?.y).toBeLessThan(200);
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await small.close();
  });
});
