import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyMemory } from '../../../src/ingest/copies/copy-memory.ts';
import { COPIES, ORIGINAL, OTHERS } from './pairs.ts';

const DAY = '2031-05-05';
const original = { id: 'original', ...ORIGINAL, publishedAt: DAY };

/** What a text is found to copy, and the same the other way round. */
function found(variant: object) {
  const other = { ...original, ...variant, id: 'other' };
  const memory = copyMemory();
  memory.remember(original);
  const reversed = copyMemory();
  reversed.remember(other);
  return [memory.find(other), reversed.find(original)];
}

test.each(Object.entries(COPIES))('the same article: %s', (_, variant) => {
  expect(found(variant)).toEqual(['original', 'other']);
});

test.each(Object.entries(OTHERS))('another article: %s', (_, variant) => {
  expect(found(variant)).toEqual([undefined, undefined]);
});

test('what is printed again after a week is another article; without a date it may be of any day', () => {
  expect(found({ publishedAt: '2031-05-12' })).toEqual(['original', 'other']);
  expect(found({ publishedAt: '2031-05-13' })).toEqual([undefined, undefined]);
  expect(found({ publishedAt: null })).toEqual(['original', 'other']);
});

test('a notice of a few words is the same only under the same title', () => {
  const memory = copyMemory();
  const notice = { text: 'Pictures of the day.', publishedAt: DAY };
  memory.remember({ id: 'one', title: 'Regatta in pictures', ...notice });
  expect(memory.find({ id: 'two', title: 'Carnival in pictures', ...notice })).toBeUndefined();
  expect(memory.find({ id: 'two', title: 'Regatta in Pictures', ...notice })).toBe('one');
  memory.remember({ id: 'empty', title: 'Nothing', text: '', publishedAt: null });
  expect(
    memory.find({ id: 'two', title: 'Nothing', text: ' ', publishedAt: null }),
  ).toBeUndefined();
});

test('an article is no copy of itself, and one that was forgotten or has changed is not found', () => {
  const memory = copyMemory();
  memory.remember(original);
  expect(memory.find(original)).toBeUndefined();
  memory.remember({ ...original, text: 'Withdrawn.' });
  expect(memory.find({ ...original, id: 'again' })).toBeUndefined();
  memory.remember(original);
  expect(memory.find({ ...original, id: 'again' })).toBe('original');
  memory.forget('original');
  memory.forget('never seen');
  expect(memory.find({ ...original, id: 'again' })).toBeUndefined();
});

const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 120 });

test('an exact copy is found whatever else is remembered, in any order', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.nat(), (texts, pick) => {
      const articles = texts.map((text, at) => ({
        id: `a${at}`,
        title: 'A title',
        text: text.join(' '),
        publishedAt: null,
      }));
      const copied = articles[pick % articles.length] ?? expect.fail();
      const copy = { ...copied, id: 'copy', text: ` ${copied.text.toUpperCase()}.` };
      for (const order of [articles, articles.toReversed()]) {
        const memory = copyMemory();
        for (const article of order) memory.remember(article);
        const same = order.find(({ text }) => text === copied.text);
        expect(memory.find(copy)).toBe(same?.id);
      }
    }),
  );
});

test('any text can be remembered and looked for', () => {
  const memory = copyMemory();
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, (text) => {
      memory.remember({ id: text, title: text, text, publishedAt: text });
      memory.find({ id: 'other', title: text, text, publishedAt: text });
    }),
  );
  for (const piece of ['A', '(', 'A (', ' —', "a'", '1.', ' ', 'Word ']) {
    const long = { id: piece, title: null, text: piece.repeat(99_999), publishedAt: null };
    memory.remember(long);
    expect(memory.find(long)).not.toBe(piece);
  }
});
