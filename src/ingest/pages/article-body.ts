import { Readability } from '@mozilla/readability';
import { withoutCalls } from './calls-to-action.ts';
import type { PageElement } from './page-node.ts';
import { textOfPage } from './page-text.ts';
import type { Survey } from './survey.ts';

/** The text of a page's article, and the paragraphs in it that only led elsewhere. */
export interface ArticleBody {
  readonly paragraphs: readonly string[];
  readonly dropped: readonly string[];
}

// A marked element with more text than this is no caption or byline, but what the page is about.
const SMALL = 400;
const WHOLE = new Set(['body', 'html', 'article', 'main']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'em',
  'font',
  'i',
  'mark',
  'q',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

function lengthOf(element: PageElement): number {
  return element.textContent?.length ?? 0;
}

/** Whether words in a paragraph would be lost with the element: a place line or a link in running text. */
function isInSentence(element: PageElement): boolean {
  const parent = element.parentNode;
  return (
    INLINE.has(element.localName) &&
    parent !== null &&
    parent.localName === 'p' &&
    lengthOf(parent) > lengthOf(element) + 20
  );
}

const NEVER_TEXT = new Set(['nav', 'footer', 'aside', 'figcaption', 'button']);

function dropBeside(survey: Survey, visible: number): void {
  for (const element of survey.beside) {
    // Whole pages stand in a form on some sites, or behind a dialog that hides them.
    if (NEVER_TEXT.has(element.localName) || lengthOf(element) < visible / 2) element.remove();
  }
  for (const element of survey.maybeBeside) {
    if (WHOLE.has(element.localName) || isInSentence(element)) continue;
    if (lengthOf(element) < SMALL) element.remove();
  }
}

/** Readability takes the first element that is called a byline or dateline out of the text, also the place before it. */
function keepPlaceLines(survey: Survey): void {
  for (const element of [...survey.dates, ...survey.bylines]) {
    if (isInSentence(element)) element.removeAttribute('class');
  }
}

/** Some pages carry their text for readers without scripts; Readability would not look there. */
function openNoscripts(survey: Survey): void {
  for (const noscript of survey.noscripts) {
    const length = lengthOf(noscript);
    if (length > SMALL * 2 && [...noscript.getElementsByTagName('p')].length > 2) {
      noscript.replaceWith(...noscript.childNodes);
    }
  }
}

const LINKING = new Set(
  'p div ul ol section li table h2 h3 h4 h5 h6 dl blockquote tr td header'.split(' '),
);
const LONGEST_LINKS = 1_500;
const NEARLY_ALL = 0.8;

function dropLinks(main: PageElement): void {
  for (const element of main.querySelectorAll('*')) {
    if (!LINKING.has(element.localName)) continue;
    const text = element.textContent?.trim() ?? '';
    if (text === '' || text.length > LONGEST_LINKS) continue;
    let linked = 0;
    for (const link of element.getElementsByTagName('a'))
      linked += link.textContent?.trim().length ?? 0;
    if (linked > text.length * NEARLY_ALL) element.remove();
  }
}

/**
 * Finds the text of a page's article: what Mozilla's Readability takes for it once what stands beside has gone, less
 * the links and calls it leaves. `visible` is how long the page's whole text is. Takes the page apart.
 */
export function articleBody(
  document: PageElement,
  body: PageElement,
  survey: Survey,
  visible: number,
): ArticleBody {
  openNoscripts(survey);
  dropBeside(survey, visible);
  keepPlaceLines(survey);
  const main = new Readability<PageElement>(document, {
    serializer: (node: PageElement) => node,
  }).parse()?.content;
  if (main) dropLinks(main);
  const text = (main && textOfPage(main)) || textOfPage(body);
  const { kept, dropped } = withoutCalls(text.split('\n\n'));
  return { paragraphs: kept, dropped };
}
