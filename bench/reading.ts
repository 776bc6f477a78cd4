import { readText } from '../src/reading/read.ts';
import { milliseconds } from './milliseconds.ts';
import { newsText } from './news-text.ts';
import type { Row } from './row.ts';

/** Reading's speed as a share of the bare sentence segmenter's on the same texts. */
export function reading(): Row {
  const texts = Array.from({ length: 50 }, (_, at) => newsText(6_000, at + 1));
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const segmented = milliseconds(7, () => texts.map((text) => [...segmenter.segment(text)].length));
  const read = milliseconds(7, () =>
    texts.map((text) => readText({ title: null, text, publishedAt: '2015-06-22', outlet: null })),
  );
  const ratio = segmented / read;
  return {
    row: 'reading',
    beside: 'Intl.Segmenter, sentences',
    ratio,
    reach: 1 / 20,
    aim: 1 / 20,
    reached: ratio >= 1 / 20,
  };
}
