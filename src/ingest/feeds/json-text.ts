/** A JSON document as it was read. */
export interface JsonRead {
  readonly value: unknown;
  /** True where it ended before its end. */
  readonly isCut: boolean;
}

/**
 * Reads JSON; where that fails, without the raw control characters that some leave in texts, and where the
 * document ends too early, up to the last item that is whole. Undefined where nothing can be read.
 */
export function readJson(text: string): JsonRead | undefined {
  const strict = parsed(text);
  if (strict !== undefined) return { value: strict, isCut: false };
  const tidy = text.replace(/\p{Cc}/gu, ' ');
  const mended = parsed(tidy);
  if (mended !== undefined) return { value: mended, isCut: false };
  const whole = wholeItems(tidy);
  const value = whole === undefined ? undefined : parsed(whole);
  return value === undefined ? undefined : { value, isCut: true };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/** A document with a list in its outermost object, ended behind the last whole member of that list. */
function wholeItems(text: string): string | undefined {
  let depth = 0;
  let end = 0;
  let list = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at += 1;
      for (; at < text.length && text.charCodeAt(at) !== QUOTE; at += 1) {
        if (text.charCodeAt(at) === BACKSLASH) at += 1;
      }
    } else if (code === 123 || code === 91) {
      depth += 1;
      if (
        depth === 2 &&
        code === 91 &&
        /"items"\s*:\s*$/.test(text.slice(Math.max(0, at - 30), at))
      ) {
        list = at + 1;
        end = list;
      }
    } else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 2 && list > 0) end = at + 1;
      if (depth === 1 && list > 0) break;
    }
  }
  return list === 0 ? undefined : `${text.slice(0, end)}]}`;
}
