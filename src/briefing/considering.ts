import { publishedDay } from '../corpus/published-day.ts';
import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import { type Inquiry, inquiryOf } from './inquiry.ts';
import { type Considered, consider } from './subject.ts';
import { plainWords } from './words.ts';

/** First and last day, ISO 8601, of what may be used; where there is one, nothing undated is. */
export interface Times {
  readonly since?: string | null;
  readonly asOf?: string | null;
  /** Of articles that changed since the first day: as they were before, by id. What they said then is nothing new. */
  readonly before?: ReadonlyMap<string, Article>;
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
export function considerFor(
  inquiry: Inquiry,
  within: readonly Article[],
  before: Times['before'] = new Map(),
): Considered[] {
  const known = new Map<string, string>();
  return within
    .map((article) => consider(inquiry.subject, article, known))
    .filter((each) => isConcerned(inquiry, each))
    .map((each) => whatIsNew(each, before.get(each.article.id)));
}

/** What an article says that it didn't before; all of it where it wasn't there. */
function whatIsNew(each: Considered, before: Article | undefined): Considered {
  if (before === undefined || before.revision === each.article.revision) return each;
  const known = plainWords(before.text);
  const all = each.all.filter(({ candidate }) => !known.includes(plainWords(candidate.text)));
  return { ...each, all };
}

/** The articles published within the times, in order of day, arrival and id. */
export function withinTimes(
  articles: readonly Article[],
  { since, asOf, before }: Times,
): Article[] {
  const day = ({ publishedAt }: Article) => publishedDay(publishedAt);
  return articles
    .filter((article) => {
      const published = day(article);
      if (published === undefined) return !since && !asOf;
      const isIn = !since || published >= since || before?.has(article.id) === true;
      return isIn && (!asOf || (published <= asOf && !saysMoreAfter(article, asOf)));
    })
    .sort(
      (a, b) =>
        (day(a) ?? '').localeCompare(day(b) ?? '') ||
        a.arrival - b.arrival ||
        a.id.localeCompare(b.id),
    );
}

/** True where an article that has had no revision says that its text was changed after a day. */
function saysMoreAfter({ revision, updatedAt }: Article, day: string): boolean {
  return revision === 1 && (publishedDay(updatedAt ?? null) ?? day) > day;
}

function isConcerned({ anyOf }: Inquiry, { about, all }: Considered): boolean {
  if (about === 0) return false;
  return (
    anyOf.size === 0 || all.some(({ candidate }) => candidate.stems.some((stem) => anyOf.has(stem)))
  );
}
