import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  contentsFromBytes,
  contentsFromFile,
  type FileContents,
} from '../../../src/ingest/files/article-file.ts';
import { fileReaders } from '../../../src/ingest/files/file-readers.ts';
import { given } from '../../corpus/given.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

const readers = fileReaders();
afterAll(() => readers.close());

const HEAD = {
  From: '"The Courier" <news@courier.example>',
  Subject: 'A second intrusion',
  Date: 'Mon, 22 Jun 2015 09:00:00 -0400',
  'Message-ID': '<1@courier.example>',
};
type Headers = Readonly<Record<string, string | undefined>>;

const BODY = 'The agency said on Monday that it had found a second intrusion.';

function message(headers: Headers, body: string): string {
  const lines = Object.entries({ ...HEAD, 'Content-Type': 'text/plain; charset=utf-8', ...headers })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', body].join('\r\n');
}

async function read(content: string | Uint8Array): Promise<FileContents> {
  const path = join(temporaryFolder(), 'a.eml');
  writeFileSync(path, content);
  return given(await contentsFromFile(path, readers));
}

const plain = (body: string, headers: Headers = {}) => read(message(headers, body));
const html = (body: string, headers: Headers = {}) =>
  read(message({ 'Content-Type': 'text/html; charset=utf-8', ...headers }, body));
const textOf = async (contents: Promise<FileContents>) => (await contents).article.text;

describe('a message', () => {
  test('is an article: subject, sender, date with its offset, text in paragraphs', async () => {
    expect((await plain(`${BODY}\r\n\r\nMore of it.`)).article).toMatchObject({
      title: 'A second intrusion',
      outlet: 'The Courier',
      author: null,
      publishedAt: '2015-06-22T09:00:00-04:00',
      url: null,
      text: `${BODY}\n\nMore of it.`,
    });
  });

  test.each([
    ['Re: A talk', 'A talk'],
    ['FWD: Re[2]: AW: A talk', 'A talk'],
    ['=?utf-8?B?w5xiZXI=?= =?iso-8859-1?Q?_caf=E9s?=', 'Über cafés'],
    ['Reform: what is next', 'Reform: what is next'],
    ['Re:', null],
  ])('with the subject “%s” has the title %s', async (Subject, title) => {
    expect((await plain(BODY, { Subject })).article.title).toBe(title);
  });

  test.each([
    ['"The Courier" <a@b.example>', undefined, 'The Courier'],
    ['news@mail.courier.example', '"The weekly letter" <w.courier.example>', 'The weekly letter'],
    ['"a@b.example" <a@b.example>', '<0123456789.list.example>', 'b.example'],
  ])('from %s of the list %s is of the outlet %s', async (From, list, outlet) => {
    expect((await plain(BODY, { From, 'List-Id': list })).article.outlet).toBe(outlet);
  });

  test.each([
    ['Mon, 22 Jun 2015 09:00:00 EDT', '2015-06-22T09:00:00-04:00'],
    ['22 Jun 15 09:00 GMT', '2015-06-22T09:00:00Z'],
    ['Mon, 22 Jun 2015 09:00:00 -0000', '2015-06-22T09:00:00Z'],
    ['Mon, 22 Jun 2015 09:00:00', '2015-06-22'],
    ['Mon, 31 Jun 2015 09:00:00 +0000', null],
    ['yesterday', null],
    [undefined, null],
  ])('dated %s was published %s', async (date, publishedAt) => {
    expect((await plain(BODY, { Date: date })).article.publishedAt).toBe(publishedAt);
  });

  test('is told apart by its Message-ID, however it is called', async () => {
    const { id } = (await plain(BODY)).article;
    expect((await plain(`${BODY} More.`, { Subject: 'Fwd: Another' })).article.id).toBe(id);
    const other = { 'Message-ID': '<2@courier.example>' };
    expect((await plain(BODY, other)).article.id).not.toBe(id);
    const none = { 'Message-ID': undefined };
    expect((await plain(BODY, none)).article.id).toBe((await plain('Edited.', none)).article.id);
  });

  test.each([
    ['quoted-printable', 'windows-1252', 'caf=E9 =96 =805 and a line that=\r\n goes on'],
    ['quoted-printable', 'iso-8859-1', 'caf=E9 =96 =805 and a line that=\r\n goes on'],
    ['base64', 'utf-8', Buffer.from('café – €5 and a line that goes on').toString('base64')],
    ['8bit', 'utf-8', 'café – €5 and a line that goes on'],
  ])('in %s, %s, is read', async (encoding, charset, body) => {
    const headers = {
      'Content-Transfer-Encoding': encoding,
      'Content-Type': `text/plain; charset=${charset}`,
    };
    expect(await textOf(plain(body, headers))).toBe('café – €5 and a line that goes on');
  });

  test('is read without what it answers, its signature and its footer', async () => {
    const body = `${BODY}\n\nOn Sun, 21 Jun 2015, Somebody wrote:\n> What do you know?\n>\n> Nothing.\n\nAnd more of it.\n\n-- \nSomebody\nThe Courier`;
    expect(await textOf(plain(body))).toBe(`${BODY}\n\nAnd more of it.`);
    const footed = `${BODY}\n\nYou are receiving this email because you asked for it.\n\nUnsubscribe: https://courier.example/u\n\n1 Main Street`;
    expect(await textOf(plain(footed))).toBe(BODY);
    const original = `${BODY}\n\n-----Original Message-----\nFrom: Somebody\n\nWhat do you know?`;
    expect(await textOf(plain(original))).toBe(BODY);
  });

  test('that passes another on is read with it', async () => {
    const body = `FYI\n\n---------- Forwarded message ----------\n> ${BODY}`;
    expect(await textOf(plain(body, { Subject: 'Fwd: A talk' }))).toContain(BODY);
    const page = `<p>FYI</p><div class="gmail_quote"><p>${BODY}</p></div>`;
    expect(await textOf(html(page, { Subject: 'Fwd: A talk' }))).toContain(BODY);
  });

  test('in HTML is read as a reader sees it', async () => {
    const page = `<html><head><title>x</title><style>p{}</style></head><body>
      <div style="display:none; max-height:0">Preview&#847;&zwnj;&nbsp;</div>
      <p><a href="https://courier.example/view">View this email in your browser</a></p>
      <table><tr><td><h1>A second intrusion</h1></td></tr><tr><td>${BODY}<br><br>More of it.</td></tr></table>
      <img src="https://t.example/pixel.gif" width="1" height="1">
      <blockquote type="cite"><p>What do you know?</p></blockquote>
      <div class="gmail_signature">Somebody</div>
      <p>© 2015 The Courier</p><p>1 Main Street</p></body></html>`;
    expect(await textOf(html(page))).toBe(`A second intrusion\n\n${BODY}\n\nMore of it.`);
  });

  test('prefers its HTML to the plain text beside it, and names what is attached', async () => {
    const parts = [
      `Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nSee the web.\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>${BODY}</p>\r\n--in--`,
      'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="report.pdf"\r\n\r\n%PDF-',
    ];
    const body = `--out\r\n${parts.join('\r\n--out\r\n')}\r\n--out--\r\n`;
    const contents = await plain(body, { 'Content-Type': 'multipart/mixed; boundary=out' });
    expect(contents.article.text).toBe(BODY);
    expect(contents.unread).toEqual(['the attachment report.pdf']);
  });
});

