import { type Refusal, refuse } from '../../news/refusal.ts';

// What windows-1252 has at 0x80 to 0x9f; five places are empty. Some versions of Node decode them wrongly.
export const WINDOWS_1252 =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';

// Names under which pages declare windows-1252; by the WHATWG's encoding standard the others mean it too.
const CALLED_1252 = /^(?:windows-1252|cp-?1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i;

const SAVE_AS_UTF8 = 'Save it as UTF-8 and try again.';

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  }
  return controls > bytes.length / 100;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True where bytes that are not UTF-8 hold more UTF-8 characters than single odd bytes: a damaged UTF-8 file. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const decoded = new TextDecoder('utf-8').decode(bytes);
  let whole = 0;
  let broken = 0;
  for (const character of decoded) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\x7f') whole += 1;
  }
  return whole >= broken;
}

/** As windows-1252; U+0000 stands where it has no character. */
function western(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (at) => WINDOWS_1252[at.charCodeAt(0) - 0x80] ?? '\0');
}

function decode1252(bytes: Uint8Array): string | undefined {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  // Mostly accented letters and signs is no Western text: another alphabet in another encoding.
  if (high > bytes.length / 4) return undefined;
  const text = western(bytes);
  return text.includes('\0') ? undefined : text;
}

function declared(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i.exec(start)?.[1];
}

/** A file's text: by its byte order mark, else as UTF-8, else as the page declares, else windows-1252 where that is plausible. */
export function decodeText(name: string, bytes: Uint8Array): string | Refusal {
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return decodeStrictly(bytes, 'utf-16le') ?? notText(name, 'damaged UTF-16');
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return decodeStrictly(bytes, 'utf-16be') ?? notText(name, 'damaged UTF-16');
  }
  if (isBinary(bytes)) return notText(name, 'not text');
  if (utf8 !== undefined) return utf8;
  if (isDamagedUtf8(bytes)) return notText(name, 'damaged UTF-8');

  const charset = declared(bytes);
  if (charset !== undefined && !CALLED_1252.test(charset) && !/^utf-?8$/i.test(charset)) {
    return decodeStrictly(bytes, charset) ?? notText(name, `not the ${charset} it declares`);
  }
  return decode1252(bytes) ?? notText(name, 'in an encoding that cannot be told');
}

/** A byte order mark's encoding. */
function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** As an encoding of this name has it, with U+FFFD for what it hasn't; undefined where nobody knows the name. */
function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  // The Windows encoding is what pages mean by these names.
  if (CALLED_1252.test(charset)) return western(bytes).replaceAll('\0', '\ufffd');
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

const MARKUP = /<(?:!doctype|!--|\?xml|[a-z][a-z0-9-]{0,20}[\s>/])/i;

/**
 * A web page's text as a browser would have it: by its byte order mark, the charset it was sent with, UTF-8 where that
 * fits, or the charset it declares. Broken characters become U+FFFD and refuse nothing; only what is no page is refused.
 */
export function decodePage(name: string, bytes: Uint8Array, charset?: string): string | Refusal {
  const mark = marked(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (isBinary(bytes) && !MARKUP.test(start)) return notText(name, 'not text');
  const sent = charset === undefined ? undefined : decodeAs(bytes, charset);
  if (sent !== undefined) return sent;
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  // A page that can be read so far is not in UTF-16, whatever it says.
  const named = declared(bytes)?.replace(/^utf-?16.*$/i, 'utf-8');
  const said = named === undefined ? undefined : decodeAs(bytes, named);
  if (said !== undefined) return said;
  return isDamagedUtf8(bytes) ? new TextDecoder().decode(bytes) : western(bytes);
}

function notText(name: string, why: string): Refusal {
  return refuse(`${name} is ${why}.`, SAVE_AS_UTF8);
}
