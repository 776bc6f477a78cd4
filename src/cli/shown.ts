import type { Quotes } from '../briefing/quotes.ts';
import type { Sources } from '../briefing/sources.ts';
import { briefAsText } from '../briefing/text.ts';
import type { Answer, Brief } from '../news/brief.ts';
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
  const byDate = new Map<string, Answer>();
  for (const { date, line } of brief.timeline) {
    const lines = byDate.get(date)?.lines ?? [];
    byDate.set(date, { ask: date, lines: [...lines, line] });
  }
  const text = laidOut(`Timeline: ${title}`, brief, [...byDate.values()]);
  return { text, json: briefAsJson(brief) };
}

/** What was said, newest first. */
export function shownQuotes(quotes: Quotes): Shown {
  const { title, asOf, coverage, lines, sources } = quotes;
  const said = [{ ask: 'What was said, newest first', lines }];
  const text = laidOut(`Quotes: ${title}`, quotes, said);
  return { text, json: { title, asOf, coverage, lines, sources } };
}

/** The articles that a brief would draw on. */
export function shownSources(found: Sources): Shown {
  const { title, asOf, coverage, sources } = found;
  const text = laidOut(`Sources: ${title}`, found, []);
  return { text, json: { title, asOf, coverage, sources } };
}

/** A brief of answers alone, so that every answer looks the same on paper. */
function laidOut(
  title: string,
  { asOf, coverage, sources }: Pick<Brief, 'asOf' | 'coverage' | 'sources'>,
  answers: readonly Answer[],
): string {
  const nothingElse = { bottomLine: [], differences: [], timeline: [], next: [], corrections: [] };
  const brief = { topic: null, question: '', asOf, coverage, answers, sources, ...nothingElse };
  return briefAsText(brief, title).trimEnd();
}
