import { type Refusal, refuse } from '../../news/refusal.ts';
import type { PageFeed } from './page.ts';

/** What a page can be instead of an article. */
export type NotArticleKind = 'paywall' | 'consent' | 'bot-check' | 'missing' | 'list';

/** What reading finds of a page that is no article; `feeds` are those it names all the same. */
export interface OtherPage {
  readonly kind: NotArticleKind;
  readonly feeds: readonly PageFeed[];
}

/** A page that is no article, refused; where it lists articles, `feeds` may be followed instead. */
export interface NotAnArticle extends Refusal, OtherPage {}

export function isNotAnArticle(value: object): value is NotAnArticle {
  return 'refused' in value && 'kind' in value && 'feeds' in value;
}

const SAVE = 'Open it in a browser, save its text as a .txt file and add that.';

/** Refuses a page by name, for what it is. */
export function notAnArticle(name: string, { kind, feeds }: OtherPage): NotAnArticle {
  const { refused, next } = sentencesFor(name, kind, feeds);
  return { ...refuse(refused, next), kind, feeds };
}

function sentencesFor(name: string, kind: NotArticleKind, feeds: readonly PageFeed[]): Refusal {
  switch (kind) {
    case 'paywall':
      return refuse(
        `${name} shows only the beginning of its article to those who have not paid.`,
        SAVE,
      );
    case 'consent':
      return refuse(`${name} shows a question about cookies instead of its article.`, SAVE);
    case 'bot-check':
      return refuse(`${name} checks that a person is asking, and shows no article.`, SAVE);
    case 'missing':
      return refuse(`${name} says that its page is not there.`, 'Check the address.');
    case 'list': {
      const [feed] = feeds;
      return refuse(
        `${name} lists articles and is none itself.`,
        feed === undefined
          ? 'Give the address of one of its articles.'
          : `Follow its feed, ${feed.url}, or give the address of one of its articles.`,
      );
    }
  }
}
