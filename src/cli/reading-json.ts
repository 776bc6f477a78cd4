import type { Reading } from '../news/reading.ts';
import type { Span } from '../news/span.ts';

/** What reading found in a text, as `inspect article` prints it: each span with its words. */
export function readingAsJson(text: string, reading: Reading) {
  const words = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) });
  return {
    sentences: reading.passages.map(({ start, end }) => ({ start, end })),
    statements: reading.statements.map((statement) => ({
      ...words(statement),
      quoted: statement.quoted,
      speaker: statement.speaker,
      role: statement.role,
      source: statement.source,
      standing: statement.standing,
      why: statement.why,
      cue: statement.cue,
      polarity: statement.polarity,
      date: statement.date,
      via: statement.via,
    })),
    events: reading.events.map((event) => ({
      date: event.date,
      precision: event.precision,
      ...words(event),
    })),
    dates: reading.dates.map((date) => ({
      ...words(date),
      value: date.value,
      precision: date.precision,
    })),
    figures: reading.figures.map((figure) => ({
      ...words(figure),
      value: figure.value,
      counts: figure.counts,
    })),
  };
}
