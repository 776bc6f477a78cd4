import type { Json } from './linked-data.ts';
import { oneLine } from './page-node.ts';
import type { Survey } from './survey.ts';

const LONGEST = 400;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The name by which a host is known: "example" of www.example.co.uk. */
export function hostName(url: string | null): string {
  if (url === null || !URL.canParse(url)) return '';
  const parts = new URL(url).hostname
    .replace(/^(?:www|m|amp|edition|en|news|feeds?|rss)\./, '')
    .split('.');
  return parts.slice(0, -1).sort((a, b) => b.length - a.length)[0] ?? '';
}

function isOutlet(part: string, outlet: string | undefined, host: string): boolean {
  const name = folded(part);
  const bare = name.replaceAll(' ', '');
  if (bare === '') return true;
  if (outlet !== undefined) {
    const known = folded(outlet);
    if (name === known || (name.length > 3 && (known.includes(name) || name.includes(known))))
      return true;
  }
  return (
    host.length > 2 &&
    (bare.includes(host.replaceAll('-', '')) || (bare.length > 3 && host.includes(bare)))
  );
}

const BARS = /\s+[|»«·•:]{1,2}\s+|\s*[|»]\s*/;
const DASHES = /\s+[–—-]\s+/;

/** A page's title without the outlet's and its sections' names, which most pages put after or before it. */
function withoutOutlet(title: string, outlet: string | undefined, host: string): string {
  let rest = title;
  const bars = rest.split(BARS).filter((part) => part.trim() !== '');
  if (bars.length > 1) {
    const parts = bars.filter((part) => !isOutlet(part, outlet, host));
    // What is left beside the headline are sections: shorter than it.
    rest = [...parts].sort((a, b) => b.length - a.length)[0] ?? rest;
  }
  for (let cut = 0; cut < 3; cut++) {
    const dashes = [...rest.matchAll(new RegExp(DASHES, 'g'))];
    const last = dashes.at(-1);
    const first = dashes[0];
    if (last === undefined || first === undefined) break;
    if (isOutlet(rest.slice(last.index + last[0].length), outlet, host))
      rest = rest.slice(0, last.index);
    else if (isOutlet(rest.slice(0, first.index), outlet, host))
      rest = rest.slice(first.index + first[0].length);
    else break;
  }
  return rest.replace(/^\s*[–—|-]\s+|\s+[–—|-]\s*$/g, '').trim();
}

/** How much of two titles' words they have in both, 0 to 1. */
function likeness(one: string, other: string): number {
  const a = new Set(folded(one).split(' '));
  const b = new Set(folded(other).split(' '));
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.max(1, Math.min(a.size, b.size));
}

/** The title of a page's article: its heading where that is plain, else as its data or head declare it. */
export function pageTitle(
  data: readonly Json[],
  survey: Survey,
  outlet: string | undefined,
  url: string | null,
): string | null {
  const host = hostName(url);
  const strip = (text: string | undefined) =>
    text === undefined
      ? undefined
      : withoutOutlet(text.slice(0, LONGEST), outlet, host) || undefined;
  const meta = (...keys: readonly string[]) =>
    keys.flatMap((key) => survey.metas.get(key) ?? []).find((value) => folded(value) !== '');
  const declared = [
    strip(data.flatMap((one) => oneLine(one.headline) ?? [])[0]),
    strip(
      meta(
        'og:title',
        'twitter:title',
        'dc.title',
        'dcterms.title',
        'citation_title',
        'parsely-title',
        'sailthru.title',
      ),
    ),
    strip(
      survey.titles.map((title) => oneLine(title.textContent)).find((text) => text !== undefined),
    ),
  ].filter((one) => one !== undefined);
  const headings = survey.headings
    .slice(0, 20)
    .flatMap((heading) => oneLine(heading.textContent)?.slice(0, LONGEST) ?? [])
    .filter((text) => folded(text) !== '' && !isOutlet(text, outlet, host));
  const alike = headings.find((heading) =>
    declared.some(
      (one) => likeness(heading, one) >= 0.6 && folded(heading).length * 2 >= folded(one).length,
    ),
  );
  const [only] = headings.length === 1 ? headings : [];
  const plain = only !== undefined && only.split(' ').length >= 4 ? only : undefined;
  return alike ?? plain ?? declared[0] ?? headings[0] ?? null;
}
