import type { Row } from './fragment.ts';

const EDGE_ROWS = 3;
/** A header stands at the same height on each page, give or take so many points. */
const SAME_HEIGHT = 6;

const PAGE_NUMBER =
  /^[-–—•|\s]*(?:(?:page|seite|p\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|von|de|sur|\/)\s*\d{1,4})?[-–—•|.\s]*$/iu;

function wordsOf(row: Row): string {
  return row
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

interface Edge {
  readonly page: number;
  readonly y: number;
}

function edgesOf(rows: readonly Row[]): readonly Row[] {
  return rows.filter((_, at) => at < EDGE_ROWS || at >= rows.length - EDGE_ROWS);
}

/** What repeats from page to page but for its numbers. */
function likeness(row: Row): string {
  return wordsOf(row).replace(/\d+/g, '#');
}

/**
 * Pages without their running headers and footers, which stand at the edge of two pages or more in the same
 * words at the same height, and without the numbers of pages.
 */
export function withoutFurniture(pages: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  const seen = new Map<string, Edge[]>();
  for (const [page, rows] of pages.entries()) {
    for (const row of edgesOf(rows)) {
      const key = likeness(row);
      seen.set(key, [...(seen.get(key) ?? []), { page, y: row[0]?.y ?? 0 }]);
    }
  }
  return pages.map((rows, page) => {
    const isFurniture = (row: Row, at: number) => {
      if (at === 0 && PAGE_NUMBER.test(wordsOf(row))) return true;
      const y = row[0]?.y ?? 0;
      return (seen.get(likeness(row)) ?? []).some(
        (other) => other.page !== page && Math.abs(other.y - y) <= SAME_HEIGHT,
      );
    };
    // From the outside in: what stands behind a line of the text is text.
    const kept = (edge: readonly Row[]) => {
      const first = edge.slice(0, EDGE_ROWS).findIndex((row, at) => !isFurniture(row, at));
      return edge.slice(first < 0 ? EDGE_ROWS : first);
    };
    return kept(kept(rows).toReversed()).toReversed();
  });
}
