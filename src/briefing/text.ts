import type { Brief, Correction, Difference, Line, Source } from '../news/brief.ts';
import { STANDING_LABELS } from '../news/standing.ts';
import { contestedIn, dayOf, sideLabels } from './contested.ts';

import { linesShown, sourcesOfLines } from './shown-lines.ts';

/** What stands where no article answers a question. */
export const SILENCE = "The articles don't say.";
/** What stands beside a question to which the lines below give different answers. */
export const ACCOUNTS_DIFFER = 'Accounts differ.';
/** What stands above lines that are gone from their articles, each with what stands there now. */
export const CORRECTIONS = 'Corrections';
/** What stands beside a line that is gone, and nothing in its place. */
export const NO_LONGER_SAID = 'The article no longer says this.';

/** What stands above and below an answer on paper. */
type Framed = Pick<Brief, 'asOf' | 'coverage' | 'sources'>;

/** A brief as plain text with numbered citations, to print or to paste into a document or mail. */
export function briefAsText(brief: Brief, title: string): string {
  const sources = sourcesOfLines(brief, linesShown(brief));
  return framedAsText({ ...brief, sources }, title, bodyAsText(brief));
}

/** A text with its title and coverage above it and its numbered sources below. */
export function framedAsText(framed: Framed, title: string, body: string): string {
  const parts = [
    [title, coverageAsText(framed)].filter(Boolean).join('\n'),
    body,
    sourcesAsText(framed),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Lines under a heading, each cited. */
export function linesAsText(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `  - ${line}`)].join('\n');
}

/** What a brief says, without its title, coverage and sources. */
export function bodyAsText(brief: Brief): string {
  const { bottomLine, answers, next, corrections } = brief;
  const { asks, apart } = contestedIn(brief);
  const parts = [
    corrections.length > 0 ? [CORRECTIONS, ...corrections.map(correctionAsText)].join('\n') : '',
    bottomLine.map(lineAsText).join('\n'),
    ...answers.map(({ ask, lines }) =>
      [
        asks.has(ask) ? `${ask} ${ACCOUNTS_DIFFER}` : ask,
        ...(lines.length === 0 ? [`  ${SILENCE}`] : lines.map(bullet)),
      ].join('\n'),
    ),
    ...apart.map((difference) => differenceAsText(difference, brief.sources)),
    next.length > 0 ? ['What is next', ...next.map(bullet)].join('\n') : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function differenceAsText(difference: Difference, sources: readonly Source[]): string {
  const labels = sideLabels(difference);
  const lines = difference.sides.flatMap((side, at) =>
    side.map((line) => {
      const beside = [dayOf(line, sources), labels[at]].filter(Boolean).join(', ');
      return `  - ${beside === '' ? '' : `${beside}: `}${lineAsText(line)}`;
    }),
  );
  return [`Accounts differ: ${difference.about}`, ...lines].join('\n');
}

function correctionAsText({ was, now }: Correction): string {
  const instead = now === null ? NO_LONGER_SAID : `Now: ${lineAsText(now)}`;
  return `  - Was: ${lineAsText(was)}\n    ${instead}`;
}

/** A line with whose words it is, on what standing and when said, and the number of its source. */
export function lineAsText({ text, speaker, role, standing, date, quoted, source }: Line): string {
  const words = quoted ? `“${text}”` : text;
  if (speaker === undefined) return `${words} [${source}]`;
  const details = [role, date, STANDING_LABELS[standing ?? 'outlet']].filter(Boolean).join(', ');
  return `${speaker} (${details}): ${words} [${source}]`;
}

function coverageAsText({ coverage, asOf }: Framed): string {
  const { articles, independent, outlets, from, to } = coverage;
  if (articles === 0) return '';
  const days = from === null ? 'undated' : from === to ? from : `${from} to ${to}`;
  return [
    `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    outlets.length > 3 ? `${outlets.length} outlets` : outlets.join(', '),
    independent < articles
      ? `${independent} independent ${independent === 1 ? 'report' : 'reports'}`
      : '',
    days,
    asOf === null ? '' : `as of ${asOf}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function sourcesAsText({ sources }: Framed): string {
  return sources
    .map(({ n, outlet, publishedAt, title, url }) =>
      [
        `[${n}]`,
        [
          outlet,
          publishedAt?.slice(0, 10) ?? 'undated',
          title ?? (outlet === null ? 'Untitled' : null),
          url,
        ]
          .filter(Boolean)
          .join(', '),
      ].join(' '),
    )
    .join('\n');
}

function bullet(line: Line): string {
  return `  - ${lineAsText(line)}`;
}
