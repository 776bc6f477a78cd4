import { type ZodType, z } from 'zod';
import type { Article } from '../news/article.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Feed } from '../news/feed.ts';
import type { Showing } from '../news/showing.ts';
import { STANDINGS } from '../news/standing.ts';
import type { Subscription } from '../news/subscription.ts';
import type { Topic } from '../news/topic.ts';
import type { NewArticle } from './corpus.ts';

// Loose: what a later version adds to a file is kept when this one writes it again.
const object = z.looseObject;
const text = z.string();
const texts = z.array(text);
const textOrNull = text.nullable();
const count = z.int().min(0);
const span = { start: count, end: count };

const precision = z.enum(['year', 'quarter', 'month', 'week', 'day', 'minute']);

const passage = object(span);
const event = object({ ...span, date: text, precision });
const dateMention = object({ ...span, value: text, precision });
const figure = object({ ...span, value: text, counts: textOrNull });
const statement = object({
  ...span,
  quoted: z.boolean(),
  speaker: textOrNull,
  role: textOrNull,
  source: textOrNull,
  standing: z.enum(STANDINGS),
  why: text,
  cue: textOrNull,
  polarity: z.enum(['asserts', 'denies', 'declines']),
  date: textOrNull,
  via: texts,
});
const reading = object({
  passages: z.array(passage),
  statements: z.array(statement),
  events: z.array(event),
  dates: z.array(dateMention),
  figures: z.array(figure),
});

const arriving = {
  id: text,
  title: textOrNull,
  outlet: textOrNull,
  author: textOrNull,
  publishedAt: textOrNull,
  updatedAt: text.exactOptional(),
  language: text.exactOptional(),
  url: textOrNull,
  basedOn: texts,
  text,
  reading,
  story: text.exactOptional(),
};
const article = object({
  ...arriving,
  revision: z.int().min(1),
  arrival: z.int().min(1),
  ingestedAt: text,
  copies: z.array(object({ id: text, url: textOrNull, outlet: textOrNull })).exactOptional(),
});

const source = object({
  n: count,
  articleId: text,
  title: textOrNull,
  outlet: textOrNull,
  publishedAt: textOrNull,
  url: textOrNull,
});
const line = object({
  text,
  articleId: text,
  revision: count,
  ...span,
  source: count,
  speaker: text.exactOptional(),
  role: text.exactOptional(),
  standing: z.enum(STANDINGS).exactOptional(),
  quoted: z.boolean().exactOptional(),
  date: text.exactOptional(),
});
const delivery = object({
  id: text,
  channel: text,
  slot: text,
  state: z.enum(['claimed', 'posted', 'empty', 'refused', 'unknown']),
  digest: object({
    channel: text,
    after: count,
    upTo: count,
    stories: z.array(
      object({
        story: text,
        line,
        topics: texts,
        statements: z.array(line),
        sources: z.array(count),
      }),
    ),
    sources: z.array(source),
    corrections: z.array(object({ was: line, now: line.nullable() })).exactOptional(),
    leftOut: object({ stories: count, articles: count, statements: count }).exactOptional(),
  }),
  ts: textOrNull,
  reason: textOrNull,
  at: text,
});

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const calendar = {
  days: z.array(weekday),
  timeZone: text,
  quiet: z.array(object({ from: text, to: text })).exactOptional(),
};
const schedule = z.union([
  object({ ...calendar, times: texts.min(1) }),
  // As it was while a digest came once a day.
  object({ ...calendar, time: text }).transform(({ time, ...rest }) => ({
    ...rest,
    times: [time],
  })),
]);
const subscription = object({
  channel: text,
  topics: texts,
  include: texts.exactOptional(),
  exclude: texts.exactOptional(),
  schedule,
  saysNothingNew: z.boolean().exactOptional(),
  stillDue: text.exactOptional(),
  by: text,
  since: text,
  startsAfter: count,
});
const topic = object({
  name: text,
  title: text,
  aliases: texts,
  questions: z.array(object({ ask: text, words: texts })),
});

const problem = object({ refused: text, next: text });
const feed = object({
  url: text,
  title: textOrNull,
  site: textOrNull,
  by: textOrNull,
  addedAt: text,
  include: texts,
  exclude: texts,
  health: object({
    dueAt: textOrNull,
    askedAt: textOrNull,
    answeredAt: textOrNull,
    newAt: textOrNull,
    habit: z.number().nullable(),
    patience: z.number().nullable(),
    rest: z.number().exactOptional(),
    problem: problem.nullable(),
    failingSince: textOrNull,
    failures: count,
    told: z.enum(['failing', 'gone', 'silent']).nullable(),
  }),
  validators: object({ etag: textOrNull, lastModified: textOrNull }),
  entries: z.array(
    object({
      key: text,
      mark: text,
      article: textOrNull,
      failures: count.exactOptional(),
      again: object({ at: text, problem }).exactOptional(),
    }),
  ),
});

/** The highest arrival when a user last asked for a topic. */
export interface Asked {
  readonly user: string;
  readonly topic: string;
  readonly arrival: number;
}

/** What the corpus knows of itself. */
export interface Meta {
  /** Layout of the files; a later version may raise it. */
  readonly format: number;
  /** No arrival up to this one is ever given out again. */
  readonly lastArrival: number;
  /** Whether the starter articles have been read in, all of them. */
  readonly starterLoaded: boolean;
}

export const NEW_ARTICLE: ZodType<NewArticle> = object(arriving);
/** One file of articles: revisions in the order in which they came in. What changes here raises the saved index's format. */
export const ARTICLES: ZodType<readonly Article[]> = z.array(article);
/** One file of deliveries. */
export const DELIVERIES: ZodType<readonly Delivery[]> = z.array(delivery);
export const SUBSCRIPTIONS: ZodType<readonly Subscription[]> = z.array(subscription);
/** One file of feeds. */
export const FEEDS: ZodType<readonly Feed[]> = z.array(feed);
/** One file of what readers were shown. */
export const SHOWN: ZodType<readonly Showing[]> = z.array(
  object({
    to: text,
    about: text,
    at: text,
    ts: text.exactOptional(),
    lines: z.array(object({ ...span, articleId: text, revision: z.int().min(1) })),
  }),
);
export const TOPIC: ZodType<Topic> = topic;
export const TOPICS: ZodType<readonly Topic[]> = z.array(topic);
export const ASKED: ZodType<readonly Asked[]> = z.array(
  object({ user: text, topic: text, arrival: count }),
);
export const META: ZodType<Meta> = object({
  format: z.int(),
  lastArrival: count,
  starterLoaded: z.boolean(),
});
