import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { briefing, objects } from './briefing.ts';
import { briefingHere } from './here.ts';
import { INGESTED } from './shapes.ts';

const LETTER = `From: The Courier <news@courier.example>
Subject: The week
Date: Mon, 22 Jun 2015 09:00:00 -0400
Message-ID: <1@courier.example>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html

<p>The agency said on Monday that it had found a second intrusion.</p>
<p><a href="https://courier.example/2015/second">A second intrusion is found</a></p>
<p><a href="https://courier.example/2015/talks">Talks go on without it</a></p>
--b
Content-Type: text/plain
Content-Disposition: attachment; filename="notes.txt"

Notes.
--b--
`;

test('ingest lists the stories of a newsletter, and says which the library has', async () => {
  const [folder, data] = [temporaryFolder(), join(temporaryFolder(), 'data')];
  const letter = join(folder, 'letter.eml');
  const known = join(folder, 'known.md');
  writeFileSync(letter, LETTER);
  writeFileSync(known, '---\nurl: https://courier.example/2015/second\n---\nIt was found.');
  await briefingHere(['ingest', known], data);

  const { status, out } = await briefingHere(['ingest', letter], data);
  expect(status).toBe(0);
  expect(out.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^added: The week \([0-9a-f]{16}\)$/),
    '  in the library: A second intrusion is found – https://courier.example/2015/second',
    '  links: Talks go on without it – https://courier.example/2015/talks',
    '  not read: the attachment notes.txt',
  ]);
  const json = await briefing(['ingest', '--json', letter, known], { data });
  const [read, other] = objects(json.out).map((one) => INGESTED.parse(one));
  expect(read).toMatchObject({
    title: 'The week',
    change: 'unchanged',
    links: [
      { title: 'A second intrusion is found', known: true },
      { title: 'Talks go on without it', known: false },
    ],
    unread: ['the attachment notes.txt'],
  });
  expect(other).not.toHaveProperty('links');
  expect(json.err).toMatch(/0 failed\.\n$/);
});

test('help for ingest names every kind of file that is read', async () => {
  const { out } = await briefingHere(['ingest', '--help'], '/dev/null/nowhere');
  for (const ending of ['.txt', '.md', '.html', '.pdf', '.eml']) expect(out).toContain(ending);
});