describe('the stories of a newsletter', () => {
  const linksOf = async (body: string) => (await html(`<p>${BODY}</p>${body}`)).links;
  const link = (href: string, text: string) => `<p><a href="${href}">${text}</a></p>`;

  test('are listed by what links them, or by the heading above “Read more”, each once', async () => {
    const body = `
      <a href="https://courier.example/2015/second"><img src="x.png"></a>
      ${link('https://courier.example/2015/second?utm_source=mail', 'A second intrusion is found')}
      ${link('https://courier.example/2015/second', 'Read more »')}
      <h2>Talks go on</h2><p>They went on.</p>${link('https://courier.example/2015/talks', 'Continue reading')}
      <p><b>Ships collide</b></p><p>They did. <a href="https://courier.example/2015/ships">More</a></p>`;
    expect(await linksOf(body)).toEqual([
      {
        title: 'A second intrusion is found',
        url: 'https://courier.example/2015/second?utm_source=mail',
      },
      { title: 'Talks go on', url: 'https://courier.example/2015/talks' },
      { title: 'Ships collide', url: 'https://courier.example/2015/ships' },
    ]);
  });

  const target = 'https://courier.example/2015/second';
  const coded = encodeURIComponent(target);
  test.each([
    `https://click.mail.example/?url=${coded}&id=1`,
    `https://track.example/c/CL0/${coded}/1/0100/x=`,
    `https://mail.example/redirect/2/${Buffer.from(JSON.stringify({ e: target })).toString('base64url')}?r=1`,
    `https://safe.example/?url=${encodeURIComponent(`https://click.mail.example/?u=${coded}`)}`,
    'https://filter.example/v2/url?u=https-3A__courier.example_2015_second&d=x',
    `https://filter.example/v3/__${target}__;!!abc$`,
  ])('wrapped as %s are told by where they lead', async (href) => {
    expect(await linksOf(link(href, 'A second intrusion is found'))).toEqual([
      { title: 'A second intrusion is found', url: target },
    ]);
  });

  test('stay as they are wrapped where only the wrapper’s host knows', async () => {
    const href = 'https://click.mail.example/f/a/4kdl2mfowe9xkwpeo2mf~~/AAAA';
    expect(await linksOf(link(href, 'A second intrusion is found'))).toMatchObject([{ url: href }]);
  });

  test.each([
    ['a service', 'https://courier.example/unsubscribe?id=1', 'Stop sending me this letter'],
    ['a service', 'https://courier.example/2015/x', 'Unsubscribe'],
    ['a service', 'https://courier.example/account/preferences', 'Choose what you want to get'],
    [
      'a social network',
      'https://www.facebook.com/courier/posts/1234',
      'What we said about it there',
    ],
    [
      'a share button',
      `https://twitter.com/intent/tweet?url=${coded}`,
      'Tell everybody about it now',
    ],
    ['an advertisement', 'https://ads.example/2015/buy-a-new-boat', 'Buy a new boat today'],
    ['the site itself', 'https://courier.example/?utm_source=mail', 'The Courier of the day'],
    ['a section', 'https://courier.example/world/middle-east', 'Middle East'],
    ['a mail address', 'mailto:a@courier.example', 'Write to us about it'],
    ['a script', 'javascript:alert(1)', 'A second intrusion is found'],
    ['no address', 'https://', 'A second intrusion is found'],
    ['a picture', 'https://courier.example/2015/second', '<img src="x.png">'],
  ])('are not links of %s (%s)', async (_, href, text) => {
    expect(await linksOf(link(href, text))).toEqual([]);
  });

  test('are not what stands under a label of advertising', async () => {
    const body = `${link('https://courier.example/2015/one', 'The first of the stories')}
      <p>Sponsored by Boats Inc.</p>${link('https://boats.example/2015/buy', 'Buy a new boat today')}
      ${link('https://courier.example/2015/two', 'The second of the stories')}`;
    expect((await linksOf(body))?.map(({ title }) => title)).toEqual([
      'The first of the stories',
      'The second of the stories',
    ]);
  });

  test('are found in plain text too', async () => {
    const body = `${BODY}\n\nA second intrusion is found\n${target}\n\n1. Talks go on: <https://courier.example/2015/talks>\n\nUnsubscribe: https://courier.example/unsubscribe`;
    const contents = await plain(body);
    expect(contents.links).toEqual([
      { title: 'A second intrusion is found', url: target },
      { title: 'Talks go on', url: 'https://courier.example/2015/talks' },
    ]);
    expect(contents.article.text).not.toContain(target);
  });
});

