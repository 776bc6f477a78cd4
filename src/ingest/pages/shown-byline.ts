import { DATED_LEAD, LEAD, LOOKS_LIKE_NAMES, namesFirst, namesOf } from './byline-names.ts';
import { isElsewhere } from './elsewhere.ts';
import { oneLine, type PageElement, type PageNode } from './page-node.ts';
import type { Survey } from './survey.ts';

const ELEMENT = 1;
const TEXT = 3;
const RUNS_ON = new Set('A ABBR B EM FONT I SMALL SPAN STRONG TIME U'.split(' '));
const UNREAD = new Set('SCRIPT STYLE NOSCRIPT SVG'.split(' '));

const LONGEST_BYLINE = 300;

/** An element's text with a bar where a line ends, since what stands below a name is no part of it; empty where it is too long for a byline. */
function linesOf(element: PageElement): string {
  let text = '';
  let read = 0;
  // A stack of our own: nothing says how deep a page goes.
  const left: (PageNode | string)[] = [element];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (typeof node === 'string') {
      text += node;
    } else if (node.nodeType === TEXT) {
      const said = (node.textContent ?? '').replace(/\s+/g, ' ');
      text += said;
      read += said.trim().length;
      if (read > LONGEST_BYLINE) return '';
    } else if (node.nodeType === ELEMENT && !UNREAD.has(node.nodeName.toUpperCase())) {
      const end = RUNS_ON.has(node.nodeName.toUpperCase()) ? ' ' : ' | ';
      text += end;
      left.push(end, ...[...node.childNodes].reverse());
    }
  }
  return (oneLine(text) ?? '')
    .replace(/\|(?: \|)+/g, '|')
    .replace(/ ?\| ?(?=(?:and|with)\b|[,&])|(?<=\b(?:and|by|with)|[,&:]) ?\| ?/gi, ' ')
    .replace(/ (?=[,;.:])/g, '')
    .replace(/^[\s|]+|[\s|]+$/g, '');
}

// About somebody who writes here, which need not be whoever wrote this.
const PORTRAIT = /(?:^|[\s_-])(?:bio|cards?|portrait|profile)(?:$|[\s_-])/i;

/** The names in what a page shows as its byline, the surest mark first. */
export function shownAuthor(survey: Survey): { readonly sure?: string; readonly likely?: string } {
  const weak: string[] = [];
  for (const element of survey.bylines.slice(0, 60)) {
    if (isElsewhere(element)) continue;
    const property = element.getAttribute('itemprop') ?? '';
    const classes = element.getAttribute('class') ?? '';
    // By schema.org, by rel, or by the hCard microformat.
    const sure =
      /author|creator/i.test(property) ||
      (/\bauthor\b/i.test(classes) && /\bfn\b/.test(classes)) ||
      /\bauthor\b/i.test(element.getAttribute('rel') ?? '');
    const given = element.getAttribute('content');
    const text = given ?? linesOf(element);
    if (text === '' || text.length > LONGEST_BYLINE) continue;
    const names = namesOf(text);
    if (names === undefined) continue;
    // Marked as the author, a pen name counts too, however it is written.
    if (sure && (LOOKS_LIKE_NAMES.test(names) || !/\s/.test(names))) return { sure: names };
    if (PORTRAIT.test(classes)) continue;
    if (LEAD.test(text) || LOOKS_LIKE_NAMES.test(names)) weak.push(names);
  }
  return weak[0] === undefined ? {} : { likely: weak[0] };
}

const SAYS_BY =
  /^(?:(?:written|posted|reported|story) by |by[: ]|By(?=[A-Z])|(?:BY|By|Posted by|Written by)\b)/;

// What divides one line's statements: "Harbour | By Ann Writer | June 5".
const DIVIDES = /\s*[|•·]\s*|^\s*[-–—]{1,6}\s*/;

/** The names in the first short line that says "By …" of somebody. */
export function authorInText(paragraphs: readonly string[]): string | undefined {
  const lines = paragraphs
    .filter((paragraph) => paragraph.length <= 150)
    .flatMap((paragraph) => paragraph.split(DIVIDES));
  for (const line of lines) {
    const said = SAYS_BY.test(line) || DATED_LEAD.test(line);
    const names = said ? namesFirst(namesOf(line)) : undefined;
    if (names === undefined) continue;
    if (names.includes(' ') || /^(?:posted|written)/i.test(line)) return names;
  }
  return undefined;
}
