import type { XmlElement } from './xml-element.ts';

/** Text as HTML that shows it. Blank lines stay lines of their own. */
export function htmlOfText(text: string): string {
  return escaped(text.trim()).replace(/\n[^\S\n]*\n\s*/g, '\n<br><br>\n');
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (at) => REFERENCES[at] ?? at) : text;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What an element holds, as HTML: its markup without prefixes and namespace declarations. */
export function innerHtml(element: XmlElement): string {
  let html = '';
  for (const child of element.children) {
    html += typeof child === 'string' ? escaped(child) : outerHtml(child);
  }
  return html;
}

function outerHtml(element: XmlElement): string {
  let start = `<${element.tag}`;
  for (const [name, value] of element.attributes) {
    if (/^xml(?:ns)?(?:$|:)/.test(name)) continue;
    start += ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`;
  }
  return VOID.has(element.tag.toLowerCase()) && element.children.length === 0
    ? `${start}>`
    : `${start}>${innerHtml(element)}</${element.tag}>`;
}

/** True where an element holds markup of the document itself rather than text alone. */
export function holdsMarkup(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}
