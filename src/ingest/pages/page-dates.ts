import { writtenDate } from '../written-date.ts';
import { isElsewhere } from './elsewhere.ts';
import type { Json } from './linked-data.ts';
import { oneLine, type PageElement } from './page-node.ts';
import type { Survey } from './survey.ts';

/** When a page says that its article was published and last changed: ISO 8601, a day or an instant with offset. */
export interface PageDates {
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'published-date',
  'published_date',
  'published_time',
  'publication_date',
  'publicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'bt:pubdate',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'datecreated',
  'article.published',
  'article.created',
  'originalpublicationdate',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'rnews:datepublished',
  'analyticsattributes.articledate',
  'displaydate',
  'displaydate_local',
  'created',
  'releasedate',
  'release_date',
  'timestamp',
  'date',
  'pub_date',
  'og:release_date',
  'article:created',
  'shareaholic:article_published_time',
] as const;
const UPDATED_METAS = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'article:updated_time',
  'revised',
  'shareaholic:article_modified_time',
] as const;

const IN_PATH =
  /\/(?:[a-z-]{2,20}\/)?((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)/i;

const FIRST_POSSIBLE = '1991-08-06';

/** The day that an address names, as many do: /2015/06/05/, /2015/jun/05/, -20150605. */
function dayInAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const match = IN_PATH.exec(new URL(url).pathname);
  if (match === null) return undefined;
  const [, year, month = '', day, year2, month2, day2] = match;
  if (year2 !== undefined) return writtenDate(`${year2}-${month2}-${day2}`);
  return writtenDate(/\d/.test(month) ? `${year}/${month}/${day}` : `${day} ${month} ${year}`);
}

/** Whether it writes the day before the month: in English all but Americans and Filipinos do. */
function writesDayFirst(survey: Survey, url: string | null): boolean {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  if (/\.(?:uk|au|ie|in|nz|za|sg|my|ng|ke|gh|pk|lk|mt|eu|de|fr|es|it|nl)$/.test(host)) return true;
  return survey.language !== null && /^(?:en-(?!us|ph)|(?!en)[a-z])/i.test(survey.language);
}

const UPDATED = /updat|modif|edited|revis|last change|correct/i;
interface Seen {
  readonly published: string[];
  readonly updated: string[];
}

