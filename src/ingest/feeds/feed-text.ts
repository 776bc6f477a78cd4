import { isUtf8 } from 'node:buffer';

/** Charsets whose text may by chance be UTF-8 as well, so that the label is believed first. */
const SEVERAL_BYTES =
  /^(?:gb|x-gbk|big5|shift|sjis|ms_kanji|euc|iso-2022|ks_c|ksc|korean|windows-949|hz)/i;

const ALIASES: Readonly<Record<string, string>> = {
  'tis-620': 'windows-874',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  'gb-2312': 'gb2312',
  utf8: 'utf-8',
};

// What windows-1252 has at 0x80 to 0x9f. Unicode has control characters there that nobody means.
const WINDOWS_1252 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/** How many bytes at the start are looked at for what they say of themselves. */
const HEAD = 1024;

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** What the first bytes leave no doubt of: a byte order mark, or where the noughts of `<` and `{` stand. */
function evident(bytes: Uint8Array): Unicode | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && (c !== 0 || d !== 0)) return 'utf-32be';
  if (a !== 0 && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b !== 0 && c === 0) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return undefined;
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    parts.push(point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point));
  }
  return parts.join('');
}

function decodeAs(bytes: Uint8Array, label: string, isStrict: boolean): string | undefined {
  const known = ALIASES[label.toLowerCase()] ?? label;
  try {
    return new TextDecoder(known, { fatal: isStrict }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUnicode(bytes: Uint8Array, encoding: Unicode): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') {
    return decodeUtf32(bytes, encoding === 'utf-32le');
  }
  return new TextDecoder(encoding).decode(bytes);
}

function charsetOf(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
}

/** What an XML declaration, or a page's meta tag, says of the encoding. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = bufferOf(bytes.subarray(0, HEAD)).toString('latin1');
  return (
    /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1]
  );
}

/** True where bytes that are not all UTF-8 hold more of its characters than bytes that cannot be of it. */
function isDamagedUtf8(decoded: string): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < decoded.length; at += 1) {
    const code = decoded.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 127) whole += 1;
  }
  return whole > broken;
}

/** Bytes without a character of UTF-8 that they end inside, as those of a broken-off download do. */
function beforeCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}

function decoded(bytes: Uint8Array, contentType: string | null): string {
  const unicode = evident(bytes);
  if (unicode !== undefined) return decodeUnicode(bytes, unicode);
  const labels = [charsetOf(contentType), declaredIn(bytes)].filter((label) => label !== undefined);
  for (const label of labels) {
    const text = SEVERAL_BYTES.test(label) ? decodeAs(bytes, label, true) : undefined;
    if (text !== undefined) return text;
  }
  // Servers give a charset to whatever they serve; text that happens to be UTF-8 and is none is hardly found.
  const whole = beforeCutCharacter(bytes);
  if (isUtf8(whole)) return bufferOf(whole).toString('utf8');
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (isDamagedUtf8(lenient)) return lenient;
  for (const label of labels) {
    const text = /^utf-?(?:8|16|32)|^us-ascii/i.test(label)
      ? undefined
      : decodeAs(bytes, label, false);
    if (text !== undefined) return text;
  }
  return bufferOf(bytes).toString('latin1');
}

/** The same bytes: Buffer decodes them many times faster than TextDecoder does. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// All that text has: tab, line breaks, and what is neither a control character nor a byte order mark.
const NO_TEXT = /[^\t\n\r -~\xa0-\ufefe\uff00-\uffff]/;

/**
 * The text of a feed, whatever its bytes: by its byte order mark or evident Unicode, as UTF-8 where it is that,
 * else by the charset of the content type (RFC 7303), by its own declaration, or as windows-1252. Characters
 * that no text has are taken out.
 */
export function feedText(bytes: Uint8Array, contentType: string | null): string {
  const text = decoded(bytes, contentType);
  if (!NO_TEXT.test(text)) return text;
  return text.replace(
    new RegExp(NO_TEXT, 'g'),
    (at) => WINDOWS_1252[at.charCodeAt(0) - 0x80] ?? '',
  );
}
