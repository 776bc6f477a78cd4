import { readText } from '../src/reading/read.ts';
import { newsText } from './news-text.ts';
import { processorTime } from './processor-time.ts';
import { type Row, rowOfLeast } from './row.ts';

const reach = 1 / 20;

/** Reading's speed as a share of the bare sentence segmenter's on the same texts. */
export function reading(): Row {
  const texts = Array.from({ length: 50 }, (_, at) => newsText(6_000, at + 1));
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const [segmented = 0, read = 0] = processorTime(15, [
    () => texts.map((text) => [...segmenter.segment(text)].length),
    () =>
      texts.map((text) => readText({ title: null, text, publishedAt: '2015-06-22', outlet: null })),
  ]);
  return rowOfLeast('reading', 'Intl.Segmenter, sentences', segmented / read, reach);
}
