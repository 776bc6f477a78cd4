import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { articleFromFile } from '../../../src/ingest/files/article-file.ts';
import { fileReaders } from '../../../src/ingest/files/file-readers.ts';
import { pageReader } from '../../../src/ingest/pages/read-pages.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';
import { readAs } from './read-file.ts';

const PROSE = 'The agency said on Monday that it had found a second intrusion.';

describe('a plain text', () => {
  test('has its first line as title where that looks like one', async () => {
    const read = given(await readAs('a.txt', `A second intrusion\n\n${PROSE}\n\nMore of it.\n`));
    expect(read).toMatchObject({
      title: 'A second intrusion',
      text: `${PROSE}\n\nMore of it.`,
      outlet: null,
      publishedAt: null,
      url: null,
    });
  });

  test.each([
    ['a sentence', `${PROSE}\n\nMore of it.`],
    ['a quotation that ends a sentence', '“We will not go into that.”\n\nMore of it.'],
    ['followed by no blank line', 'A second intrusion\nMore of it.'],
    ['all there is', 'A second intrusion'],
    ['long', `${'word '.repeat(60)}\n\nMore of it.`],
  ])('has no title where its first line is %s', async (_, text) => {
    expect(given(await readAs('a.txt', text)).title).toBeNull();
  });

  test('wrapped at a fixed width comes as paragraphs', async () => {
    const wrapped = `The agency said on Monday that it had found a second intrusion into\nits systems, and that it would write to everybody whose records were\ntaken.\n\nMore of it.`;
    expect(given(await readAs('a.txt', wrapped)).text).toBe(
      `${wrapped.split('\n\n')[0]?.replaceAll('\n', ' ')}\n\nMore of it.`,
    );
  });

  test('with a paragraph a line comes as paragraphs', async () => {
    const lines = [PROSE, `${PROSE} ${PROSE}`, 'A last one.'];
    expect(given(await readAs('a.txt', lines.join('\r\n'))).text).toBe(lines.join('\n\n'));
  });
});

describe('a Markdown file', () => {
  test('has its facts in front matter and plain prose as text', async () => {
    const markdown = `---
title: "A title: with a colon"
outlet: The Courier
author: [One Author, Another Author]
date: 2015-06-22
url: https://news.example/a?utm_source=x
basedOn:
  - https://source.example/1
---

# A title: with a colon

The **agency** said [on Monday](https://x.example/a_(b)) that it had
found a _second_ intrusion into the S&amp;ED's files.

> “We will *not* go into that,” he said. 5 * 3 is not 5\\*3, nor is snake_case_name.

## What is next

- One item
- [x] Another one
`;
    expect(given(await readAs('a.md', markdown))).toMatchObject({
      title: 'A title: with a colon',
      outlet: 'The Courier',
      author: 'One Author, Another Author',
      publishedAt: '2015-06-22',
      url: 'https://news.example/a?utm_source=x',
      basedOn: ['https://source.example/1'],
      text: [
        "The agency said on Monday that it had found a second intrusion into the S&ED's files.",
        '“We will not go into that,” he said. 5 * 3 is not 5*3, nor is snake_case_name.',
        'What is next',
        'One item',
        '[x] Another one',
      ].join('\n\n'),
    });
  });

  test('without front matter takes its first heading as title', async () => {
    expect(given(await readAs('a.md', `# A title\n\n${PROSE}`))).toMatchObject({
      title: 'A title',
      text: PROSE,
    });
  });

  test('leaves out code, comments, pictures and footnote marks, but no words', async () => {
    const markdown = `Before.[^1]\n\n\`\`\`\ncode\n\`\`\`\n\n<!-- a\n\ncomment -->![a picture](x.png)After [the\nquoted] “[sic]” word.\n\n[^1]: https://x.example\n`;
    expect(given(await readAs('a.md', markdown)).text).toBe(
      'Before.\n\nAfter [the quoted] “[sic]” word.',
    );
  });

  test.each([
    ['2015-06-22T14:05-04:00', '2015-06-22T14:05:00-04:00'],
    ['2014-04-25 17:53:00-04:00', '2014-04-25T17:53:00-04:00'],
    ['2015-06-22T14:05:00Z', '2015-06-22T14:05:00Z'],
    ['2015-06-22T14:05:00', '2015-06-22'],
  ])('dated %s was published %s', async (date, publishedAt) => {
    const read = given(await readAs('a.md', `---\ndate: ${date}\n---\n${PROSE}`));
    expect(read.publishedAt).toBe(publishedAt);
  });

  test.each([
    ['an impossible date', 'date: 2015-02-30', 'date'],
    ['a date in other words', 'date: last Monday', 'date'],
    ['an address that is none', 'url: javascript:alert(1)', 'url'],
    ['a list where a title belongs', 'title: [a, b]', 'title'],
    ['broken YAML', 'title: "open\ndate: x', 'line'],
    ['a colon that YAML takes for its own', 'title: a: b', 'line'],
    ['an alias bomb', `a: &a [x]\ntitle: ${'[*a,'.repeat(30)}x${']'.repeat(30)}`, 'title'],
  ])('with %s is refused by name', async (_, matter, named) => {
    expect(await readAs('a.md', `---\n${matter}\n---\n${PROSE}`)).toMatchObject({
      refused: expect.stringMatching(new RegExp(`a\\.md.*${named}`)),
      next: expect.any(String),
    });
  });

  test('with front matter that never ends is refused', async () => {
    expect(await readAs('a.md', `---\ntitle: A\n${PROSE}`)).toMatchObject({
      refused: expect.stringContaining('no end'),
    });
  });
});

