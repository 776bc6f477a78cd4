import { expect, test } from 'vitest';
import { finish, type Outcome } from '../../src/cli/finish.ts';
import { StorageError } from '../../src/corpus/storage-error.ts';
import { refuse } from '../../src/news/refusal.ts';
import { terminalHere } from './here.ts';

const FULL = refuse('The disk is full.', 'Free some space.');

test.each<[string, () => Promise<Outcome>, number, RegExp]>([
  ['all of it done', async () => 'done', 0, /^$/],
  ['some of it failed, as was said', async () => 'failed', 1, /^$/],
  ['a refusal', async () => FULL, 1, /^The disk is full\. Free some space\.\n$/],
  [
    'a failing disk',
    () => Promise.reject(new StorageError(FULL)),
    1,
    /^The disk is full\. Free some space\.\n$/,
  ],
  [
    'a defect',
    () => Promise.reject(new TypeError('x is not a function')),
    70,
    /^That went wrong on our side \([0-9a-f]{8}\)\..*\nTypeError: x is not a function\n +at /,
  ],
])('%s ends with its status and its words on standard error', async (_, work, status, message) => {
  const { terminal, ran } = terminalHere();
  await finish(terminal, work);
  expect(ran).toMatchObject({ status, out: '' });
  expect(ran.err).toMatch(message);
});
