import type { Token } from './token.ts';

/** Tokens less markup ("<!channel>", the address of "<https://…|name>"), what stands in short brackets and the party and state after a name ("(R-Ohio)", ", R-Ky.,"). */
export function withoutAsides(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const markup = token.text === '<' ? markupFrom(tokens, at) : undefined;
    if (markup) {
      for (const word of tokens.slice(markup.label, markup.end)) kept.push(word);
      at = markup.end;
      continue;
    }
    if (token.text === '(' || token.text === '[') {
      const close = closingBracket(tokens, at);
      if (close > 0) {
        at = close;
        continue;
      }
    }
    if (
      token.text === ',' &&
      tokens[at + 1]?.capital &&
      /^[RDI]-[A-Z]/.test(tokens[at + 1]?.text ?? '')
    ) {
      at += tokens[at + 2]?.text === '.' ? 2 : 1;
      if (tokens[at + 1]?.text === ',') at++;
      continue;
    }
    kept.push(token);
  }
  return kept;
}

const longestMarkup = 60;

/** Where the label of a mark-up in angle brackets begins and where its closing bracket stands; none where it is no mark-up. */
function markupFrom(
  tokens: readonly Token[],
  from: number,
): { label: number; end: number } | undefined {
  const first = tokens[from + 1];
  if (first?.start !== tokens[from]?.end || !/^[!@#/a-z]/.test(first?.text ?? '')) return undefined;
  let label = 0;
  for (let at = from + 1; at < tokens.length && at < from + longestMarkup; at++) {
    const mark = tokens[at]?.text;
    if (mark === '<') return undefined;
    if (mark === '|') label = at + 1;
    if (mark === '>') return { label: label > 0 ? label : at, end: at };
  }
  return undefined;
}

function closingBracket(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < tokens.length && at < from + 14; at++) {
    const mark = tokens[at]?.text;
    if (mark === ')' || mark === ']') return at;
    if (mark === '“' || mark === '"') return -1;
  }
  return -1;
}
