/** Line ends of every kind made "\n", without a byte order mark, control characters and spaces at line ends. */
export function plainLines(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/[\u2029\f]/g, '\n\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Blocks of lines, as blank lines divide them. */
export function blocksOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((block) => block.length > 0);
}

const WIDEST_WRAP = 100;

/** Whether a program broke the block's lines at a fixed width: each could not have taken the next one's first word. */
function isWrapped(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length));
  if (width > WIDEST_WRAP || width < WIDEST_WRAP / 3) return false;
  return lines.slice(0, -1).every((line, index) => {
    const [word = ''] = lines[index + 1]?.trim().split(/\s/) ?? [];
    return line.length + 1 + word.length > width - 5;
  });
}

/** The paragraphs of a block: one where its lines were wrapped, else one a line. */
function paragraphsOf(lines: readonly string[]): readonly string[] {
  if (isWrapped(lines)) return [lines.map((line) => line.trim()).join(' ')];
  const paragraphs: string[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    // A line that begins in lower case goes on with the one before.
    if (last !== undefined && /^\s*\p{Ll}/u.test(line)) {
      paragraphs[paragraphs.length - 1] = `${last} ${line.trim()}`;
    } else paragraphs.push(line.trim());
  }
  return paragraphs;
}

/** Plain text as the corpus keeps it: paragraphs divided by a blank line. */
export function paragraphs(text: string): string {
  return blocksOf(text).flatMap(paragraphsOf).join('\n\n');
}

const LONGEST_TITLE = 150;

/** A plain text's first line as its title, where it looks like one: short, alone, and no sentence. */
export function titled(text: string): { readonly title: string | null; readonly text: string } {
  const [first, ...rest] = blocksOf(text);
  const [line = '', ...others] = first ?? [];
  const looksLikeOne =
    others.length === 0 &&
    rest.length > 0 &&
    line.trim().length <= LONGEST_TITLE &&
    /\p{L}/u.test(line) &&
    !/[.!:;,…][”"’')\]]*$/u.test(line);
  return looksLikeOne
    ? { title: line.trim(), text: text.slice(text.indexOf(line) + line.length) }
    : { title: null, text };
}
