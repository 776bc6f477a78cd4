import { parseHTML } from 'linkedom';
import type { PageElement } from './page-node.ts';

/** A parsed page and its two halves. */
export interface ParsedPage {
  readonly document: PageElement;
  readonly html: PageElement;
  readonly body: PageElement;
}

/**
 * Parses a page and puts its body where it belongs. linkedom leaves elements where the markup has them, and takes the
 * body for empty where anything stands between it and the head; browsers move such things, and so does this.
 */
export function parsePage(source: string): ParsedPage {
  const at = source.search(/<html[\s>]/i);
  let { document } = parseHTML(
    at < 0 ? `<html><head></head><body>${source}</body></html>` : source,
  );
  if (document.documentElement?.localName !== 'html') {
    ({ document } = parseHTML(`<html>${source.slice(Math.max(0, at))}</html>`));
  }
  const html = document.documentElement;
  const head = html.querySelector('head') ?? document.createElement('head');
  const body = html.querySelector('body') ?? document.createElement('body');
  if (
    html.firstElementChild !== head ||
    head.nextElementSibling !== body ||
    body.nextElementSibling
  ) {
    const stray = [...html.childNodes].filter(
      (node) => node !== head && node !== body && !node.contains(body),
    );
    const first = stray.findIndex((node) => follows(node, body));
    html.replaceChildren(head, body);
    body.prepend(...stray.slice(0, first < 0 ? stray.length : first));
    if (first >= 0) body.append(...stray.slice(first));
  }
  return { document, html, body };
}

function follows(node: { compareDocumentPosition(other: object): number }, other: object): boolean {
  return (node.compareDocumentPosition(other) & 2) !== 0;
}
