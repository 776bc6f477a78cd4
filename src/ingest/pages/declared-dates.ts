import type { DatesFound, ReadDate } from './date-reader.ts';
import type { Json } from './linked-data.ts';
import type { Survey } from './survey.ts';

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

function valuesOf(data: readonly Json[], key: string): readonly string[] {
  return data.flatMap((one) => (typeof one[key] === 'string' ? [one[key] as string] : []));
}

/** The dates that a page's JSON-LD and meta tags give, the surest first. */
export function declaredDates(data: readonly Json[], survey: Survey, read: ReadDate): DatesFound {
  const readAll = (texts: readonly string[]) => texts.flatMap((text) => read(text) ?? []);
  const metas = (keys: readonly string[]) =>
    readAll(keys.flatMap((key) => survey.metas.get(key) ?? []));
  return {
    published: [
      ...readAll(valuesOf(data, 'datePublished')),
      ...metas(PUBLISHED_METAS),
      ...readAll(valuesOf(data, 'dateCreated')),
      ...readAll(valuesOf(data, 'uploadDate')),
    ],
    updated: [...readAll(valuesOf(data, 'dateModified')), ...metas(UPDATED_METAS)],
  };
}
