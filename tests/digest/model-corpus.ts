import type { Added, Corpus, NewArticle, Search } from '../../src/corpus/corpus.ts';
import { holdsPhrase, phraseOf } from '../../src/corpus/phrase.ts';
import { plainText } from '../../src/corpus/words.ts';
import type { Article } from '../../src/news/article.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import type { Subscription } from '../../src/news/subscription.ts';
import type { Topic } from '../../src/news/topic.ts';

/** A corpus in memory that keeps what was given to it as a disk would: copies, in the order of the interface. */
export function modelCorpus(): Corpus {
  const revisions = new Map<string, Article[]>();
  const topics = new Map<string, Topic>();
  const subscriptions = new Map<string, Subscription>();
  const deliveries = new Map<string, Delivery>();
  const asked = new Map<string, number>();
  const changes = new Map<string, number>();
  let lastArrival = 0;

  const newest = () => [...revisions.values()].flatMap((all) => all.at(-1) ?? []);
  const fits = (article: Article, search: Search) => {
    if (search.words !== undefined || search.publishedBy !== undefined) {
      throw new Error('Not modelled: a digest does not search that way.');
    }
    const text = plainText(`${article.title ?? ''}\n\n${article.text}`);
    const phrases = search.phrases?.map(phraseOf);
    return (
      article.arrival > (search.arrivedAfter ?? 0) &&
      article.arrival <= (search.arrivedBy ?? lastArrival) &&
      (phrases?.some((phrase) => phrase !== undefined && holdsPhrase(text, phrase)) ?? true)
    );
  };

  return {
    search: async (search) =>
      newest()
        .filter((article) => fits(article, search))
        .slice(0, search.limit ?? Number.POSITIVE_INFINITY)
        .map((article) => ({ article, score: 1 })),
    days: async (search) =>
      newest()
        .filter((article) => fits(article, search))
        .map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? null),
    article: async (id, revision) => {
      const all = revisions.get(id);
      return revision === undefined
        ? all?.at(-1)
        : all?.find((article) => article.revision === revision);
    },
    size: async () => ({ articles: revisions.size, lastArrival }),
    topics: async () => [...topics.values()],
    subscriptions: async () => structuredClone([...subscriptions.values()]),
    subscription: async (channel) => structuredClone(subscriptions.get(channel)),
    deliveries: async (channel) =>
      [...deliveries.values()]
        .filter((delivery) => delivery.channel === channel)
        .sort((one, other) => (one.slot < other.slot ? -1 : 1)),
    lastAsked: async (user, topic) => asked.get(`${user} ${topic}`),
    close: async () => {},
    add: async (articles) => articles.map(addOne),
    remove: async (id) => revisions.delete(id),
    ledgers: async () => new Map(changes),
    feeds: async () => [],
    feed: async () => undefined,
    feedsDue: async () => [],
    shown: async () => [],
    changeShown: () => Promise.reject(new Error('Not modelled: a digest keeps its own ledger.')),
    amend: () => Promise.reject(new Error('Not modelled: a digest amends nothing.')),
    changeFeed: () => Promise.reject(new Error('Not modelled: a digest changes no feed.')),
    setTopic: async (topic) => void topics.set(topic.name, topic),
    removeTopic: async (name) => topics.delete(name),
    subscribe: async (subscription) =>
      void subscriptions.set(subscription.channel, structuredClone(subscription)),
    unsubscribe: async (channel) => subscriptions.delete(channel),
    record: async (delivery) => {
      const { id, channel } = delivery;
      deliveries.set(id, frozen(structuredClone(delivery)));
      changes.set(channel, (changes.get(channel) ?? 0) + 1);
    },
    forget: async (channel, ids, startsAfter) => {
      for (const id of ids) deliveries.delete(id);
      const known = subscriptions.get(channel);
      if (known === undefined || known.startsAfter >= startsAfter) return;
      subscriptions.set(channel, { ...known, startsAfter });
    },
    asked: async (user, topic, arrival) => void asked.set(`${user} ${topic}`, arrival),
  };

  function addOne(article: NewArticle): Added {
    const all = revisions.get(article.id) ?? [];
    const before = all.at(-1);
    if (before?.text === article.text && before.title === article.title) {
      return { id: article.id, revision: before.revision, change: 'unchanged' };
    }
    lastArrival += 1;
    const revision = (before?.revision ?? 0) + 1;
    const ingestedAt = '2026-03-03T07:00:00.000Z';
    revisions.set(article.id, [...all, { ...article, revision, arrival: lastArrival, ingestedAt }]);
    return { id: article.id, revision, change: before === undefined ? 'new' : 'revised' };
  }
}

/** What nobody can change, to its depths: a copy for each reader would take most of a test's time. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
