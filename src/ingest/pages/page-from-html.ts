import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Page } from './page.ts';
import { pageFacts } from './page-facts.ts';
import { type PageNode, textOfPage } from './page-text.ts';

// Readability keeps some of these; dropping them first reads closer to what people marked as the article.
const BESIDE_THE_TEXT = 'figcaption, aside, nav, footer, form, button, [aria-hidden="true"]';

/** Reads a page: its article's text and what it declares. May take long or much memory on odd pages: see readPages. */
export function pageFromHtml(html: string): Page {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  const facts = pageFacts(document);
  for (const node of document.querySelectorAll(BESIDE_THE_TEXT)) node.remove();
  const whole = textOfPage(document.body ?? document.documentElement);
  const main = new Readability<PageNode>(document, { serializer: (node: PageNode) => node }).parse()
    ?.content;
  return { ...facts, text: (main && textOfPage(main)) || whole };
}
