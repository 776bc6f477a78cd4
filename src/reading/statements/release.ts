import type { Span } from '../../news/span.ts';

/** What marks a text as a body's own release, and where its own words begin. */
export interface Release {
  readonly marker: string;
  readonly from: number;
}

const marker =
  /^(?:for immediate release|press release|news release|media (?:note|release|advisory)|press statement|joint (?:press )?statement|fact sheet|statement by|statement from|office of the (?:spokesperson|press secretary))\b[^\n]{0,80}/i;
const deepest = 6;

/** The mark of a press release or statement near the top of a text ("For immediate release"); undefined where there is none. */
export function findRelease(text: string, paragraphs: readonly Span[]): Release | undefined {
  let lines = 0;
  for (const { start, end } of paragraphs) {
    if (end <= start) continue;
    const found = end - start < 160 ? marker.exec(text.slice(start, end)) : null;
    if (found) return { marker: found[0], from: end };
    if (++lines >= deepest) return undefined;
  }
  return undefined;
}
