import type { Quotes } from '../briefing/quotes.ts';
import { linesOfTimeline, sourcesOfLines } from '../briefing/shown-lines.ts';
import type { Sources } from '../briefing/sources.ts';
import { briefAsText, framedAsText, lineAsText, linesAsText } from '../briefing/text.ts';
import type { Brief } from '../news/brief.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import { briefAsJson } from './brief-json.ts';

/** An answer of `brief`, for people and for scripts. */
export interface Shown {
  readonly text: string;
  readonly json: object;
  /** A sentence of our own beside it. */
  readonly notice?: string;
}

export function shownBrief(brief: Brief, title: string, notice: string | null): Shown {
  const shown = { text: briefAsText(brief, title).trimEnd(), json: briefAsJson(brief) };
  return notice === null ? shown : { ...shown, notice };
}

/** What happened when, day by day; in JSON it is part of the brief. */
export function shownTimeline(brief: Brief, title: string): Shown | Refusal {
  if (brief.timeline.length === 0) {
    return refuse(`The articles about ${title} date no event.`, 'Ask for the brief itself.');
  }
  const byDate = new Map<string, string[]>();
  for (const { date, line, also } of brief.timeline) {
    const others = also.map(({ source }) => ` [${source}]`).join('');
    byDate.set(date, [...(byDate.get(date) ?? []), `${lineAsText(line)}${others}`]);
  }
  const days = [...byDate].map(([date, lines]) => linesAsText(date, lines));
  const sources = sourcesOfLines(brief, linesOfTimeline(brief));
  const text = framedAsText(
    { ...brief, sources },
    `Timeline: ${title}`,
    days.join('\n\n'),
  ).trimEnd();
  return { text, json: briefAsJson(brief) };
}

/** What was said, newest first. */
export function shownQuotes(quotes: Quotes): Shown {
  const { title, asOf, coverage, lines, sources } = quotes;
  const said = linesAsText('What was said, newest first', lines.map(lineAsText));
  const text = framedAsText(quotes, `Quotes: ${title}`, said).trimEnd();
  return { text, json: { title, asOf, coverage, lines, sources } };
}

/** The articles that a brief would draw on. */
export function shownSources(found: Sources): Shown {
  const { title, asOf, coverage, sources } = found;
  const text = framedAsText(found, `Sources: ${title}`, '').trimEnd();
  return { text, json: { title, asOf, coverage, sources } };
}
