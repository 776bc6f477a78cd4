import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium on this machine: CHROMIUM_PATH, else a usual place, else nothing. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...USUAL].find((path) => existsSync(path));
}

/** Whether browser tests are left out for want of a browser. In CI they are not: they fail, and say why. */
export function withoutChromium(): boolean {
  if (findChromium()) return false;
  const why = 'No Chromium was found. Install one or set CHROMIUM_PATH to run the browser tests.';
  if (process.env.CI) throw new Error(why);
  console.warn(`Skipped: ${why}`);
  return true;
}
