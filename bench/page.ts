import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { pageFromHtml } from '../src/ingest/pages/page-from-html.ts';
import { newsPage } from './news-page.ts';
import { processorTime } from './processor-time.ts';
import type { Row } from './row.ts';

const reach = 1.5;

/** What reading a page takes beside bare Readability on linkedom, which finds no facts and prunes nothing. */
export function page(): Row {
  const pages = Array.from({ length: 25 }, (_, at) => newsPage(at + 1));
  const [bare = 0, read = 0] = processorTime(8, [
    () => pages.map((html) => new Readability(parseHTML(html).document).parse()?.length),
    () => pages.map((html) => pageFromHtml(html, 'https://courier.example/a')),
  ]);
  const ratio = read / bare;
  return {
    row: 'page',
    beside: 'Readability + linkedom',
    ratio,
    reach,
    aim: reach,
    reached: ratio <= reach,
  };
}
