import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { articleFromFile, contentsFromFile } from '../../../src/ingest/files/article-file.ts';
import { fileReaders } from '../../../src/ingest/files/file-readers.ts';
import { documentReader } from '../../../src/ingest/files/read-documents.ts';
import { pageReader } from '../../../src/ingest/pages/read-pages.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';
import { column, makePdf, type Written } from './make-pdf.ts';
import { readAs as readWith } from './read-file.ts';

const shared = fileReaders();
afterAll(() => shared.close());
const readAs = (name: string, bytes: Uint8Array) => readWith(name, bytes, shared);

const TITLE: Written = { text: 'A second intrusion is found', x: 72, y: 720, size: 20 };
const OPENING = [
  'The agency said on Monday that it had found a second intrusion into its systems, and',
  'that it would write to everybody whose records were taken before the end of the month.',
];

async function textOf(pages: readonly (readonly Written[])[]): Promise<readonly string[]> {
  return given(await readAs('a.pdf', makePdf({ pages }))).text.split('\n\n');
}

describe('the text of a PDF', () => {
  test('comes as paragraphs, its title apart', async () => {
    const second = ['A spokesman would not say who was behind it.'];
    const read = given(
      await readAs(
        'a.pdf',
        makePdf({ pages: [[TITLE, ...column(OPENING, 72, 680), ...column(second, 72, 640)]] }),
      ),
    );
    expect(read).toMatchObject({
      title: 'A second intrusion is found',
      text: `${OPENING.join(' ')}\n\n${second[0]}`,
      author: null,
      outlet: null,
      publishedAt: null,
      url: null,
    });
  });

  test('that is indented, not spaced, is divided at its indents', async () => {
    const lines = [
      {
        text: 'The agency said on Monday that it had found a second intrusion into',
        x: 90,
        y: 700,
      },
      {
        text: 'its systems, and nobody knew yet what had been taken from any of them.',
        x: 72,
        y: 688,
      },
      {
        text: 'It would write to everybody whose records were taken, the director said',
        x: 90,
        y: 676,
      },
      { text: 'on the same evening.', x: 72, y: 664 },
    ];
    expect(await textOf([lines])).toEqual([
      `${lines[0]?.text} ${lines[1]?.text}`,
      `${lines[2]?.text} ${lines[3]?.text}`,
    ]);
  });

  test('in two columns is read down the left one first, a heading across both before them', async () => {
    const left = [
      'The agency said on Monday that it',
      'had found a second intrusion into',
      'its systems, which hold the files',
      'of many people in the country, and',
    ];
    const right = [
      'that it would write to all whose',
      'records were taken, though it did',
      'not know yet how many of them',
      'there were.',
    ];
    const across = {
      text: 'What the agency found, and what it will do now',
      x: 72,
      y: 740,
      size: 20,
    };
    const pages = [[across, ...column(left, 72, 700), ...column(right, 320, 700)]];
    const [first, ...rest] = await textOf(pages);
    expect(first).toBe([...left, ...right].join(' '));
    expect(rest).toEqual([]);
  });

  test('with words broken at line ends has them whole, and keeps the hyphens of compounds', async () => {
    const lines = [
      'It said in a long-term plan that this would take years, as the govern-',
      'ment had told it, and that it had no other long-',
      'term plan; the Anglo-',
      'American side agreed.',
    ];
    expect(await textOf([column(lines, 72, 700)])).toEqual([
      'It said in a long-term plan that this would take years, as the government had told it, and that it had no other long-term plan; the Anglo-American side agreed.',
    ]);
  });

  test('goes on over the page, without running headers, footers, numbers of pages and marks of notes', async () => {
    const found = [
      'The agency had by then found an intrusion and told the inspector of it, but',
      'the inspector was in another town and read the letter only a month later, when',
      'nobody at the agency knew who had sent it.',
    ];
    const letters = ['The letter of May.', 'So he told the committee.', 'See the list at the end.'];
    const pages = found
      .map((text, at) => ({ text, page: at + 1, letter: letters[at] ?? '' }))
      .map(({ text, page, letter }) => [
        { text: `Report of the inspector    ${page}`, x: 72, y: 760, size: 8 },
        ...column([text], 72, 700),
        { text: '4', x: 450, y: 704, size: 6 },
        ...column([`${page} ${letter}`], 72, 100, 7),
        { text: `Page ${page} of 3`, x: 280, y: 40, size: 8 },
      ]);
    expect(await textOf(pages)).toEqual([
      found.join(' '),
      ...letters.map((letter, at) => `${at + 1} ${letter}`),
    ]);
  });

  test('in a table or beside numbers of lines is read across', async () => {
    const lines = ['Records of 2013', 'Records of 2014', 'Records of 2015', 'All of them'].map(
      (text, at) => [
        { text, x: 72, y: 700 - 12 * at },
        { text: `${at + 1},200,000`, x: 300, y: 700 - 12 * at },
      ],
    );
    expect((await textOf([lines.flat()])).join(' ')).toContain('Records of 2013 1,200,000');
  });
});

