import type { Reading } from '../news/reading.ts';
import { findDates } from './dates/dates.ts';
import { findEvents } from './events.ts';
import { findFigures } from './figures.ts';
import { findPassages } from './sentences.ts';
import { findStatements } from './statements/statements.ts';

/** What reading starts from. */
export interface Unread {
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601, or null: an article without a date yields no date that it can't know. */
  readonly publishedAt: string | null;
  readonly outlet: string | null;
}

/** All that can be told from an article's text. Pure; takes any string; time is linear in its length. */
export function readText({ text, publishedAt, outlet }: Unread): Reading {
  const passages = findPassages(text);
  const dates = findDates(text, publishedAt, passages);
  return {
    passages,
    statements: findStatements(text, passages, dates, outlet),
    events: findEvents(passages, dates, text, publishedAt),
    dates,
    figures: findFigures(text, passages),
  };
}
