import { listed } from './byline-names.ts';
import { type Json, namesIn } from './linked-data.ts';
import { authorInText, shownAuthor } from './shown-byline.ts';
import type { Survey } from './survey.ts';

const METAS = [
  'author',
  'article:author',
  'article:author_name',
  'article.author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'citation_author',
  'rnews:author',
  'bt:author',
  'cxenseparse:author',
  'authors',
  'author_name',
  'twitter:data1',
  'og:author',
  'dcsext.author',
  'twitter:creator',
] as const;

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a name is only the outlet's own, or begins with it: "Courier Desk". A person's own site is often called by the surname, which comes last. */
function isOutletItself(name: string, outlet: string | undefined, host: string): boolean {
  const bare = fold(name);
  return [fold(outlet ?? ''), fold(host)].some(
    (called) =>
      (called !== '' && bare === called) ||
      (bare.length > 4 && called.includes(bare)) ||
      (called.length > 4 && bare.startsWith(called)),
  );
}

/** The author of a page's article, several divided by commas; null where it names nobody but the outlet itself. */
export function pageAuthor(
  data: readonly Json[],
  all: readonly Json[],
  survey: Survey,
  outlet: string | undefined,
  host: string,
  shownText: readonly string[],
): string | null {
  const inData = listed(data.flatMap((one) => namesIn(one.author ?? one.creator, all)));
  const inMetas = METAS.flatMap((key) => listed(survey.metas.get(key) ?? []) ?? []);
  const shown = shownAuthor(survey);
  const people = (names: string | undefined) =>
    names
      ?.split(', ')
      .filter((name) => !isOutletItself(name, outlet, host))
      .join(', ') || undefined;
  const [first, ...others] = [shown.sure, inData, ...inMetas]
    .map(people)
    .filter((names) => names !== undefined);
  // One place may name only the first of several.
  const fuller = others.find((other) => other.includes(`${first},`));
  if (first !== undefined) return fuller ?? first;
  return people(shown.likely) ?? people(authorInText(shownText)) ?? null;
}
