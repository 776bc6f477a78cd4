import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, withoutChromium } from '../chromium.ts';
import { type Bot, startBot } from './child.ts';

describe.skipIf(withoutChromium())('a newcomer with a browser', () => {
  let folder: string;
  let bot: Bot;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefing-newcomer-'));
    bot = startBot({ DATA_FOLDER: folder });
    [url = ''] = /http:\/\/\S+/.exec(await bot.ready) ?? [];
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    bot?.process.kill('SIGTERM');
    await bot?.ended;
    await rm(folder, { recursive: true, force: true });
  });

  it('types /brief opm and reads the three standings of 22 June, each beside its words', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('combobox').fill('/brief opm');
    await page.getByRole('combobox').press('Enter');
    const answer = page.getByRole('article').filter({ hasText: 'The OPM breaches' });
    await answer.waitFor();
    const lines = await answer.getByRole('listitem').allTextContents();
    const beside = (standing: string) => lines.filter((line) => line.includes(standing)).join('\n');
    expect(beside('on the record')).toContain('Kirby');
    expect(beside('unnamed official')).toContain('senior State Department official');
    expect(beside('anonymous source')).toMatch(/unnamed officials|anonymous|people familiar/);
    expect(beside('on the record')).not.toContain('senior State Department official');
    await page.close();
  });

  it('follows a citation to the very words in the article', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('combobox').fill('/brief opm as of 2015-06-22');
    await page.getByRole('combobox').press('Enter');
    const answer = page.getByRole('article').filter({ hasText: 'as of 22 June 2015' });
    await answer.waitFor();
    const line = answer.getByRole('listitem').first();
    const words = ((await line.textContent()) ?? '').replaceAll(/\s+/g, ' ');
    const [article] = await Promise.all([
      page.context().waitForEvent('page'),
      line.getByRole('link').first().click(),
    ]);
    const cited = article.locator('#cited');
    await cited.first().waitFor();
    expect(words).toContain(
      ((await cited.first().textContent()) ?? '').trim().replaceAll(/\s+/g, ' '),
    );
    await page.close();
  });
});
