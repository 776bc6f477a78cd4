const CHINESE_OR_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const UNSPACED_ALPHABETS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\u{20000}-\u{3ffff}]/u;

/**
 * About how many words a text has. Where a script puts no space between words they are estimated from its
 * characters: two a word in Chinese and Japanese, five in Thai, Lao, Khmer and Burmese.
 */
export function wordCount(text: string): number {
  if (!UNSPACED.test(text)) return spaced(text);
  const signs = text.match(CHINESE_OR_JAPANESE)?.length ?? 0;
  const letters = text.match(UNSPACED_ALPHABETS)?.length ?? 0;
  const rest = text.replace(CHINESE_OR_JAPANESE, ' ').replace(UNSPACED_ALPHABETS, ' ');
  return spaced(rest) + Math.ceil(signs / 2) + Math.ceil(letters / 5);
}

function spaced(text: string): number {
  return text.match(/[^\s\p{P}]\S*/gu)?.length ?? 0;
}
