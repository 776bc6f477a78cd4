import type { Brief, Line, Source } from '../news/brief.ts';

/** The lines that a brief shows, corrections first; its timeline is a view of its own. */
export function linesShown(brief: Brief): Line[] {
  const { bottomLine, answers, differences, next, corrections } = brief;
  return [
    ...corrections.flatMap(({ was, now }) => (now === null ? [was] : [was, now])),
    ...bottomLine,
    ...answers.flatMap((answer) => answer.lines),
    ...differences.flatMap(({ sides }) => sides.flat()),
    ...next,
  ];
}

/** The lines of its timeline. */
export function linesOfTimeline({ timeline }: Brief): Line[] {
  return timeline.flatMap(({ line, also }) => [line, ...also]);
}

/** The sources that some lines of a brief cite. */
export function sourcesOfLines(
  { sources }: Pick<Brief, 'sources'>,
  lines: readonly Line[],
): Source[] {
  const cited = new Set(lines.map(({ source }) => source));
  return sources.filter(({ n }) => cited.has(n));
}
