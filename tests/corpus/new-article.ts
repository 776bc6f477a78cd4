import type { NewArticle } from '../../src/corpus/corpus.ts';

/** An article on its way in, with what a test cares about. */
export function article(given: Partial<NewArticle> & { readonly id: string }): NewArticle {
  return {
    title: null,
    outlet: null,
    author: null,
    publishedAt: null,
    url: null,
    basedOn: [],
    text: `The text of ${given.id}.`,
    reading: { passages: [], statements: [], events: [], dates: [], figures: [] },
    ...given,
  };
}
