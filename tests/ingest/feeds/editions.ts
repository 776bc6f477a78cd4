import { startSite } from '../web/local-web.ts';
import { rss, textOf } from './world.ts';

/** A site of five feeds that come out twice, the second time with changes. */
export interface Editions {
  readonly feeds: readonly string[];
  /** What every article is called and how its last text reads, a part of it that the first one lacked. */
  readonly articles: readonly { readonly title: string; readonly says: string }[];
  /** Titles of the articles that stand in two feeds. */
  readonly reprinted: readonly string[];
  /** Titles of the articles of one happening: two stories in the first edition that prove to be one in the second. */
  readonly happening: readonly string[];
  /** From now on the second edition is out. */
  comeOut(): void;
  /** Has `hear` called for every request, before it is answered, in place of whatever heard of them before. */
  heard(hear: () => void): void;
}

const SENTENCES = 14;
const CHANGED = 'on the north quay';
const day = (n: number) => new Date(Date.UTC(2026, 2, 1 + (n % 3), 12));

const early = 'The Orvane dam cracked in the night and a siren woke the valley.';
const late = 'Thousands slept in sports halls while engineers lowered the reservoir.';
const VALLEY = [
  ['Siren wakes valley', early],
  ['Engineers lower reservoir', late],
  ['Siren wakes valley; engineers lower reservoir', `${early} ${late}`],
  ['Engineers lower reservoir, siren wakes valley', `${late} ${early}`],
] as const;

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** Starts the site: texts in full, teasers with their pages, the same pages by another feed, reprints, a happening. */
export async function startEditions(): Promise<Editions> {
  const site = await startSite();
  let edition = 1;
  let hear = () => {};
  const changed = new Set([3, 17, 33, 101, 104]);
  const title = (n: number) => `Report ${n}`;
  const textNow = (n: number) =>
    edition === 2 && changed.has(n)
      ? textOf(n, SENTENCES).replaceAll(' on pier ', ` ${CHANGED} at pier `)
      : textOf(n, SENTENCES);
  const entry = (n: number, outlet: string, text: string) => ({
    ...{ key: `${outlet} ${n}`, title: title(n), text, date: day(n) },
    link: `${site.url}/${outlet}/${n}`,
  });
  const teaser = (n: number, feed: string) => ({
    ...entry(n, 'post', `<p>${edition === 2 && changed.has(n) ? 'New: ' : ''}Read ${n} …</p>`),
    key: `${feed} ${n}`,
  });
  const full = (n: number, outlet: string) => entry(n, outlet, textNow(n));
  const until = (first: number, second: number) => (edition === 1 ? first : second);
  const feeds: Readonly<Record<string, () => Parameters<typeof rss>[0]>> = {
    harbour: () => range(0, until(35, 40)).map((n) => full(n, 'harbour')),
    post: () => range(100, until(105, 107)).map((n) => teaser(n, 'post')),
    sport: () => [102, 103, 104].map((n) => teaser(n, 'sport')),
    wire: () => [5, 9, 100, 103, ...(edition === 2 ? [37] : [])].map((n) => full(n, 'wire')),
    valley: () =>
      VALLEY.slice(0, until(2, 4)).map(([title, text], n) => ({
        ...{ key: `${n}`, title, text: `<p>${text}</p>`, date: day(0) },
      })),
  };
  for (const [name, entries] of Object.entries(feeds)) {
    site.at(`/${name}`, (_, response) => {
      hear();
      response.end(rss([...entries()].reverse(), name));
    });
  }
  for (const n of range(100, 107)) {
    site.at(`/post/${n}`, (_, response) => {
      hear();
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="en"><head><title>${title(n)}</title><meta property="og:type" content="article"></head><body><article><h1>${title(n)}</h1>${textNow(n)}</article></body></html>`,
        );
    });
  }
  return {
    feeds: Object.keys(feeds).map((name) => `${site.url}/${name}`),
    articles: [
      ...[...range(0, 40), ...range(100, 107)].map((n) => ({
        title: title(n),
        says: changed.has(n) ? CHANGED : `report ${n}-${SENTENCES - 1} says why.`,
      })),
      ...VALLEY.map(([title, says]) => ({ title, says })),
    ],
    reprinted: [5, 9, 37, 100, 103].map(title),
    happening: VALLEY.map(([title]) => title),
    comeOut() {
      edition = 2;
    },
    heard(to) {
      hear = to;
    },
  };
}
