import type { Judged } from './judged.ts';
import { articlesNamed, isListData } from './linked-data.ts';

const LONG = 250;
const MOST_LINKED = 0.6;
const MUCH_LINKED = 0.3;
const MOST_PROSE = 0.8;
const FEWEST_TEASERS = 5;
const MOST_TEASERS = 0.6;

/** Whether what was read is for the most part what the page says of others. */
function isOfTeasers(text: string, teasers: ReadonlySet<string>): boolean {
  const of = text.split('\n\n').filter((one) => teasers.has(one));
  const length = of.reduce((sum, one) => sum + one.length, 0);
  return teasers.size >= FEWEST_TEASERS && length > text.length * MOST_TEASERS;
}

/** Whether a page is the front of a site: its address says so. */
function isFront(url: string | null): boolean {
  const { pathname, search } = (url === null ? null : URL.parse(url)) ?? {};
  return search === '' && /^\/(?:index\.\w{3,5})?$/.test(pathname ?? '');
}

/** Whether a page lists articles and is none: the front of a site, a section, a tag, a search. */
export function isListPage(page: Judged): boolean {
  const { survey, data, text, url, linkedShare, teasers, isDated, isSigned } = page;
  const prose = text
    .split('\n\n')
    .filter((one) => one.length > LONG)
    .reduce((sum, one) => sum + one.length, 0);
  const named = articlesNamed(data);
  const isLinks = linkedShare > MOST_LINKED && prose < LONG;
  // Some sites call every page an article, their front, too.
  if (survey.metas.get('og:type')?.[0]?.toLowerCase() === 'article') {
    return isFront(url) && isLinks && named !== 1;
  }
  const isMostlyOthers = linkedShare > MUCH_LINKED && prose <= text.length * MOST_PROSE;
  if (isFront(url) && named !== 1) return isMostlyOthers;
  if (isListData(data) && named === 0) return linkedShare > MUCH_LINKED;
  if (named === 1) return false;
  return isOfTeasers(text, teasers) || (isLinks && !isDated && !isSigned);
}
