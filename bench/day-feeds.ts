import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { newsText } from './news-text.ts';

const HOUR_MS = 3_600_000;
/** How long each feed asks to be left alone. */
const REST_MINUTES = 60;
/** The hours of the day at whose quarter a feed has something new. */
const HOURS = [1, 7, 13, 19];

/** Feeds on this machine, each a site of its own, that publish over one day by a clock. */
export interface DayFeeds {
  readonly urls: readonly string[];
  readonly hosts: readonly string[];
  /** How often they were asked, pages and all. */
  readonly asked: () => number;
  /** The fewest requests that miss nothing for longer than feeds allow: each feed whenever its rest is over, each page once. */
  readonly least: number;
  /** How many articles are published in all. */
  readonly articles: number;
  readonly close: () => void;
}

/**
 * Opens so many feeds; of two neighbours, which tell of the same pier, the second has a page for each of its articles
 * instead of the text.
 */
export async function openDayFeeds(count: number, now: () => number): Promise<DayFeeds> {
  const begun = now();
  let asked = 0;
  const servers: Server[] = [];
  const urls: string[] = [];
  for (let feed = 0; feed < count; feed += 1) {
    const server = createServer((request, response) => {
      asked += 1;
      const page = /^\/(\d+)$/.exec(request.url ?? '')?.[1];
      if (page !== undefined) {
        response.writeHead(200, { 'content-type': 'text/html' });
        return response.end(pageOf(feed, Number(page)));
      }
      const hours = HOURS.filter((hour) => begun + (hour + 0.25) * HOUR_MS <= now());
      const body = feedOf(feed, hours, `http://${request.headers.host}`);
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      const isSame = request.headers['if-none-match'] === etag;
      response.writeHead(isSame ? 304 : 200, { 'content-type': 'application/rss+xml', etag });
      return response.end(isSame ? undefined : body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    const address = server.address();
    urls.push(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/feed`);
  }
  const looks = (24 * 60) / REST_MINUTES;
  return {
    urls,
    hosts: urls.map((url) => new URL(url).host),
    asked: () => asked,
    least: count * looks + Math.floor(count / 2) * HOURS.length,
    articles: count * HOURS.length,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** The pier that a feed tells of. */
function pierOf(feed: number): number {
  return Math.floor(feed / 2);
}

function titleOf(feed: number, hour: number): string {
  return `Notice ${feed}-${hour} from pier ${pierOf(feed)}`;
}

function paragraphsOf(feed: number, hour: number): string {
  return newsText(1_500, feed * 24 + hour + 1)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;')}</p>`)
    .join('');
}

function pageOf(feed: number, hour: number): string {
  const title = titleOf(feed, hour);
  return `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphsOf(feed, hour)}</article></body></html>`;
}

function feedOf(feed: number, hours: readonly number[], site: string): string {
  const items = hours.map((hour) => {
    const hasPages = feed % 2 === 1;
    const text = hasPages
      ? `<description>More on our page.</description><link>${site}/${hour}</link>`
      : `<content:encoded><![CDATA[${paragraphsOf(feed, hour)}]]></content:encoded>`;
    return `<item><guid isPermaLink="false">${feed}-${hour}</guid><title>${titleOf(feed, hour)}</title>${text}</item>`;
  });
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Pier notes ${feed}</title><ttl>${REST_MINUTES}</ttl>${items.join('')}</channel></rss>`;
}
