import { phrasesOf } from '../briefing/phrases.ts';
import type { CorpusReader } from '../corpus/corpus.ts';
import { publishedDay } from '../corpus/published-day.ts';
import type { TopicCoverage } from '../news/delivery.ts';
import type { News } from './news.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;
/** Fewer articles than this are sooner read than looked at. */
const FEWEST = 5;
const MOST_TOPICS = 4;

/**
 * How much was published on each topic of the news in the two weeks up to its newest day of publication, the most
 * written about first, as far as there is something to draw; of what had arrived by then.
 */
export async function coverageOver(
  corpus: CorpusReader,
  news: readonly News[],
  upTo: number,
): Promise<readonly TopicCoverage[]> {
  // A page may claim to be of next year.
  const dated = news.flatMap(({ article }) => {
    const day = publishedDay(article.publishedAt);
    return day !== undefined && day <= article.ingestedAt.slice(0, 10) ? [day] : [];
  });
  const lastDay = dated.sort().at(-1);
  if (lastDay === undefined) return [];
  const days = Array.from({ length: DAYS }, (_, at) =>
    new Date(Date.parse(lastDay) - (DAYS - 1 - at) * DAY_MS).toISOString().slice(0, 10),
  );
  const [first = lastDay] = days;
  const named = new Set(news.flatMap(({ topics }) => topics));
  const topics = (await corpus.topics()).filter(({ name }) => named.has(name));
  const counted = topics.map(async (topic): Promise<TopicCoverage> => {
    const phrases = phrasesOf(topic);
    const published = await corpus.days({ phrases, publishedSince: first, arrivedBy: upTo });
    const onDay = (day: string) => published.filter((other) => other === day).length;
    return { topic: topic.title, days: days.map(onDay), lastDay };
  });
  return (await Promise.all(counted))
    .filter(({ days: each }) => sum(each) >= FEWEST)
    .sort((one, other) => sum(other.days) - sum(one.days))
    .slice(0, MOST_TOPICS);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