/** The dates that elements of the page show, in their order. */
function shownDates(survey: Survey, read: (text: string) => string | undefined): Seen {
  const seen: Seen = { published: [], updated: [] };
  const note = (marks: string, text: string, value: string | undefined) => {
    if (value === undefined) return;
    (UPDATED.test(marks) && !/publi|posted/i.test(marks + text.slice(0, 20))
      ? seen.updated
      : seen.published
    ).push(value);
  };
  const marksOf = (element: PageElement) =>
    `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  for (const time of survey.times.slice(0, 40)) {
    if (isElsewhere(time)) continue;
    const text = oneLine(time.textContent)?.slice(0, 200) ?? '';
    const before = oneLine(time.parentNode?.textContent)?.slice(0, 60) ?? '';
    const lead = before.startsWith(text)
      ? ''
      : before.slice(0, Math.max(0, before.indexOf(text.slice(0, 20))));
    note(`${marksOf(time)} ${lead}`, text, read(time.getAttribute('datetime') ?? '') ?? read(text));
  }
  for (const element of survey.dates.slice(0, 80)) {
    if (seen.published.length > 0 && seen.updated.length > 0) break;
    if (isElsewhere(element)) continue;
    const content =
      element.getAttribute('content') ??
      element.getAttribute('datetime') ??
      element.getAttribute('data-datetime') ??
      element.getAttribute('title') ??
      '';
    const text = oneLine(element.textContent) ?? '';
    if (content === '' && (text === '' || text.length > 300)) continue;
    const [first = '', later] = text.split(/(?:last\s+)?(?:updat|modifi|edit)ed\b:?/i);
    note(
      marksOf(element),
      text,
      read(content) ?? (first === '' && later !== undefined ? undefined : read(first)),
    );
    if (later !== undefined) note('updated', '', read(later));
  }
  return seen;
}

function valuesOf(data: readonly Json[], key: string): readonly string[] {
  return data.flatMap((one) => (typeof one[key] === 'string' ? [one[key] as string] : []));
}

// Hours from UTC within which nearly all newspapers are written.
const FURTHEST_WEST = 9;
const FURTHEST_EAST = 13;

/**
 * A date in UTC says another day than its readers had; where the address names the day before or after, the day
 * counts. The same instant with its own offset, given elsewhere on the page, says both.
 */
function inItsOwnDay(
  instant: string,
  others: readonly string[],
  dayOfAddress: string | undefined,
): string {
  if (!instant.endsWith('Z') && !instant.endsWith('+00:00')) return instant;
  const moment = Date.parse(instant);
  const local = others.find(
    (other) =>
      /[+-]\d\d:\d\d$/.test(other) &&
      !other.endsWith('+00:00') &&
      Math.abs(Date.parse(other) - moment) < 60_000,
  );
  if (local !== undefined) return local;
  if (dayOfAddress === undefined || instant.startsWith(dayOfAddress)) return instant;
  const hours = (moment - Date.parse(`${dayOfAddress}T00:00:00Z`)) / 3_600_000;
  return hours >= -FURTHEST_EAST && hours < 24 + FURTHEST_WEST ? dayOfAddress : instant;
}

const SAYS_WHEN =
  /(?:published|posted|updated|edited|modified|released|dated?|written)\b[^\d]{0,30}(?=.{0,40}(?:19|20)\d\d)/i;
const ONLY_A_DATE = 60;

/** The first date in a page's text that stands for itself or is said to be the article's. */
function dateInText(
  paragraphs: readonly string[],
  read: (text: string) => string | undefined,
): string | undefined {
  for (const paragraph of paragraphs) {
    if (paragraph.length > 250) continue;
    const said = SAYS_WHEN.exec(paragraph);
    const date =
      said === null
        ? paragraph.length <= ONLY_A_DATE && !/©|copyright/i.test(paragraph)
          ? read(paragraph)
          : undefined
        : read(paragraph.slice(said.index));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Reads when an article was published and changed, from the surest place that tells. */
export function pageDates(
  data: readonly Json[],
  survey: Survey,
  url: string | null,
  shownText: readonly string[],
): PageDates {
  const dayFirst = writesDayFirst(survey, url);
  const latest = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const read = (text: string) => {
    const date = writtenDate(text, dayFirst);
    return date !== undefined && date >= FIRST_POSSIBLE && date.slice(0, 10) <= latest
      ? date
      : undefined;
  };
  const readAll = (texts: readonly string[]) => texts.flatMap((text) => read(text) ?? []);
  const metas = (keys: readonly string[]) =>
    readAll(keys.flatMap((key) => survey.metas.get(key) ?? []));

  const declared = [
    ...readAll(valuesOf(data, 'datePublished')),
    ...metas(PUBLISHED_METAS),
    ...readAll(valuesOf(data, 'dateCreated')),
    ...readAll(valuesOf(data, 'uploadDate')),
  ];
  const changed = [...readAll(valuesOf(data, 'dateModified')), ...metas(UPDATED_METAS)];
  const shown = shownDates(survey, read);
  const day = dayInAddress(url);
  const all = [...declared, ...shown.published];
  const [first] = declared;
  const published =
    first !== undefined
      ? inItsOwnDay(first, all, day)
      : (shown.published.find((one) => day !== undefined && one.startsWith(day)) ??
        day ??
        shown.published[0] ??
        changed[0] ??
        shown.updated[0] ??
        dateInText(shownText, read));
  const [updated] = [...changed, ...shown.updated];
  return {
    publishedAt: published ?? null,
    updatedAt: updated !== undefined && updated !== published ? updated : null,
  };
}
