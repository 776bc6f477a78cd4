import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { openTerminal, type Printed } from '../../src/cli/terminal.ts';

type Stream = EventEmitter & Printed & { readonly written: string[] };

const AGAIN = '\r\u001b[K';

function stream(isTTY: boolean, columns = 60): Stream {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
    return true;
  };
  return Object.assign(new EventEmitter(), { isTTY, columns, written, write });
}

function opened(isTTY: boolean, columns?: number) {
  let time = 0;
  const [stdout, stderr] = [stream(isTTY), stream(isTTY, columns)];
  const stdin = (async function* () {})();
  const terminal = openTerminal({ stdin, stdout, stderr }, () => time);
  const pass = (ms: number) => {
    time += ms;
  };
  return { terminal, stdout, stderr, pass };
}

test('a terminal shows a bar in one line that the next replaces', () => {
  const { terminal, stderr, pass } = opened(true);
  for (const done of [0, 1, 2, 4]) {
    terminal.progress({ done, of: 4, at: `folder/${done}.txt` });
    pass(100);
  }
  expect(stderr.written).toEqual([
    `${AGAIN}[...............] 0 of 4 folder/0.txt`,
    `${AGAIN}[###............] 1 of 4 folder/1.txt`,
    `${AGAIN}[#######........] 2 of 4 folder/2.txt`,
    `${AGAIN}[###############] 4 of 4 folder/4.txt`,
  ]);
});

test('a name too long for the line shows its end, and cannot act on the terminal', () => {
  const { terminal, stderr } = opened(true, 40);
  terminal.progress({ done: 1, of: 2, at: `${'deep/'.repeat(30)}\u001b[2Jlast\n.txt` });
  const [text = ''] = stderr.written;
  expect(text.slice(AGAIN.length)).toMatch(/^\[#+\.+\] 1 of 2 ….*last \.txt$/);
  expect(text.slice(AGAIN.length)).not.toMatch(/\p{Cc}/u);
  expect(text.length).toBeLessThanOrEqual(AGAIN.length + 39);
});

test('a bar is not drawn more often than anybody can read, but its end is', () => {
  const { terminal, stderr } = opened(true);
  for (let done = 0; done <= 1_000; done += 1) terminal.progress({ done, of: 1_000, at: 'a.txt' });
  expect(stderr.written).toHaveLength(2);
  expect(stderr.written[1]).toContain('1000 of 1000');
});

test('without a known end the bar is a count', () => {
  const { terminal, stderr } = opened(true);
  terminal.progress({ done: 7, of: null, at: 'a.txt' });
  expect(stderr.written).toEqual([`${AGAIN}7 done a.txt`]);
});

test('a message or a result takes the bar away first', async () => {
  const { terminal, stderr } = opened(true);
  terminal.progress({ done: 1, of: 2, at: 'a.txt' });
  terminal.say('Careful.');
  terminal.progress({ done: 1, of: 2, at: 'a.txt' });
  await terminal.print('Result.');
  expect(stderr.written.map((text) => text.slice(0, 9))).toEqual([
    expect.stringMatching(/^\r/),
    AGAIN,
    'Careful.\n',
    expect.stringMatching(/^\r/),
    AGAIN,
  ]);
});

test('where nobody watches, short work says nothing and long work a plain line now and then', async () => {
  const { terminal, stdout, stderr, pass } = opened(false);
  for (let done = 0; done < 100; done += 1) {
    terminal.progress({ done, of: 100, at: `${done}.txt` });
    await terminal.print('{}');
    pass(1_000);
  }
  expect(stderr.written).toEqual([
    '5 of 100, at 5.txt\n',
    '35 of 100, at 35.txt\n',
    '65 of 100, at 65.txt\n',
    '95 of 100, at 95.txt\n',
  ]);
  expect(stdout.written).toEqual(Array(100).fill('{}\n'));
});
