import { blocksOf, plainLines } from './paragraphs.ts';

// One character for private use each, so that what was escaped with a backslash is not taken for markup.
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!~<>|"'&])/g;
const HIDDEN_FROM = 0x10ff00;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The words of a run of text, without the marks around them. */
function unmarked(text: string): string {
  return text
    .replace(ESCAPED, (_, mark: string) => String.fromCodePoint(HIDDEN_FROM + mark.charCodeAt(0)))
    .replace(/!\[[^[\]]*\](?:\([^()\n]*\)|\[[^[\]]*\])?/g, '')
    .replace(/\[\^[^[\]\s]+\]/g, '')
    .replace(/\[([^[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/gi, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(?<!`)(`+)(?!`)([^`]+)\1/g, '$2')
    .replace(/(\*{1,3}|~~)(?=[^\s*~])([^*~]*[^\s*~])\1/g, '$2')
    .replace(/(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/&(#?\w{1,10});/g, entity)
    .replace(/[\u{10ff00}-\u{10ff7f}]/gu, (at) =>
      String.fromCharCode((at.codePointAt(0) ?? 0) - HIDDEN_FROM),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const UNDERLINE = /^\s{0,3}(?:=+|-+)$/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*)$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const DEFINITION = /^\s{0,3}\[[^\]]+\]:\s*\S/;
const TABLE_RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

interface Block {
  readonly lines: string[];
  readonly level: number;
}

/** Without code between fences and comments: neither is prose. */
function withoutAsides(text: string): string {
  let fence: string | undefined;
  const kept = text.split('\n').filter((line) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      return mark === undefined;
    }
    if (mark?.startsWith(fence)) fence = undefined;
    return false;
  });
  return withoutComments(kept.join('\n'));
}

function withoutComments(text: string): string {
  const [before = '', ...parts] = text.split('<!--');
  return parts.reduce((kept, part) => {
    const end = part.indexOf('-->');
    return kept + (end < 0 ? `<!--${part}` : part.slice(end + 3));
  }, before);
}

function proseBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const quoted of lines) {
    const line = quoted.replace(/^(?:\s{0,3}>\s?)+/, '');
    const heading = HEADING.exec(line);
    if (heading !== null) {
      blocks.push({
        lines: [(heading[2] ?? '').replace(/\s#+$/, '')],
        level: heading[1]?.length ?? 1,
      });
      open = undefined;
    } else if (open !== undefined && UNDERLINE.test(line)) {
      blocks[blocks.length - 1] = { lines: open.lines, level: line.includes('=') ? 1 : 2 };
      open = undefined;
    } else if (RULE.test(line) || TABLE_RULE.test(line) || DEFINITION.test(line) || line === '') {
      open = undefined;
    } else if (open === undefined || ITEM.test(line)) {
      open = { lines: [line.replace(ITEM, '')], level: 0 };
      blocks.push(open);
    } else open.lines.push(line);
  }
  return blocks;
}

/** The prose of a Markdown text; its words are kept, its marks, pictures and code are not. */
export function markdownProse(markdown: string): {
  readonly heading: string | null;
  readonly text: string;
} {
  const blocks = blocksOf(plainLines(withoutAsides(plainLines(markdown))))
    .flatMap((lines) => proseBlocks(lines))
    .map(({ lines, level }) => ({ text: unmarked(lines.join(' ')), level }))
    .filter(({ text }) => text !== '');
  const [first, ...rest] = blocks;
  if (first?.level === 1) {
    return { heading: first.text, text: rest.map(({ text }) => text).join('\n\n') };
  }
  return { heading: null, text: blocks.map(({ text }) => text).join('\n\n') };
}