describe('a saved page', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const paragraphs = Array.from(
    { length: 6 },
    (_, n) => `<p>${PROSE} Part ${n}, at the S&amp;ED.</p>`,
  );

  test('has its facts from JSON-LD and its text without what stands beside it', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Elsewhere' },
        {
          '@type': ['NewsArticle'],
          headline: 'A second intrusion',
          datePublished: '2015-06-22T09:00:00-04:00',
          author: [{ name: 'One Author' }, { name: 'Another Author' }],
          publisher: { name: 'The Courier' },
        },
      ],
    };
    const html = page(
      `<title>A second intrusion | The Courier</title><link rel="canonical" href="https://courier.example/second">
       <script type="application/ld+json">${JSON.stringify(data)}</script>`,
      `<nav>Home News</nav><article><h1>A second intrusion</h1>${paragraphs.join('')}
       <figure><img src="x"><figcaption>A caption</figcaption></figure><aside>Read also</aside></article><footer>Imprint</footer>`,
    );
    const read = given(await readAs('a.html', html));
    expect(read).toMatchObject({
      title: 'A second intrusion',
      outlet: 'The Courier',
      author: 'One Author, Another Author',
      publishedAt: '2015-06-22T09:00:00-04:00',
      url: 'https://courier.example/second',
    });
    expect(read.text.split('\n\n')).toContain(`${PROSE} Part 3, at the S&ED.`);
    expect(read.text).not.toMatch(/caption|Read also|Imprint|Home News/);
  });

  test('has its facts from meta tags where there is no JSON-LD, or it is broken', async () => {
    const html = page(
      `<meta property="og:title" content="A second intrusion"><meta property="og:site_name" content="The Courier">
       <meta name="author" content="One Author"><meta property="article:published_time" content="2015-06-22">
       <meta property="og:url" content="https://courier.example/second"><script type="application/ld+json">{"a":</script>`,
      paragraphs.join(''),
    );
    expect(given(await readAs('a.htm', html))).toMatchObject({
      title: 'A second intrusion',
      outlet: 'The Courier',
      author: 'One Author',
      publishedAt: '2015-06-22',
      url: 'https://courier.example/second',
    });
  });

  test('with no date that can be read stays undated', async () => {
    const html = page('<meta name="date" content="2015-02-30">', paragraphs.join(''));
    expect(given(await readAs('a.html', html)).publishedAt).toBeNull();
  });

  test('without text is refused', async () => {
    expect(await readAs('a.html', page('<title>A</title>', '<script>x</script>'))).toMatchObject({
      refused: expect.stringContaining('no text'),
    });
  });

  test('nested without end is read or refused, and the next one is read', async () => {
    const path = join(temporaryFolder(), 'deep.html');
    writeFileSync(path, `${'<div>'.repeat(5_000)}${PROSE}`);
    const readers = fileReaders(pageReader(4_000));
    await articleFromFile(path, readers);
    writeFileSync(path, page('', paragraphs.join('')));
    expect(given(await articleFromFile(path, readers)).text).toContain(PROSE);
    await readers.close();
  }, 60_000);

  test('whose reading breaks down costs no other', async () => {
    const path = join(temporaryFolder(), 'a.html');
    writeFileSync(path, page('', paragraphs.join('')));
    const readers = fileReaders();
    // The thread that reads pages cannot start with this.
    vi.stubEnv('TSX_TSCONFIG_PATH', join(path, 'none'));
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(articleFromFile(path, readers)).rejects.toThrow();
    vi.unstubAllEnvs();
    expect(given(await articleFromFile(path, readers)).text).toContain(PROSE);
    await readers.close();
  });
});

