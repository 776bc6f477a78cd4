import { publishedDay } from '../corpus/published-day.ts';
import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import { type Inquiry, inquiryOf } from './inquiry.ts';
import { type Considered, consider } from './subject.ts';

/** First and last day, ISO 8601, of what may be used; where there is one, nothing undated is. */
export interface Times {
  readonly since?: string | null;
  readonly asOf?: string | null;
}

/** The articles within the times that are about a topic or any words, oldest first, read for lines. */
export function considerAll(
  articles: readonly Article[],
  about: Topic | string,
  topics: readonly Topic[],
  times: Times,
): Considered[] {
  const within = withinTimes(articles, times);
  return considerFor(inquiryOf(about, topics, within), within);
}

/** The articles that an inquiry concerns, read for lines. */
export function considerFor(inquiry: Inquiry, within: readonly Article[]): Considered[] {
  const known = new Map<string, string>();
  return within
    .map((article) => consider(inquiry.subject, article, known))
    .filter((each) => isConcerned(inquiry, each));
}

/** The articles published within the times, in order of day, arrival and id. */
export function withinTimes(articles: readonly Article[], { since, asOf }: Times): Article[] {
  const day = ({ publishedAt }: Article) => publishedDay(publishedAt);
  return articles
    .filter((article) => {
      const published = day(article);
      if (published === undefined) return !since && !asOf;
      return (!asOf || published <= asOf) && (!since || published >= since);
    })
    .sort(
      (a, b) =>
        (day(a) ?? '').localeCompare(day(b) ?? '') ||
        a.arrival - b.arrival ||
        a.id.localeCompare(b.id),
    );
}

function isConcerned({ anyOf }: Inquiry, { about, all }: Considered): boolean {
  if (about === 0) return false;
  return (
    anyOf.size === 0 || all.some(({ candidate }) => candidate.stems.some((stem) => anyOf.has(stem)))
  );
}
