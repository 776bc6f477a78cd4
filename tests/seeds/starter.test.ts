import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { topicNamed } from '../../src/briefing/find.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => isRealDay(value), 'is no day of the calendar');
const frontMatter = z.strictObject({
  title: z.string().min(10),
  outlet: z.literal('Starter notes'),
  date: day,
  basedOn: z.array(z.url({ protocol: /^https?$/ })).min(1),
});
const line = z.string().trim().min(1);
const topicsFile = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
      title: line,
      aliases: z.array(line).min(1),
      questions: z
        .array(z.strictObject({ ask: line.endsWith('?'), words: z.array(line).min(1) }))
        .min(3)
        .max(6),
    }),
  )
  .min(1);

const articles = readdirSync(new URL('articles/', SEEDS))
  .sort()
  .map((file) => {
    const source = readFileSync(new URL(`articles/${file}`, SEEDS), 'utf8');
    const parts = /^---\n([\s\S]*?)\n---\n\n([\s\S]+)$/.exec(source);
    const [, head = '', text = ''] = parts ?? [];
    return { file, head: parse(head) as unknown, text };
  });
const told = articles.map(({ head, text }) => `${frontMatter.parse(head).title}\n${text}`);
const topics = topicsFile.parse(parse(readFileSync(new URL('topics.yml', SEEDS), 'utf8')));

function isRealDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** How many articles hold a phrase as whole words, whatever its case. */
function articlesWith(phrases: readonly string[]): number {
  const patterns = phrases.map((phrase) => {
    const plain = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}&])${plain}(?![\\p{L}\\p{N}&])`, 'iu');
  });
  return told.filter((text) => patterns.some((pattern) => pattern.test(text))).length;
}

/** Stretches between “ and ” in a text. */
function quotationsIn(text: string): string[] {
  return [...text.matchAll(/“([^“”]*)”/g)].map(([, words = '']) => words);
}

describe('the starter articles', () => {
  it('are at least fourteen', () => {
    expect(articles.length).toBeGreaterThanOrEqual(14);
  });

  describe.each(articles)('$file', ({ file, head, text }) => {
    it('has complete front matter and is named for its date', () => {
      const { date } = frontMatter.parse(head);
      expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
      expect(file.slice(0, 10)).toBe(date);
    });

    it('has a length like an agency report, in paragraphs of plain prose', () => {
      const words = text.split(/\s+/).filter(Boolean).length;
      expect(words).toBeGreaterThanOrEqual(250);
      expect(words).toBeLessThanOrEqual(500);
      for (const paragraph of text.trim().split(/\n\n+/)) {
        expect(paragraph).toMatch(/^[\p{Lu}\d“]/u);
        expect(paragraph).toMatch(/[.?]”?$/);
        expect(paragraph).not.toMatch(/[\n"<>`*_#[\]]/);
      }
    });

    it('quotes at most twelve words at a time and closes every quotation in its paragraph', () => {
      for (const paragraph of text.split(/\n\n+/)) {
        const marks = paragraph.replace(/[^“”]/g, '');
        expect(marks).toMatch(/^(?:“”)*$/);
        for (const quotation of quotationsIn(paragraph)) {
          const words = quotation.split(/\s+/).filter(Boolean).length;
          expect(words, quotation).toBeGreaterThan(0);
          expect(words, quotation).toBeLessThanOrEqual(12);
        }
      }
    });

    it('says who speaks beside every quotation', () => {
      const speaks =
        /\b(?:said|says|told|tells|called|call|described|accused|spoke|warned|wrote|according|reported|testified)\b/;
      const paragraphs = text.split(/\n\n+/);
      const silent = paragraphs.filter(
        (paragraph) => quotationsIn(paragraph).length > 0 && !speaks.test(paragraph),
      );
      expect(silent).toEqual([]);
    });
  });

  it('tell of June 22, 2015 in three voices', () => {
    const thatDay = articles
      .filter(({ file }) => file.startsWith('2015-06-22'))
      .map(({ text }) => text)
      .join('\n');
    expect(thatDay).toMatch(/State Department spokesman John Kirby said/);
    expect(thatDay).toMatch(/a senior State Department official said/);
    expect(thatDay).toMatch(/citing unnamed officials/);
  });
});

describe('the starter topics', () => {
  it('have names that differ', () => {
    const names = topics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('share an alias only with a wider topic, and what is typed means the narrower', () => {
    for (const topic of topics) {
      for (const alias of topic.aliases) {
        const sharing = topics.filter((other) =>
          other.aliases.some((each) => each.toLowerCase() === alias.toLowerCase()),
        );
        const narrowest = Math.min(...sharing.map(({ aliases }) => aliases.length));
        expect(sharing.filter(({ aliases }) => aliases.length === narrowest)).toEqual([
          topicNamed(alias, topics),
        ]);
      }
    }
  });

  it.each(topics)('$name: is named in at least two articles', ({ aliases }) => {
    expect(articlesWith(aliases)).toBeGreaterThanOrEqual(2);
  });

  it.each(topics.flatMap(({ name, questions }) => questions.map((each) => ({ name, ...each }))))(
    '$name: $ask can be answered from an article',
    ({ words }) => {
      expect(articlesWith(words)).toBeGreaterThanOrEqual(1);
      const typed = words.map((word) => word.toLowerCase());
      expect(typed.filter((word, at) => typed.indexOf(word) !== at)).toEqual([]);
    },
  );
});
