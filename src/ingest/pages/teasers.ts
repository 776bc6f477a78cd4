import { oneLine, type PageElement } from './page-node.ts';

const LONGEST = 600;

function isHeading(element: PageElement | null | undefined): boolean {
  return /^h[2-6]$/.test(element?.localName ?? '');
}

/** The heading that a link stands in, or holds. */
function headingOf(link: PageElement): PageElement | undefined {
  if (isHeading(link.parentNode)) return link.parentNode ?? undefined;
  return isHeading(link.firstElementChild) ? link : undefined;
}

/** The paragraphs that stand under headings which are links: what a page says of other pages. */
export function teasersOf(anchors: readonly PageElement[]): ReadonlySet<string> {
  const blocks = new Set(anchors.flatMap((link) => headingOf(link)?.parentNode ?? []));
  const teasers = new Set<string>();
  for (const block of blocks) {
    const said = [...block.getElementsByTagName('p')].flatMap((p) => oneLine(p.textContent) ?? []);
    if (said.join(' ').length > LONGEST) continue;
    for (const one of said) teasers.add(one);
  }
  return teasers;
}
