import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, withoutChromium } from '../chromium.ts';
import { type Office, openOffice } from './office.ts';

describe.skipIf(withoutChromium())('questions in a browser, by keyboard alone', () => {
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
    office = await openOffice();
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  });
  afterEach(async () => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.close();
    await office.close();
  });

  /** Moves the focus with a key until an element has it, then presses Enter. */
  async function reachAndPress(name: RegExp | string, role: 'button' | 'link', key = 'Tab') {
    const wanted = page.getByRole(role, { name }).last();
    await wanted.waitFor();
    for (let step = 0; step < 60; step += 1) {
      if ((await wanted.and(page.locator(':focus')).count()) > 0) break;
      await page.keyboard.press(key);
    }
    expect(await wanted.and(page.locator(':focus')).count()).toBe(1);
    await page.keyboard.press('Enter');
  }

  it('one is asked in the direct messages and answered there', async () => {
    await page.goto(office.workspace.url);
    await reachAndPress('Channels', 'link', 'Shift+Tab');
    await reachAndPress(/Briefing$/, 'link');
    await page.getByRole('heading', { name: 'Ask Briefing something' }).waitFor();
    await page.getByRole('combobox', { name: 'Message Briefing' }).focus();
    await page.keyboard.type('who co-hosted the SSD?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'who co-hosted the SSD?' }).waitFor();
    await page.getByText('Antony Blinken').first().waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
    await reachAndPress('Timeline', 'button', 'Shift+Tab');
    await page.getByRole('heading', { name: 'Timeline: who co-hosted' }).waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(1);
  });

  it('one is asked by mention, which is completed, and answered in its thread', async () => {
    await page.goto(office.workspace.url);
    const words = page.getByRole('combobox', { name: 'Message #briefing' });
    await words.focus();
    await page.keyboard.type('@b');
    await page.getByRole('option', { name: '@Briefing' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await words.inputValue()).toBe('@Briefing ');
    await page.keyboard.type('who was behind the OPM breach?');
    await page.keyboard.press('Enter');
    await reachAndPress('1 reply', 'link', 'Shift+Tab');
    const thread = page.getByRole('complementary', { name: 'Thread' });
    const answer = thread.getByRole('heading', { name: 'who was behind the OPM breach?' });
    // The beginning of an answer that is longer than the window.
    await expect.poll(async () => (await answer.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    expect((await answer.boundingBox())?.y).toBeLessThan(300);
    await reachAndPress('Quotes', 'button', 'Shift+Tab');
    await thread.getByText('Only visible to you').waitFor();
  });
});
