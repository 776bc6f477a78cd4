import { harmless } from './harmless.ts';

/** Narrowest column that words are still wrapped in. */
const NARROWEST = 20;

/**
 * Text laid out for a terminal of so many columns: lines wrapped between words, each continuation under
 * the words of its line, behind the "- " or "[1] " that it begins with. A longer word is left whole.
 */
export function onPaper(text: string, columns: number): string {
  return harmless(text)
    .split('\n')
    .map((line) => wrapped(line, Math.max(columns, NARROWEST)))
    .join('\n');
}

function wrapped(line: string, columns: number): string {
  const [lead = ''] = /^\s*(?:- |\[\d+\] )?/.exec(line) ?? [];
  const indent = ' '.repeat(lead.length);
  const rows: string[] = [];
  let row = lead;
  let isFresh = true;
  for (const word of line.slice(lead.length).split(/\s+/)) {
    if (!isFresh && lengthOf(row) + 1 + lengthOf(word) > columns) {
      rows.push(row);
      row = indent + word;
    } else row += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...rows, row].map((each) => each.trimEnd()).join('\n');
}

function lengthOf(text: string): number {
  return [...text].length;
}
