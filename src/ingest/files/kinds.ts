/** The kinds of file that hold an article. */
export type Kind = 'text' | 'markdown' | 'page' | 'pdf' | 'mail';

interface KindOfFile {
  /** Endings of names, in lower case; the first is how the kind is called. */
  readonly endings: readonly [string, ...string[]];
  /** A larger file is refused unread; in bytes. */
  readonly largest: number;
}

/** How each kind is told by its name, and how large it may be: pictures in PDFs and mail weigh much. */
export const KINDS: Readonly<Record<Kind, KindOfFile>> = {
  text: { endings: ['.txt', '.text'], largest: 10_000_000 },
  markdown: { endings: ['.md', '.markdown'], largest: 10_000_000 },
  page: { endings: ['.html', '.htm', '.xhtml'], largest: 10_000_000 },
  pdf: { endings: ['.pdf'], largest: 50_000_000 },
  mail: { endings: ['.eml'], largest: 50_000_000 },
};

const ALL: readonly Kind[] = ['text', 'markdown', 'page', 'pdf', 'mail'];

/** The kind that a name's ending tells; undefined where it tells none. */
export function kindNamed(ending: string): Kind | undefined {
  return ALL.find((kind) => KINDS[kind].endings.includes(ending.toLowerCase()));
}

/** The largest file that any kind allows, in bytes. */
export const LARGEST_OF_ALL = Math.max(...ALL.map((kind) => KINDS[kind].largest));

/** What can be read, for a sentence: ".txt, .md, .html, .pdf or .eml". */
export const READABLE = `${ALL.slice(0, -1)
  .map((kind) => KINDS[kind].endings[0])
  .join(', ')} or ${KINDS.mail.endings[0]}`;

const SNIFFED = 1_000;

/** Whether bytes begin as a PDF does, whatever they are called. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

/** Whether bytes that are called a PDF can be one; some programs put a few of their own before its mark. */
export function canBePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, SNIFFED)).includes('%PDF-');
}

/** Headers as a message begins with them: two or more of those that every mail program writes. */
function isMail(start: string): boolean {
  const [head = ''] = start.split(/\r?\n\r?\n/);
  const names = head.match(/^[A-Za-z][\w-]{1,40}(?=:)/gm) ?? [];
  const usual = names.filter((name) =>
    /^(?:from|date|message-id|received|mime-version|return-path)$/i.test(name),
  );
  return /^[A-Za-z][\w-]{1,40}:/.test(head) && usual.length >= 2;
}

/** The kind of text that nothing is called: by how it begins. */
export function kindOfText(text: string): Kind {
  const start = text.slice(0, SNIFFED).trimStart();
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(start)) return 'page';
  if (/^---[ \t]*\r?\n/.test(start)) return 'markdown';
  return isMail(start) ? 'mail' : 'text';
}
