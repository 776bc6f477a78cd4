import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { STANDINGS } from '../../src/news/standing.ts';
import { articlePage } from '../../src/workspace/page/article.tsx';
import { article } from './article.ts';

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom('\n\n', '\n', ' ', '<b>', '&amp;', '"', '<script>alert(1)</script>'),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

const span = (length: number) =>
  fc
    .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));

const shown = text.chain((words) =>
  fc.record({
    text: fc.constant(words),
    title: text,
    cited: fc.option(span(words.length), { nil: undefined }),
    spans: fc.array(fc.tuple(span(words.length), fc.constantFrom(...STANDINGS)), { maxLength: 6 }),
  }),
);

const unspaced = (words: string) => words.replaceAll(/\s/g, '');

test('an article page holds the text as it is, whatever it is, and marks nothing but the text', () => {
  fc.assert(
    fc.property(shown, ({ text, title, cited, spans }) => {
      const [pattern] = article.reading.statements;
      const statements = spans
        .filter(([{ start, end }]) => start < end)
        .map(([where, standing]) => ({ ...pattern, ...where, standing }) as typeof pattern)
        .filter((statement) => statement !== undefined);
      const html = articlePage(
        { ...article, text, title, reading: { ...article.reading, statements } },
        cited && cited.start < cited.end ? cited : undefined,
      );
      const { document } = parseHTML(html);
      expect(document.querySelectorAll('script')).toHaveLength(1);
      const paragraphs = [...document.querySelectorAll('.text > section > p')];
      expect(unspaced(paragraphs.map((p) => p.textContent ?? '').join(''))).toBe(unspaced(text));
      if (cited) {
        const marked = [...document.querySelectorAll('.text .cited')];
        expect(unspaced(marked.map((one) => one.textContent ?? '').join(''))).toBe(
          unspaced(text.slice(cited.start, cited.end)),
        );
      }
    }),
  );
});
