import { z } from 'zod';
import { STANDINGS } from '../../src/news/standing.ts';

/** The JSON that the command line prints, as DESIGN agreed it; nothing may be there that is not named here. */

const orNull = z.string().nullable();
const span = { start: z.int().min(0), end: z.int().min(0) };
const worded = { ...span, text: z.string() };
const standing = z.enum(STANDINGS);
const precision = z.enum(['year', 'quarter', 'month', 'week', 'day', 'minute']);

export const INSPECTED = z.strictObject({
  id: z.union([z.string(), z.number()]),
  sentences: z.array(z.strictObject(span)),
  statements: z.array(
    z.strictObject({
      ...worded,
      quoted: z.boolean(),
      speaker: orNull,
      role: orNull,
      source: orNull,
      standing,
      why: z.string(),
      cue: orNull,
      polarity: z.enum(['asserts', 'denies', 'declines']),
      date: orNull,
      via: z.array(z.string()),
    }),
  ),
  events: z.array(z.strictObject({ ...worded, date: z.string(), precision })),
  dates: z.array(z.strictObject({ ...worded, value: z.string(), precision })),
  figures: z.array(z.strictObject({ ...worded, value: z.string(), counts: orNull })),
});

/** Of a file the text is printed too: the offsets count into it. */
export const INSPECTED_FILE = INSPECTED.extend({ text: z.string() });

export const INSPECTED_PAGE = z.strictObject({
  id: z.union([z.string(), z.number()]),
  title: orNull,
  author: orNull,
  publishedAt: orNull,
  updatedAt: orNull,
  outlet: orNull,
  canonicalUrl: orNull,
  language: orNull,
  nextPages: z.array(z.string()),
  text: z.string(),
});

export const FAILED = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  error: z.string().min(1),
});

const line = z.strictObject({
  ...worded,
  articleId: z.string(),
  revision: z.int().min(1),
  source: z.int().min(1),
  speaker: z.string().optional(),
  role: z.string().optional(),
  standing: standing.optional(),
  quoted: z.boolean().optional(),
  date: z.string().optional(),
});
const source = z.strictObject({
  n: z.int().min(1),
  articleId: z.string(),
  title: orNull,
  outlet: orNull,
  publishedAt: orNull,
  url: orNull,
});

const coverage = z.strictObject({
  articles: z.int().min(0),
  independent: z.number(),
  outlets: z.array(z.string()),
  from: orNull,
  to: orNull,
});

const view = { title: z.string(), asOf: orNull, coverage, sources: z.array(source) };
export const QUOTES = z.strictObject({ ...view, lines: z.array(line) });
export const SOURCES = z.strictObject(view);

export const BRIEF = z.strictObject({
  topic: orNull,
  question: z.string(),
  asOf: orNull,
  coverage,
  bottomLine: z.array(line),
  answers: z.array(z.strictObject({ ask: z.string(), lines: z.array(line) })),
  differences: z.array(
    z.strictObject({
      about: z.string(),
      sides: z.array(z.array(line)),
      replaced: z.array(z.number()).optional(),
    }),
  ),
  timeline: z.array(z.strictObject({ date: z.string(), precision, line, also: z.array(line) })),
  next: z.array(line),
  corrections: z.array(z.strictObject({ was: line, now: line.nullable() })),
  sources: z.array(source),
});

export const INGESTED = z.strictObject({
  id: z.string(),
  path: z.string(),
  title: orNull,
  change: z.enum(['new', 'revised', 'unchanged']),
  links: z
    .array(z.strictObject({ title: z.string(), url: z.string(), known: z.boolean() }))
    .optional(),
  unread: z.array(z.string()).optional(),
});

export const REMOVED = z.strictObject({ id: z.string(), removed: z.literal(true) });

export const FINDING = z.strictObject({
  check: z.string(),
  ok: z.boolean(),
  found: z.string(),
  next: z.string().optional(),
});

export const DIGEST = z.strictObject({
  channel: z.string(),
  after: z.int(),
  upTo: z.int(),
  stories: z.array(
    z.strictObject({
      story: z.string(),
      line,
      topics: z.array(z.string()),
      statements: z.array(line),
      sources: z.array(z.int()),
      outlets: z.int().optional(),
      update: z.array(z.enum(['statement', 'figure', 'event'])).optional(),
    }),
  ),
  sources: z.array(source),
  thread: z.int().positive().optional(),
  further: z
    .array(
      z.strictObject({
        story: z.string(),
        topics: z.array(z.string()),
        sources: z.array(z.int()),
        isAbove: z.boolean().optional(),
      }),
    )
    .optional(),
  coverage: z
    .array(z.strictObject({ topic: z.string(), days: z.array(z.int()), lastDay: z.string() }))
    .optional(),
  leftOut: z
    .strictObject({
      stories: z.int(),
      articles: z.int(),
      statements: z.int(),
      repeats: z.int().optional(),
    })
    .optional(),
});
