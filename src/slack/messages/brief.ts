import type { BriefAnswer } from '../../briefing/brief.ts';
import { contestedIn, dayOf, sideLabels } from '../../briefing/contested.ts';
import { linesShown, sourcesOfLines } from '../../briefing/shown-lines.ts';
import { ACCOUNTS_DIFFER, CORRECTIONS, NO_LONGER_SAID, SILENCE } from '../../briefing/text.ts';
import type { Answer, Brief, Correction, Coverage, Difference } from '../../news/brief.ts';
import { sayDay } from './day.ts';
import { type Citing, sayLine, showLine } from './line.ts';
import {
  type Block,
  type ButtonSpec,
  buttons,
  context,
  escapeMrkdwn,
  header,
  type Message,
  paragraph,
} from './message.ts';
import { bold, bullets, italic, richText, section, text } from './rich-text.ts';
import { sourceList } from './sources.ts';

/** Most characters of the plain text that stands in for the blocks. */
const TEXT_LIMIT = 3_500;

/** A brief as a message; `row` are the buttons beneath it. */
export function briefMessage(
  brief: BriefAnswer,
  page: Citing['page'],
  row: readonly ButtonSpec[],
): Message {
  const citing = { sources: sourcesOfLines(brief, linesShown(brief)), page };
  return {
    text: sayBrief(brief),
    blocks: [
      header(brief.title),
      ...(brief.coverage.articles === 0 ? [] : [context(escapeMrkdwn(sayCoverage(brief)))]),
      ...(brief.notice === null ? [] : [paragraph(escapeMrkdwn(brief.notice))]),
      ...paragraphs(brief, citing),
      ...sourceList(citing),
      ...(row.length > 0 ? [buttons(row)] : []),
    ],
  };
}

/** What a brief rests on, in a line: articles, outlets, dates, and the day it speaks for. */
export function sayCoverage({ coverage, asOf }: Pick<Brief, 'coverage' | 'asOf'>): string {
  if (coverage.articles === 0) return 'No articles';
  return [
    count(coverage.articles, 'article'),
    sayOutlets(coverage),
    sayIndependent(coverage),
    sayPeriod(coverage),
    asOf && `as of ${sayDay(asOf)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function paragraphs(brief: BriefAnswer, citing: Citing): Block[] {
  const blocks: Block[] = [];
  if (brief.corrections.length > 0) blocks.push(correctionsBlock(brief.corrections, citing));
  if (brief.bottomLine.length > 0) {
    blocks.push(richText(...brief.bottomLine.map((line) => section(...showLine(line, citing)))));
  }
  const { asks, apart } = contestedIn(brief);
  for (const answer of brief.answers) {
    blocks.push(answerBlock(answer, asks.has(answer.ask), brief.title, citing));
  }
  for (const difference of apart) blocks.push(differenceBlock(difference, citing));
  if (brief.next.length > 0) {
    blocks.push(
      richText(
        section(bold('What is next')),
        bullets(brief.next.map((line) => showLine(line, citing))),
      ),
    );
  }
  return blocks;
}

/** An answer beneath its question, which is not said again where it is the brief's title. */
/** Lines that are gone from their articles, each with what stands there now. */
export function correctionsBlock(corrections: readonly Correction[], citing: Citing): Block {
  const items = corrections.flatMap(({ was, now }) => [
    [bold('Was: '), ...showLine(was, citing)],
    now === null ? [italic(NO_LONGER_SAID)] : [bold('Now: '), ...showLine(now, citing)],
  ]);
  return richText(section(bold(CORRECTIONS)), bullets(items));
}

function answerBlock(
  { ask, lines }: Answer,
  isContested: boolean,
  title: string,
  citing: Citing,
): Block {
  const marks = [
    ...(ask === title ? [] : [bold(ask)]),
    ...(lines.length === 0 ? [italic(SILENCE)] : isContested ? [italic(ACCOUNTS_DIFFER)] : []),
  ];
  const heading = marks.flatMap((mark, at) => (at === 0 ? [mark] : [text('  '), mark]));
  return richText(
    ...(heading.length > 0 ? [section(...heading)] : []),
    ...(lines.length > 0 ? [bullets(lines.map((line) => showLine(line, citing)))] : []),
  );
}

function differenceBlock(difference: Difference, citing: Citing): Block {
  const labels = sideLabels(difference);
  const sides = difference.sides.flatMap((side, at) =>
    side.map((line) => {
      const day = dayOf(line, citing.sources);
      const beside = [day && sayDay(day), labels[at]].filter(Boolean).join(', ');
      return [...(beside === '' ? [] : [italic(`${beside}: `)]), ...showLine(line, citing)];
    }),
  );
  return richText(section(bold('Accounts differ: '), text(difference.about)), bullets(sides));
}

function sayOutlets({ outlets }: Coverage): string {
  if (outlets.length === 0) return '';
  return outlets.length <= 3 ? outlets.join(', ') : `${outlets.length} outlets`;
}

/** Said where reprints make articles more than there are reports. */
function sayIndependent({ articles, independent }: Coverage): string {
  return independent < articles ? count(independent, 'independent report') : '';
}

function sayPeriod({ from, to }: Coverage): string {
  if (!from || !to) return 'undated';
  return sayDay(from) === sayDay(to) ? sayDay(from) : `${sayDay(from)} – ${sayDay(to)}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A correction for plain text. */
export function sayCorrection({ was, now }: Correction): string {
  return `Was: ${sayLine(was)} ${now === null ? NO_LONGER_SAID : `Now: ${sayLine(now)}`}`;
}

function sayBrief(brief: BriefAnswer): string {
  const title = /[.?!]$/.test(brief.title) ? brief.title : `${brief.title}.`;
  const lines = [
    brief.coverage.articles === 0 ? title : `${title} ${sayCoverage(brief)}.`,
    ...(brief.notice === null ? [] : [brief.notice]),
    ...brief.corrections.map(sayCorrection),
    ...brief.bottomLine.map(sayLine),
    ...brief.answers.map(({ ask, lines }) =>
      [
        ...(ask === brief.title ? [] : [ask]),
        ...(lines.length > 0 ? lines.map(sayLine) : [SILENCE]),
      ].join(' '),
    ),
  ];
  let said = '';
  for (const line of lines) {
    if (said.length + line.length > TEXT_LIMIT) break;
    said += `${line}\n`;
  }
  return escapeMrkdwn(said.trim());
}