describe('a file that looks like mail', () => {
  test('on standard input is read as mail; a letter with one heading is not', async () => {
    const bytes = (text: string) => contentsFromBytes('input', Buffer.from(text), readers);
    expect(given(await bytes(message({}, BODY))).article.outlet).toBe('The Courier');
    expect(given(await bytes(`From: the editor\n\n${BODY}`)).article.outlet).toBeNull();
  });

  test.each([
    ['nothing but headers', message({}, ''), 'no text'],
    [
      'parts without end',
      message(
        { 'Content-Type': 'multipart/mixed; boundary=b0' },
        Array.from(
          { length: 90 },
          (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
        ).join(''),
      ),
      'a.eml',
    ],
  ])('with %s is refused by name', async (_, content, why) => {
    const path = join(temporaryFolder(), 'a.eml');
    writeFileSync(path, content);
    expect(await contentsFromFile(path, readers)).toMatchObject({
      refused: expect.stringContaining(why),
      next: expect.any(String),
    });
  });

  test('is read or refused, whatever it holds', async () => {
    const piece = fc.constantFrom(
      ...[
        '<a href="https://a.example/b/c">',
        '</a>',
        '<blockquote type=cite>',
        '</p>',
        '> ',
        '\r\n',
        '--',
      ],
      ...[
        'Unsubscribe ',
        'On a day wrote:',
        '=E9',
        '<td>',
        'word ',
        'https://a.example/?u=https://',
        '[',
        '(',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.boolean(), async (pieces, isPage) => {
        const type = { 'Content-Type': isPage ? 'text/html' : 'text/plain' };
        await contentsFromBytes('a.eml', Buffer.from(message(type, pieces.join(''))), readers);
      }),
      { numRuns: 60 },
    );
    for (const start of [
      '> ',
      'On ',
      'https://a.example/',
      '<a href="https://a.example/?u=',
      '- ',
      'add ',
    ]) {
      await contentsFromBytes('a.eml', Buffer.from(message({}, start.repeat(100_000))), readers);
    }
  });
});
