import { articlesNamed, type Json } from './linked-data.ts';
import type { Survey } from './survey.ts';

/** What is known of a page when it is judged. */
export interface Judged {
  readonly survey: Survey;
  readonly data: readonly Json[];
  /** The page's own title tags and first headings, divided by a blank line. */
  readonly title: string;
  /** The text read from it. */
  readonly text: string;
  /** Paragraphs of the article that were no part of its text. */
  readonly dropped: readonly string[];
  /** The paragraphs that the page says of others. */
  readonly teasers: ReadonlySet<string>;
  /** The paragraphs of everything that the page holds. */
  readonly shown: readonly string[];
  readonly url: string | null;
  /** How much of all the page's text stands in links, 0 to 1. */
  readonly linkedShare: number;
  /** Whether the page gives a date of publication, and not as many as a list does. */
  readonly isDated: boolean;
  /** Whether it gives an author. */
  readonly isSigned: boolean;
}

/** Whether a page says of itself that it is an article, as no wall before an article does. */
export function saysArticle({ survey, data }: Judged): boolean {
  return survey.metas.get('og:type')?.[0]?.toLowerCase() === 'article' || articlesNamed(data) > 0;
}

const LOOKED_AT = 2_000;

/** How much of a text stands in paragraphs that match, 0 to 1. */
export function shareOf(text: string, pattern: RegExp): number {
  const paragraphs = text.split('\n\n');
  const matched = paragraphs.filter((paragraph) => pattern.test(paragraph.slice(0, LOOKED_AT)));
  const length = (all: readonly string[]) => all.reduce((sum, one) => sum + one.length, 0);
  return length(matched) / Math.max(1, length(paragraphs));
}
