import { readText } from '../src/reading/read.ts';
import { newsText } from './news-text.ts';
import { processorTime } from './processor-time.ts';
import type { Row } from './row.ts';

const most = 1.5;

/** The dearest time per KB of reading over the cheapest, among articles of 4 KB, 400 KB and 4 MB. */
export function readingGrowth(): Row {
  const sizes = [
    Array.from({ length: 200 }, (_, at) => newsText(4_000, at + 1)),
    Array.from({ length: 2 }, (_, at) => newsText(400_000, at + 1)),
    [newsText(4_000_000)],
  ];
  const times = processorTime(
    3,
    sizes.map((texts) => () => texts.map((text) => passagesIn(text))),
  );
  const perKilobyte = times.map(
    (time, at) => (time * 1000) / (sizes[at] ?? []).reduce((sum, text) => sum + text.length, 0),
  );
  const ratio = Math.max(...perKilobyte) / Math.min(...perKilobyte);
  return {
    row: 'reading-growth',
    beside: '4 KB, 400 KB, 4 MB',
    ratio,
    reach: most,
    aim: most,
    reached: ratio <= most,
  };
}

function passagesIn(text: string): number {
  return readText({ title: null, text, publishedAt: '2015-06-22', outlet: null }).passages.length;
}
