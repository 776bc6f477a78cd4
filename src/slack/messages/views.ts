import type { BriefAnswer } from '../../briefing/brief.ts';
import type { Source, TimelineEntry } from '../../news/brief.ts';
import type { Refusal } from '../../news/refusal.ts';
import { refuse } from '../../news/refusal.ts';
import { READ_ARTICLE } from '../actions/ids.ts';
import { sayCoverage } from './brief.ts';
import { sayDay } from './day.ts';
import { type Citing, sayLine, showLine } from './line.ts';
import { type Block, context, escapeMrkdwn, header, type Message, shorten } from './message.ts';
import { sayTitle } from './name.ts';
import { bold, bullets, type Run, richText, text } from './rich-text.ts';
import { sourceEntry, sourceList } from './sources.ts';

/** Characters of article text that one message may hold; Slack refuses somewhat more. */
const BUDGET = 7_000;
/** Sources with a button each that fit a message of 50 blocks. */
const MOST_SOURCES = 40;

/** What happened when, by the date of the event. */
export function timelineMessage(brief: BriefAnswer, page: Citing['page']): Message | Refusal {
  if (brief.timeline.length === 0) {
    return refuse(
      `The articles about ${brief.title} date no event.`,
      `Type /brief ${brief.question.replace(/^timeline\s+/i, '')} for what they say.`,
    );
  }
  const citing = { sources: brief.sources, page };
  const { kept, left } = within(BUDGET, brief.timeline, ({ line }) => line.text.length + 40);
  const items = kept.map((entry) => dated(entry, citing));
  return {
    text: sayList(
      `Timeline: ${brief.title}`,
      kept.map(({ line }) => sayLine(line)),
    ),
    blocks: [
      header(`Timeline: ${brief.title}`),
      context(escapeMrkdwn(sayCoverage(brief))),
      richText(bullets(items)),
      ...(left > 0 ? [context(`${left} more. A stretch of time shows fewer: since 20 June.`)] : []),
      ...sourceList(citing),
    ],
  };
}

/** Each source with a button to read the text that the brief was made from. */
export function sourcesMessage(brief: BriefAnswer, page: Citing['page']): Message {
  const shown = brief.sources.slice(0, MOST_SOURCES);
  const left = brief.sources.length - shown.length;
  return {
    text: sayList(
      `Sources: ${brief.title}`,
      shown.map((source) => sayTitle(source.title)),
    ),
    blocks: [
      header(`Sources: ${brief.title}`),
      context(escapeMrkdwn(sayCoverage(brief))),
      ...shown.map((source) => sourceBlock(source, page)),
      ...(left > 0 ? [context(`${left} more.`)] : []),
    ],
  };
}

function sourceBlock(source: Source, page: Citing['page']): Block {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: sourceEntry(source, page) },
    accessory: {
      type: 'button',
      text: { type: 'plain_text', text: 'Read', emoji: false },
      action_id: `${READ_ARTICLE}:${source.n}`,
      value: source.articleId,
    },
  };
}

function dated({ date, line }: TimelineEntry, citing: Citing): Run[] {
  return [bold(sayDay(date)), text('  '), ...showLine(line, citing)];
}

/** As many items as a budget of characters holds, from the first on, and how many that leaves. */
function within<T>(
  budget: number,
  items: readonly T[],
  cost: (item: T) => number,
): { readonly kept: readonly T[]; readonly left: number } {
  let spent = 0;
  const end = items.findIndex((item) => {
    spent += cost(item);
    return spent > budget;
  });
  return end < 0
    ? { kept: items, left: 0 }
    : { kept: items.slice(0, end), left: items.length - end };
}

function sayList(title: string, lines: readonly string[]): string {
  return escapeMrkdwn(shorten([title, ...lines].join('\n'), 3_500));
}
