import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/news/refusal.ts';
import { given } from '../../corpus/given.ts';
import {
  article,
  linkedData,
  ownReader,
  page,
  prose,
  read,
  sentence,
  stopReading,
} from './reading.ts';

afterAll(stopReading);

async function textOf(html: string): Promise<string> {
  return given(await read(html)).text;
}

describe('the text', () => {
  test.each([
    '<figure><img src="x"><figcaption>A crane at work</figcaption></figure>',
    '<aside><p>Read this as well, it is worth it</p></aside>',
    '<div class="newsletter-box"><p>Every morning in your mail</p></div>',
    '<p>Sign up for our daily newsletter.</p>',
    '<p>Follow us on Twitter</p>',
    '<ul><li><a href="/a">Another article altogether</a></li><li><a href="/b">And one more</a></li></ul>',
    '<p>By Ann Writer</p>',
    '<div aria-hidden="true">Never shown</div>',
    '<p>Advertisement</p>',
  ])('is without %s', async (beside) => {
    const text = await textOf(article('', beside));
    expect(text.split('\n\n')).toEqual(
      Array.from({ length: 6 }, (_, n) => `${sentence(n)} ${sentence(n + 50)}`),
    );
  });

  test.each([
    '<blockquote><p>We will not stop before the last stone has been measured, the head of the survey said.</p></blockquote>',
    '<p><span class="dateline">NORTH QUAY – </span>The first crews had arrived on Sunday evening, long before it was light.</p>',
    '<h2>What comes next</h2>',
    '<ul><li>The northern quay comes first, in June and July of this year.</li><li>The southern one follows a year later, if money is left.</li></ul>',
    '<p>He signed up for the survey, she said, and would follow the crews to the south.</p>',
  ])('keeps %s', async (inside) => {
    const words = inside
      .replace(/<\/?(?:span|p|blockquote|h2|ul)[^>]*>/g, '')
      .split(/<\/?li>/)
      .filter((part) => part !== '');
    const text = await textOf(article('').replace('</p><p>', `</p>${inside}<p>`));
    for (const part of words) expect(text).toContain(part);
  });

  test('ends where a list of other articles begins', async () => {
    const more = '<h3>More on this</h3><p>The bridge is closed</p><p>The ferry is late</p>';
    expect(await textOf(article('').replace('</article>', `${more}</article>`))).not.toMatch(
      /More on|bridge|ferry/,
    );
  });

  test('is found where the body is not where it belongs, and within a form', async () => {
    const misplaced = `<html><head><title>A</title></head><div hidden>x</div><body><form><article>${prose()}</article></form></body></html>`;
    expect(await textOf(misplaced)).toContain(sentence(3));
  });

  test('is taken from the data where a script would have shown it', async () => {
    const body = Array.from({ length: 6 }, (_, n) => sentence(n)).join('\n\n');
    const head = linkedData({ '@type': 'NewsArticle', headline: 'A', articleBody: body });
    expect(await textOf(page(head, '<div id="app"><p>Loading the article</p></div>'))).toBe(body);
  });
});

test('any markup is read or refused, and no text has empty paragraphs', async () => {
  const tag = fc.constantFrom(
    'div',
    'p',
    'html',
    'body',
    'head',
    'form',
    'aside',
    'template',
    'noscript',
    'table',
    'svg',
    'a',
    'h1',
    'script',
    'time',
  );
  const part = fc.oneof(
    fc.tuple(tag, fc.boolean()).map(([name, closes]) => (closes ? `</${name}>` : `<${name}>`)),
    fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      '&amp;',
      '&#0;',
      '<p class="byline" id=x>',
      sentence(1),
    ),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
      const found = await read(parts.join(''), 'https://courier.example/a');
      if (isRefusal(found)) return;
      expect(found.text).toBe(found.text.trim());
      expect(found.text).not.toMatch(/\n{3}|[ \t]\n/);
    }),
    { numRuns: 60 },
  );
});

test('a thread that is replaced after each page reads them all, in the order asked', async () => {
  const reader = ownReader(undefined, { jobs: 1 });
  const asked = [1, 2, 3].map((n) =>
    reader.read('a', article(`<meta name="author" content="Writer ${'ABC'[n - 1]}">`)),
  );
  const authors = (await Promise.all(asked)).map((one) => given(one).author);
  expect(authors).toEqual(['Writer A', 'Writer B', 'Writer C']);
});
