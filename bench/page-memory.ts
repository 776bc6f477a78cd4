import { pageReader } from '../src/ingest/pages/read-pages.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { newsPage } from './news-page.ts';
import { type Row, rowOf } from './row.ts';

const PAGES = 5_000;
const EARLY = 1_000;
/** Pages that are read over and over; each is some 100 KB. */
const DIFFERENT = 50;
const reach = 1.15;
const aim = 1.1;

/** The most memory that this process, its reading thread with it, holds while reading the later pages beside the first thousand. */
export async function pageMemory(): Promise<Row> {
  const pages = Array.from({ length: DIFFERENT }, (_, at) => newsPage(at + 1));
  const reader = pageReader();
  let [early, late] = [0, 0];
  try {
    for (let read = 0; read < PAGES; read += 1) {
      const html = pages[read % DIFFERENT] ?? '';
      const page = await reader.read(`page ${read}`, html, 'https://courier.example/a');
      if (isRefusal(page)) throw new Error(page.refused);
      const { rss } = process.memoryUsage();
      if (read < EARLY) early = Math.max(early, rss);
      else late = Math.max(late, rss);
    }
  } finally {
    await reader.close();
  }
  const ratio = late / early;
  const beside = 'pages 1,001 to 5,000, the first 1,000';
  return rowOf('page-memory', beside, ratio, reach, aim);
}
