import type { BriefAnswer } from '../../briefing/brief.ts';
import type { Quotes } from '../../briefing/quotes.ts';
import { linesOfTimeline, sourcesOfLines } from '../../briefing/shown-lines.ts';
import type { Sources } from '../../briefing/sources.ts';
import type { Source, TimelineEntry } from '../../news/brief.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { READ_ARTICLE } from '../actions/ids.ts';
import { sayCoverage } from './brief.ts';
import { sayDay } from './day.ts';
import { type Citing, cite, sayLine, showLine } from './line.ts';
import { type Block, context, escapeMrkdwn, header, type Message, shorten } from './message.ts';
import { sayTitle } from './name.ts';
import { bold, bullets, type Run, richText, text } from './rich-text.ts';
import { sourceEntry, sourceList } from './sources.ts';

/** Characters of article text that one message may hold; Slack refuses somewhat more. */
const BUDGET = 6_500;
/** What a bullet costs besides its words: speaker, role, standing, citation. */
const BESIDES = 120;
/** Sources with a button each that fit a message of 50 blocks. */
const MOST_SOURCES = 40;
const FEWER = 'A stretch of time shows fewer, such as since 20 June.';

/** What happened when, by the date of the event. */
export function timelineMessage(brief: BriefAnswer, page: Citing['page']): Message | Refusal {
  if (brief.timeline.length === 0) {
    return refuse(
      `The articles about ${brief.title} date no event.`,
      'Leave out “timeline” for what they say.',
    );
  }
  const { kept, left } = withinBudget(brief.timeline, ({ line }) => line.text);
  const citing = {
    sources: sourcesOfLines(brief, linesOfTimeline({ ...brief, timeline: kept })),
    page,
  };
  const lines = kept.map(({ line }) => sayLine(line));
  const items = kept.map((entry) => dated(entry, citing));
  return listMessage(`Timeline: ${brief.title}`, brief, lines, [
    richText(bullets(items)),
    ...(left > 0 ? [context(`${left} more. ${FEWER}`)] : []),
    ...sourceList(citing),
  ]);
}

/** What somebody said, or was said about a topic, newest first. */
export function quotesMessage(quotes: Quotes, page: Citing['page']): Message {
  const citing = { sources: quotes.sources, page };
  const { kept, left } = withinBudget(quotes.lines, (line) => line.text);
  return listMessage(`Quotes: ${quotes.title}`, quotes, kept.map(sayLine), [
    richText(bullets(kept.map((line) => showLine(line, citing)))),
    ...(left > 0 ? [context(`${left} more. ${FEWER}`)] : []),
    ...sourceList(citing),
  ]);
}

/** Every article, newest first, with a button to read the text that briefs are made from. */
export function sourcesMessage(found: Sources, page: Citing['page']): Message {
  const shown = found.sources.slice(0, MOST_SOURCES);
  const left = found.sources.length - shown.length;
  const titles = shown.map((source) => `[${source.n}] ${sayTitle(source.title)}`);
  return listMessage(`Sources: ${found.title}`, found, titles, [
    ...shown.map((source) => sourceBlock(source, page)),
    ...(left > 0 ? [context(`${left} more. ${FEWER}`)] : []),
  ]);
}

function listMessage(
  title: string,
  covered: Parameters<typeof sayCoverage>[0],
  lines: readonly string[],
  blocks: readonly Block[],
): Message {
  return {
    text: escapeMrkdwn(shorten([title, ...lines].join('\n'), 3_500)),
    blocks: [header(title), context(escapeMrkdwn(sayCoverage(covered))), ...blocks],
  };
}

function sourceBlock(source: Source, page: Citing['page']): Block {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: sourceEntry(source, page), verbatim: true },
    accessory: {
      type: 'button',
      text: { type: 'plain_text', text: 'Read', emoji: false },
      action_id: `${READ_ARTICLE}:${source.n}`,
      value: source.articleId,
    },
  };
}

function dated({ date, line, also }: TimelineEntry, citing: Citing): Run[] {
  const others = also.flatMap((other) => [text(' '), cite(other, citing)]);
  return [bold(sayDay(date)), text('  '), ...showLine(line, citing), ...others];
}

/** As many items as the budget holds, from the first on, and how many that leaves. */
function withinBudget<T>(
  items: readonly T[],
  words: (item: T) => string,
): { readonly kept: readonly T[]; readonly left: number } {
  let spent = 0;
  const end = items.findIndex((item) => {
    spent += words(item).length + BESIDES;
    return spent > BUDGET;
  });
  const kept = end < 0 ? items : items.slice(0, end);
  return { kept, left: items.length - kept.length };
}
