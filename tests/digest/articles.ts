import type { NewArticle } from '../../src/corpus/corpus.ts';
import { readText } from '../../src/reading/read.ts';

/** An article as ingest would add it, really read. */
export function article(
  given: Pick<NewArticle, 'id' | 'text'> & Partial<Omit<NewArticle, 'reading'>>,
): NewArticle {
  const whole = {
    ...{ title: null, outlet: null, author: null, publishedAt: null, url: null, basedOn: [] },
    ...given,
  };
  return { ...whole, reading: readText(whole) };
}

/** An article of one passage, which cannot be read otherwise. */
export function note(id: string, text: string): NewArticle {
  return {
    ...{ id, title: text, outlet: 'Harbour Post', author: null, publishedAt: '2026-03-02' },
    ...{ url: null, basedOn: [], text },
    reading: {
      passages: [{ start: 0, end: text.length }],
      ...{ statements: [], events: [], dates: [], figures: [] },
    },
  };
}
