import type { Brief } from '../news/brief.ts';

/** A brief as `brief --json` prints it. */
export function briefAsJson(brief: Brief): Brief {
  return {
    topic: brief.topic,
    question: brief.question,
    asOf: brief.asOf,
    coverage: brief.coverage,
    bottomLine: brief.bottomLine,
    answers: brief.answers,
    differences: brief.differences,
    timeline: brief.timeline.map(({ date, precision, line, also }) => ({
      date,
      precision,
      line,
      also,
    })),
    next: brief.next,
    corrections: brief.corrections,
    sources: brief.sources,
  };
}
