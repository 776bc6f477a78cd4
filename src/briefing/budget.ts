import type { Brief, Line } from '../news/brief.ts';
import { contestedIn } from './contested.ts';
import { bodyAsText } from './text.ts';

/** Most characters of a brief's text: bottom line, answers, differences and what is next, labels included. */
export const ONE_SCREEN = 3_000;

/** Characters that a brief takes on the screen, its title, coverage and sources not counted. */
export function lengthOf(brief: Brief): number {
  return bodyAsText(brief).length;
}

/**
 * A brief cut to one screen. What goes first: announcements after the first, third lines of later questions, differences
 * after the first, second lines from the last question up; the first difference and lines of the first question go last, and with them corrections after the first,
 * which the next brief tells.
 */
export function fitted(brief: Brief): Brief {
  let fit = brief;
  for (const cut of CUTS)
    for (let shorter = cut(fit); shorter !== null && lengthOf(fit) > ONE_SCREEN; shorter = cut(fit))
      fit = shorter;
  return fit;
}

type Cut = (brief: Brief) => Brief | null;

const CUTS: readonly Cut[] = [
  nextTo(2),
  answersTo(2, 1),
  nextTo(1),
  differencesTo(1),
  answersTo(1, 1),
  nextTo(0),
  answersTo(6, 0),
  differencesTo(0),
  answersTo(4, 0),
  (brief) =>
    brief.bottomLine.length > 1 ? { ...brief, bottomLine: brief.bottomLine.slice(0, 1) } : null,
  answersTo(1, 0),
  (brief) =>
    brief.corrections.length > 1 ? { ...brief, corrections: brief.corrections.slice(0, -1) } : null,
  (brief) => (brief.answers.length > 1 ? { ...brief, answers: brief.answers.slice(0, -1) } : null),
];

function nextTo(most: number): Cut {
  return (brief) => (brief.next.length > most ? { ...brief, next: brief.next.slice(0, -1) } : null);
}

function differencesTo(most: number): Cut {
  return (brief) => {
    const { apart } = contestedIn(brief);
    return apart.length > most
      ? { ...brief, differences: brief.differences.filter((each) => each !== apart.at(-1)) }
      : null;
  };
}

/** Takes a line of the last question that has more than so many, the first `spared` questions left alone. */
function answersTo(most: number, spared: number): Cut {
  return (brief) => {
    const at = brief.answers.findLastIndex(({ lines }) => lines.length > most);
    return at >= spared ? withoutOneLine(brief, at) : null;
  };
}

/** Takes the last line of a standing that another line of the answer has too; where there is none, the last. */
function withoutOneLine(brief: Brief, at: number): Brief {
  return {
    ...brief,
    answers: brief.answers.map(({ ask, lines }, index) => ({
      ask,
      lines: index === at ? lines.filter((_, place) => place !== spareIn(lines)) : lines,
    })),
  };
}

function spareIn(lines: readonly Line[]): number {
  const spare = lines.findLastIndex(
    ({ standing }, place) => lines.findIndex((line) => line.standing === standing) < place,
  );
  return spare < 0 ? lines.length - 1 : spare;
}
