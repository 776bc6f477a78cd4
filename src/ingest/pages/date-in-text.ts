import type { ReadDate } from './date-reader.ts';

const SAYS_WHEN =
  /(?:published|posted|updated|edited|modified|released|dated?|written)\b[^\d]{0,30}(?=.{0,40}(?:19|20)\d\d)/i;
const ONLY_A_DATE = 60;

/** The first date in a page's text that stands for itself or is said to be the article's. */
export function dateInText(paragraphs: readonly string[], read: ReadDate): string | undefined {
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
