import type { Origin } from '../article-id.ts';
import type { Page } from './page.ts';

/** A page as an article on its way in, at the address that all of its variants have as theirs. */
export function originOfPage(page: Page): Origin {
  const { title, outlet, author, publishedAt, updatedAt, language, canonicalUrl, text } = page;
  return {
    ...{ title, outlet, author, publishedAt, url: canonicalUrl, text },
    ...(updatedAt !== null && { updatedAt }),
    ...(language !== null && { language }),
    basedOn: [],
    titleDeclared: true,
  };
}
