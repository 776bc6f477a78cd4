import { type Json, namesIn } from './linked-data.ts';
import type { Page } from './page.ts';
import { pageAddresses } from './page-address.ts';
import { pageAuthor } from './page-author.ts';
import { pageDates } from './page-dates.ts';
import type { PageElement } from './page-node.ts';
import { hostName, pageTitle } from './page-title.ts';
import type { Survey } from './survey.ts';

/** What a page declares of its article. */
export type PageFacts = Omit<Page, 'text'>;

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/** A language as BCP 47 writes it: "en-US" also of "en_us"; null where it is none. */
function languageOf(texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const tag =
      text
        ?.trim()
        .split(/[,;\s]/)[0]
        ?.replaceAll('_', '-') ?? '';
    if (LANGUAGE.test(tag)) return Intl.getCanonicalLocales(tag)[0] ?? null;
  }
  return null;
}

/** Where the facts of a page stand. */
export interface FactSources {
  readonly survey: Survey;
  /** All its JSON-LD, and of that what speaks of the page's own article. */
  readonly all: readonly Json[];
  readonly data: readonly Json[];
  readonly html: PageElement;
  /** Where the page came from; null where that is not known. */
  readonly url: string | null;
  /** The paragraphs of everything that the page shows. */
  readonly shown: readonly string[];
}

/** What a page says in JSON-LD, meta tags, its head and its byline: each fact from the surest place that has it. */
export function pageFacts({ survey, all, data, html, url, shown }: FactSources): PageFacts {
  const outlet = outletOf(data, all, survey);
  const addresses = pageAddresses(survey, html, url);
  const address = url ?? addresses.canonicalUrl;
  return {
    title: pageTitle(data, survey, outlet, address),
    outlet: outlet ?? null,
    author: pageAuthor(data, all, survey, outlet, hostName(address), shown),
    ...pageDates(data, survey, address, shown),
    ...addresses,
    language: languageOf([
      survey.language,
      ...data.map(({ inLanguage }) => (typeof inLanguage === 'string' ? inLanguage : null)),
      ...['og:locale', 'content-language', 'language', 'dc.language'].map(
        (key) => survey.metas.get(key)?.[0],
      ),
    ]),
  };
}

function outletOf(data: readonly Json[], all: readonly Json[], survey: Survey): string | undefined {
  const publisher = data
    .flatMap((one) => namesIn(one.publisher, all))
    .filter((name) => !/^https?:/.test(name));
  const meta = [
    'og:site_name',
    'application-name',
    'dc.publisher',
    'citation_publisher',
    'publisher',
  ]
    .flatMap((key) => survey.metas.get(key) ?? [])
    .filter((name) => !/^https?:/.test(name));
  return publisher[0] ?? meta[0];
}
