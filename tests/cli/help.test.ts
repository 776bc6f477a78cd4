import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { briefing } from './briefing.ts';
import { briefingHere } from './here.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const COMMANDS = [
  ...['brief', 'ingest', 'remove', 'feeds', 'topics', 'digest', 'inspect', 'migrate', 'doctor'],
];

test('help lists exactly the commands that the README shows', async () => {
  const { status, out } = await briefing(['--help']);
  expect(status).toBe(0);
  const shown = README.matchAll(/^npm run -s briefing -- (\w+)/gm);
  const listed = /Commands:\n([\s\S]*)/.exec(out)?.[1]?.matchAll(/^ {2}(\w+)/gm) ?? [];
  expect([...listed].map(([, name]) => name)).toEqual([...COMMANDS, 'help']);
  expect(new Set([...shown].map(([, name]) => name))).toEqual(new Set(COMMANDS));
});

test('each option that the README uses is one of its command', async () => {
  const uses = [...README.matchAll(/^npm run -s briefing -- (\w+(?: (?:article|add))?)(.*)$/gm)];
  const used = uses.flatMap(([, command = '', rest = '']) =>
    [...rest.matchAll(/--[\w-]+/g)].map(([option]) => [command, option] as const),
  );
  expect(used.length).toBeGreaterThan(1);
  for (const [command, option] of used) {
    const { status, out } = await briefingHere([...command.split(' '), '--help'], '/nowhere');
    expect(status).toBe(0);
    expect(out).toContain(option);
  }
});

test('a command that is not one is told what was meant and where to look', async () => {
  const { status, out, err } = await briefing(['breif', 'opm']);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toBe(
    "Unknown command 'breif'. Did you mean brief? See npm run -s briefing -- --help.\n",
  );
});

test.each([
  [['brief', 'opm', '--jsn'], /'--jsn'\. Did you mean --json\? See briefing brief --help/],
  [['nothing-like-it'], /'nothing-like-it'\. See briefing --help/],
  [['ingest'], /^Missing required argument 'files'\. See briefing ingest --help/],
  [['digest', '--dry-run'], /^No channel is named\. Add --channel/],
])('%j is refused with where to look', async (args, message) => {
  const { status, out, err } = await briefingHere(args, '/nowhere');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(message);
});