describe('the facts of a PDF', () => {
  const page = [
    TITLE,
    { text: 'By Anne Example', x: 72, y: 700 },
    { text: 'June 22, 2015', x: 72, y: 680 },
    ...column(OPENING, 72, 640),
  ];
  const read = async (info: Record<string, string>, written = page) =>
    given(await readAs('a.pdf', makePdf({ pages: [written], info })));

  test('are those of its metadata where page one bears them out', async () => {
    expect(
      await read({
        Title: 'Second intrusion found',
        Author: 'Anne Example',
        CreationDate: "D:20150623090000-04'00'",
      }),
    ).toMatchObject({
      title: 'Second intrusion found',
      author: 'Anne Example',
      publishedAt: '2015-06-22',
    });
  });

  test.each(['Microsoft Word - doc1', 'untitled', 'TEMPLATE_v3_final.indd', ''])(
    'a title such as “%s” is left for the largest letters of page one',
    async (Title) => {
      expect((await read({ Title, Author: 'jdoe' })).title).toBe('A second intrusion is found');
    },
  );

  test.each(['jdoe', 'Some Typist', 'Administrator'])(
    'an author such as “%s” is none',
    async (Author) => {
      expect((await read({ Author })).author).toBeNull();
    },
  );

  test.each([
    ['years after the day on page one', page, 'D:20260101000000Z'],
    ['with no day on page one', [TITLE, ...column(OPENING, 72, 640)], 'D:20150622000000Z'],
    ['never', page, ''],
  ])('a file made %s is undated', async (_, written, CreationDate) => {
    expect((await read({ CreationDate }, written)).publishedAt).toBeNull();
  });

  test('two reports under one heading are two articles', async () => {
    const other = [
      TITLE,
      ...column(['Nobody had expected this one, said the inspector.'], 72, 640),
    ];
    expect((await read({})).id).not.toBe((await read({}, other)).id);
  });
});

describe('a PDF that cannot be read', () => {
  const pages = [column(OPENING, 72, 700)];
  const whole = makePdf({ pages });

  test.each([
    [
      'locked with a password',
      makePdf({
        pages,
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00><00>]`,
      }),
      'password',
    ],
    ['cut short', whole.subarray(0, 300), 'damaged'],
    ['a picture of a page', makePdf({ pages: [[]], pictures: true }), 'pictures'],
    ['something else', Buffer.from('Plain words.'), 'is none'],
    ['a mark and nothing more', Buffer.from('%PDF-1.7\n'), 'damaged'],
  ])('because it is %s is refused by name, with what to do', async (_, bytes, why) => {
    expect(await readAs('a.pdf', bytes)).toMatchObject({
      refused: expect.stringMatching(new RegExp(`a\\.pdf.*${why}`)),
      next: expect.stringMatching(/\.$/),
    });
  });

  test('is told apart from one that is cut short and has all of its text', async () => {
    const cut = whole.subarray(0, whole.lastIndexOf('xref'));
    expect(given(await readAs('a.pdf', cut)).text).toBe(OPENING.join(' '));
  });

  test('within a time costs its own reading only', async () => {
    const folder = temporaryFolder();
    const [hard, easy] = [join(folder, 'hard.pdf'), join(folder, 'easy.pdf')];
    writeFileSync(
      hard,
      makePdf({ pages: Array.from({ length: 1_500 }, () => column(OPENING, 72, 700)) }),
    );
    writeFileSync(easy, whole);
    const limits = { longestMs: 1, heapMb: 512, memoryMb: 1_500 };
    const hurried = fileReaders(pageReader(), documentReader(limits));
    expect(await articleFromFile(hard, hurried)).toMatchObject({
      refused: expect.stringContaining('seconds'),
    });
    await hurried.close();
    const readers = fileReaders();
    expect(given(await articleFromFile(easy, readers)).text).toBe(OPENING.join(' '));
    await readers.close();
  });

  test('because it unpacks to far more than it is, is refused, and the next one is read', async () => {
    const folder = temporaryFolder();
    const [bomb, easy] = [join(folder, 'bomb.pdf'), join(folder, 'easy.pdf')];
    const drawing = deflateSync(deflateSync(Buffer.alloc(300_000_000, 32)));
    writeFileSync(
      bomb,
      makePdf({ pages: [[]], drawing: deflateSync(Buffer.alloc(300_000_000, 32)) }),
    );
    expect(drawing.length).toBeLessThan(1_000_000);
    writeFileSync(easy, whole);
    const readers = fileReaders(
      pageReader(),
      documentReader({ longestMs: 20_000, heapMb: 256, memoryMb: 200 }),
    );
    expect(await articleFromFile(bomb, readers)).toMatchObject({
      refused: expect.stringContaining('bomb.pdf'),
    });
    expect(given(await articleFromFile(easy, readers)).text).toBe(OPENING.join(' '));
    await readers.close();
  });
});

test('a PDF is one whatever it is called, and pages without text are named', async () => {
  const path = join(temporaryFolder(), 'a.txt');
  writeFileSync(path, makePdf({ pages: [column(OPENING, 72, 700), []] }));
  const readers = fileReaders();
  expect(given(await contentsFromFile(path, readers))).toMatchObject({
    article: { text: OPENING.join(' ') },
    unread: [expect.stringContaining('page 2')],
  });
  await readers.close();
});
