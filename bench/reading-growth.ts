import { readText } from '../src/reading/read.ts';
import { milliseconds } from './milliseconds.ts';
import { newsText } from './news-text.ts';
import type { Row } from './row.ts';

const most = 1.5;

/** The dearest time per KB of reading over the cheapest, among articles of 4 KB, 400 KB and 4 MB. */
export function readingGrowth(): Row {
  const small = Array.from({ length: 100 }, (_, at) => newsText(4_000, at + 1));
  timePerKilobyte(small, 3);
  const times = [
    timePerKilobyte(small, 5),
    timePerKilobyte([newsText(400_000)], 5),
    timePerKilobyte([newsText(4_000_000)], 2),
  ];
  const ratio = Math.max(...times) / Math.min(...times);
  return {
    row: 'reading-growth',
    beside: '4 KB, 400 KB, 4 MB',
    ratio,
    reach: most,
    aim: most,
    reached: ratio <= most,
  };
}

function timePerKilobyte(texts: readonly string[], runs: number): number {
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1000;
  const read = () =>
    texts.map(
      (text) =>
        readText({ title: null, text, publishedAt: '2015-06-22', outlet: null }).passages.length,
    );
  return milliseconds(runs, read) / size;
}
