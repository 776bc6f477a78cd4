import type { Span } from '../news/span.ts';

const opensItem = /^(?:[•⁃‣▪●*-]\s|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]{1,2}\s)/;
const narrowest = 50;
const widest = 120;

/** Whether a line break stands inside a sentence, because the text was wrapped to a width. */
function isWrapped(above: string, below: string, width: number): boolean {
  if (opensItem.test(below)) return false;
  if (/^[a-z]/.test(below)) return /[\s,–—-]$/.test(above) || above.length >= 30;
  const firstWord = /^\S{0,40}/.exec(below)?.[0].length ?? 0;
  return above.length >= narrowest && width <= widest && above.length + 1 + firstWord > width;
}

/** The stretches of a text that no sentence crosses: paragraphs, headings, list items; wrapped lines are one stretch. */
export function findStretches(text: string): Span[] {
  const found: Span[] = [];
  let paragraph: Span[] = [];
  const close = () => {
    const width = paragraph.reduce((most, line) => Math.max(most, line.end - line.start), 0);
    let open: { start: number; end: number } | null = null;
    let above = '';
    for (const line of paragraph) {
      const edge = text.slice(line.start, Math.min(line.end, line.start + 60));
      if (open && isWrapped(above, edge, width)) open.end = line.end;
      else {
        open = { start: line.start, end: line.end };
        found.push(open);
      }
      above =
        line.end - line.start > widest
          ? `${text.slice(line.end - widest, line.end)}`
          : text.slice(line.start, line.end);
    }
    paragraph = [];
  };
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (isBlank(text, start, end)) close();
    else paragraph.push({ start, end });
    start = end + 1;
  }
  close();
  return found;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at] ?? ' ')) return false;
  return true;
}
