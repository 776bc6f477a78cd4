import { expect, test } from 'vitest';
import { entry, feed, rss } from './feed-given.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16(text).swap16();

function utf32(text: string, isLittle: boolean): Buffer {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  for (const [at, point] of points.entries()) {
    if (isLittle) bytes.writeUInt32LE(point, at * 4);
    else bytes.writeUInt32BE(point, at * 4);
  }
  return bytes;
}

const TITLE = 'Café “über” \u{1f4f0}';
const TEXT = rss(`<title>${TITLE}</title>`);

test.each([
  ['UTF-8', Buffer.from(TEXT), null],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), null],
  ['UTF-8, whatever the server says', Buffer.from(TEXT), 'text/xml; charset=iso-8859-1'],
  [
    'UTF-8, whatever it says itself',
    Buffer.from(TEXT.replace('?>', ' encoding="windows-1252"?>')),
    null,
  ],
  ['UTF-16 with its mark', utf16(`\ufeff${TEXT}`), 'text/xml; charset=utf-8'],
  ['UTF-16 without', utf16(TEXT), null],
  ['UTF-16, the other way round', utf16be(`\ufeff${TEXT}`), null],
  ['UTF-16, the other way round, without mark', utf16be(TEXT), null],
  ['UTF-32', utf32(TEXT, true), null],
  ['UTF-32 with its mark', utf32(`\ufeff${TEXT}`, true), null],
  ['UTF-32, the other way round', utf32(TEXT, false), null],
])('a feed in %s is read', (_, bytes, contentType) => {
  expect(entry(bytes, contentType).title).toBe(TITLE);
});

const inOneByte = (title: readonly number[], declaration = '') =>
  Buffer.concat([
    Buffer.from(`<?xml version="1.0"${declaration}?><rss><channel><item><title>`),
    Buffer.from(title),
    Buffer.from('</title></item></channel></rss>'),
  ]);

test.each([
  ['windows-1252, undeclared', [0x93, 0x63, 0x61, 0x66, 0xe9, 0x94], '', null, '“café”'],
  ['windows-1252, called Latin 1', [0x93, 0xe9, 0x94], ' encoding="ISO-8859-1"', null, '“é”'],
  [
    'windows-1252, called UTF-8',
    [0x93, 0xe9, 0x94],
    ' encoding="utf-8"',
    'text/xml; charset=utf-8',
    '“é”',
  ],
  [
    'windows-1251 by the server',
    [0xcc, 0xe8, 0xf0],
    '',
    "application/rss+xml;charset = 'windows-1251'",
    'Мир',
  ],
  ['windows-1251 by itself', [0xcc, 0xe8, 0xf0], " encoding='windows-1251'", 'text/xml', 'Мир'],
  [
    'the server’s charset before its own',
    [0xcc, 0xe8, 0xf0],
    ' encoding="koi8-r"',
    'text/xml; charset=windows-1251',
    'Мир',
  ],
  ['GB 2312', [0xb9, 0xab, 0xb8, 0xe6], ' encoding="gb2312"', null, '公告'],
  ['Shift JIS', [0x83, 0x6a, 0x83, 0x85], '', 'text/xml; charset=Shift_JIS', 'ニュ'],
  ['Thai', [0xa2, 0xe8, 0xd2], ' encoding="tis-620"', null, 'ข่า'],
  [
    'an encoding that nobody knows',
    [0x63, 0xe9],
    ' encoding="nosuch"',
    'text/xml; charset=neither',
    'cé',
  ],
])('a feed in %s is read', (_, title, declaration, contentType, read) => {
  expect(entry(inOneByte(title, declaration), contentType).title).toBe(read);
});

test('damage in UTF-8 costs the damaged character', () => {
  const bytes = Buffer.concat([
    Buffer.from('Café über '),
    Buffer.from([0xe2, 0x80]),
    Buffer.from(' é'),
  ]);
  expect(entry(inOneByte([...bytes])).title).toBe('Café über \ufffd é');
});

test('control characters of windows-1252 that were turned into Unicode are what was meant', () => {
  expect(entry(rss('<title>don\u0092t</title>')).title).toBe('don’t');
});

test.each(['é', '€', '\u{1f600}'])(
  'UTF-8 cut inside %j leaves what stood before as it was',
  (last) => {
    const whole = Buffer.from(`<rss><channel><item><title>Café</title></item><item><title>${last}`);
    for (let cut = 1; cut < Buffer.byteLength(last); cut += 1) {
      const read = feed(whole.subarray(0, whole.length - cut));
      expect(read).toMatchObject({ isCut: true, entries: [{ title: 'Café' }] });
    }
  },
);

test('windows-1252 that ends in a letter with an accent is no UTF-8', () => {
  const bytes = Buffer.from('<rss><channel><item><title>Caf\xe9</title></item>\xe9', 'latin1');
  expect(feed(bytes).entries[0]?.title).toBe('Café');
});
