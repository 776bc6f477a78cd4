import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePage } from '../../../src/ingest/files/decode.ts';
import { isRefusal } from '../../../src/news/refusal.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['UTF-8 that says nothing', Buffer.from('<p>Café</p>'), undefined, '<p>Café</p>'],
  [
    'the charset it was sent with',
    latin1('<meta charset="utf-8"><p>Caf\xe9'),
    'ISO-8859-1',
    '<meta charset="utf-8"><p>Café',
  ],
  [
    'the charset it declares',
    Buffer.concat([latin1('<meta charset=koi8-r><p>'), Buffer.from([0xf0])]),
    undefined,
    '<meta charset=koi8-r><p>П',
  ],
  ['a charset that nobody knows', latin1('<p>Caf\xe9 \x93x\x94'), 'x-none', '<p>Café “x”'],
  ['UTF-8 by its mark', Buffer.from('\ufeff<p>Café'), 'koi8-r', '<p>Café'],
  ['UTF-16 by its mark', Buffer.from('\ufeff<p>Café', 'utf16le'), undefined, '<p>Café'],
  [
    'UTF-8 that says it is UTF-16',
    Buffer.from('<meta charset="utf-16"><p>Café'),
    undefined,
    '<meta charset="utf-16"><p>Café',
  ],
  [
    'UTF-8 with a broken character',
    Buffer.concat([Buffer.from('<p>Café’s “best”'), Buffer.from([0xff])]),
    undefined,
    '<p>Café’s “best”\ufffd',
  ],
])('a page in %s is read', (_, bytes, charset, text) => {
  expect(decodePage('a.html', bytes, charset)).toBe(text);
});

test('no bytes after markup refuse a page', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.option(fc.string(), { nil: undefined }),
      (bytes, charset) => {
        expect(
          isRefusal(decodePage('a', Buffer.concat([Buffer.from('<p>'), bytes]), charset)),
        ).toBe(false);
      },
    ),
  );
});

test('what is no page is refused by name', () => {
  expect(decodePage('a.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toMatchObject({
    refused: expect.stringContaining('a.html'),
  });
});
