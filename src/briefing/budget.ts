import type { Brief, Line } from '../news/brief.ts';

/** Most characters of a brief's text: bottom line, answers, differences and what is next, labels included. */
export const ONE_SCREEN = 3_000;

/** Characters a brief takes on the screen, its title, coverage and sources not counted. */
export function lengthOf({ bottomLine, answers, differences, next }: Brief): number {
  return (
    linesLength(bottomLine) +
    answers.reduce(
      (sum, { ask, lines }) =>
        sum + ask.length + (lines.length === 0 ? 25 : 1) + linesLength(lines),
      0,
    ) +
    differences.reduce(
      (sum, { about, sides }) => sum + about.length + 18 + linesLength(sides.flat()),
      0,
    ) +
    (next.length === 0 ? 0 : 14 + linesLength(next))
  );
}

/** A brief cut to one screen: what is next goes first, then differences, then the last lines of the longest answers. */
export function fitted(brief: Brief): Brief {
  let fit = brief;
  while (lengthOf(fit) > ONE_SCREEN) {
    const shorter = shortened(fit);
    if (shorter === null) return fit;
    fit = shorter;
  }
  return fit;
}

function shortened(brief: Brief): Brief | null {
  const { next, answers, differences, bottomLine } = brief;
  if (next.length > 1) return { ...brief, next: next.slice(0, -1) };
  const most = Math.max(0, ...answers.map(({ lines }) => lines.length));
  if (most > 2) {
    const at = answers.findLastIndex(({ lines }) => lines.length === most);
    if (most > 3 || at > 0) return withoutLastLine(brief, at);
  }
  if (differences.length > 1) return { ...brief, differences: differences.slice(0, -1) };
  if (most > 1) {
    const at = answers.findLastIndex(
      ({ lines }, index) => lines.length > 1 && (index > 0 || most > 1),
    );
    if (at > 0) return withoutLastLine(brief, at);
  }
  if (next.length > 0) return { ...brief, next: [] };
  if (differences.length > 0) return { ...brief, differences: [] };
  if (bottomLine.length > 1) return { ...brief, bottomLine: bottomLine.slice(0, 1) };
  if (most > 1) return withoutLastLine(brief, 0);
  if (answers.length > 1) return { ...brief, answers: answers.slice(0, -1) };
  return null;
}

function withoutLastLine(brief: Brief, at: number): Brief {
  return {
    ...brief,
    answers: brief.answers.map(({ ask, lines }, index) => ({
      ask,
      lines: index === at ? lines.slice(0, -1) : lines,
    })),
  };
}

function linesLength(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, { text, speaker = '', role = '', standing = '' }) =>
      sum +
      text.length +
      (speaker === '' ? 6 : speaker.length + role.length + standing.length + 14),
    0,
  );
}
