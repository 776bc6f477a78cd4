import type { PageElement } from './page-node.ts';

const HIGHEST = 8;
const ENDS = new Set(['body', 'html', 'article', 'main']);
const BESIDE = new Set(['nav', 'footer', 'aside', 'figure', 'figcaption']);
const MARKED =
  /comment|\breply|related|sidebar|footer|copyright|\bevent|recent|popular|recommend|teaser|promo|photo|caption|gallery|masthead|logo|top-?bar|site-?header|weather|archive|trending|\bcards?\b/i;

/** Whether an element stands in what is beside the article: another's teaser, a comment, a list, the page's head. */
export function isElsewhere(element: PageElement): boolean {
  let at: PageElement | null = element;
  for (let up = 0; at !== null && up < HIGHEST; up++) {
    if (ENDS.has(at.localName)) return false;
    if (BESIDE.has(at.localName)) return true;
    const marks = `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`;
    if (MARKED.test(marks)) return true;
    at = at.parentNode;
  }
  return false;
}
