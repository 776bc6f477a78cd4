import type { Brief, Difference, Line, Source } from '../news/brief.ts';

/** A brief's differences, by where a reader sees them. */
export interface Contested {
  /** Questions whose answers hold every side: it is enough to say there that accounts differ. */
  readonly asks: ReadonlySet<string>;
  /** Differences that no answer shows in full. */
  readonly apart: readonly Difference[];
}

/** Tells differences that an answer shows side by side from those to be told by themselves. */
export function contestedIn({ answers, differences }: Brief): Contested {
  const linesOf = (about: string) => answers.find(({ ask }) => ask === about)?.lines ?? [];
  const isInAnswer = ({ about, sides }: Difference) =>
    sides.flat().every((side) => linesOf(about).some((line) => isSameSpan(line, side)));
  return {
    asks: new Set(differences.filter(isInAnswer).map(({ about }) => about)),
    apart: differences.filter((each) => !isInAnswer(each)),
  };
}

function isSameSpan(one: Line, other: Line): boolean {
  return one.articleId === other.articleId && one.start === other.start && one.end === other.end;
}

/** What stands beside each side of a difference: that it is replaced, or replaces, as the articles tell; '' where neither. */
export function sideLabels({ sides, replaced = [] }: Difference): string[] {
  return sides.map((_, at) => {
    if (replaced.includes(at)) return 'replaced';
    return replaced.some((earlier) => earlier < at) ? 'later figure' : '';
  });
}

/** The day of a side's line: when it was said, else when its article was published; null where nothing tells. */
export function dayOf({ date, source }: Line, sources: readonly Source[]): string | null {
  return date ?? sources.find(({ n }) => n === source)?.publishedAt?.slice(0, 10) ?? null;
}