describe('the encoding', () => {
  const text = 'He said: “Café costs €5 – naïve.” Then he left the room and went on to say more.';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const windows = Buffer.from(
    'He said: \x93Caf\xe9 costs \x805 \x96 na\xefve.\x94 Then he left the room and went on to say more.',
    'latin1',
  );

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['windows-1252', windows],
  ])('%s is read', async (_, bytes) => {
    expect(given(await readAs('a.txt', bytes)).text).toBe(text);
  });

  test('that a page declares is read', async () => {
    const body = Buffer.from('<p>\u041f\u0440\u0438\u0432\u0435\u0442</p>');
    const koi8 = Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]);
    const html = Buffer.concat([
      Buffer.from('<html><head><meta charset="koi8-r"></head><body><p>'),
      koi8,
      Buffer.from('</p></body></html>'),
    ]);
    expect(given(await readAs('a.html', html)).text).toBe('Привет');
    expect(given(await readAs('b.html', body)).text).toBe('Привет');
  });

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not text'],
    ['damaged UTF-8', Buffer.concat([Buffer.from(text), Buffer.from([0xe2, 0x80])]), 'UTF-8'],
    ['UTF-16 without a mark', utf16.subarray(2), 'not text'],
    ['another alphabet', Buffer.from('cff0e8e2e5f220eceef0'.repeat(5), 'hex'), 'encoding'],
  ])('of %s is refused', async (_, bytes, why) => {
    expect(await readAs('a.txt', bytes)).toMatchObject({
      refused: expect.stringContaining(why),
      next: expect.stringContaining('UTF-8'),
    });
  });
});

describe('a file that is no article', () => {
  test.each([
    ['empty.txt', '', 'empty'],
    ['blank.txt', ' \n\n ', 'no text'],
    ['title.md', '---\ntitle: A\n---\n', 'no text'],
    ['paper.pdf', '%PDF-1.4', 'damaged'],
    ['picture.png', 'x', '(.png)'],
    ['long.txt', 'word '.repeat(300_000), '1,000,000'],
  ])('%s is refused by name', async (name, content, why) => {
    expect(await readAs(name, content)).toMatchObject({
      refused: expect.stringMatching(new RegExp(`${name}.*${why.replace(/[.()]/g, '\\$&')}`)),
      next: expect.any(String),
    });
  });

  test('is told which kinds are read', async () => {
    expect(await readAs('a.docx', 'x')).toMatchObject({
      next: expect.stringMatching(/\.txt, \.md, \.html, \.pdf or \.eml/),
    });
  });

  test('of 50 MB is refused by its size', async () => {
    const path = join(temporaryFolder(), 'huge.txt');
    writeFileSync(path, 'x');
    truncateSync(path, 50_000_000);
    expect(await articleFromFile(path, fileReaders())).toMatchObject({
      refused: `${path} is larger than 10 MB.`,
    });
  });

  test('that is missing, a folder or a link to itself is refused by name', async () => {
    const folder = temporaryFolder();
    const readers = fileReaders();
    const link = join(folder, 'link.txt');
    symlinkSync(link, link);
    mkdirSync(join(folder, 'folder.txt'));
    for (const name of ['missing.txt', 'folder.txt', 'link.txt']) {
      expect(await articleFromFile(join(folder, name), readers)).toMatchObject({
        refused: expect.stringContaining(name),
        next: expect.any(String),
      });
    }
  });
});
