import type { Article } from '../news/article.ts';
import type { Line } from '../news/brief.ts';
import type { Statement } from '../news/reading.ts';
import type { Span } from '../news/span.ts';

/** A passage as a line, with the speaker where one person or body says all that is said in it. */
export function passageLine(article: Article, passage: Span, source: number): Line {
  const said = article.reading.statements.filter(
    (statement) => statement.start < passage.end && statement.end > passage.start,
  );
  const [first] = said;
  const oneVoice =
    first !== undefined &&
    said.every(({ speaker, standing }) => speaker === first.speaker && standing === first.standing);
  return { ...cited(article, passage, source), ...(oneVoice ? voice(first) : {}) };
}

/** A statement as a line: its exact span, with speaker, role and standing. */
export function statementLine(article: Article, statement: Statement, source: number): Line {
  return { ...cited(article, statement, source), ...voice(statement) };
}

function cited(article: Article, { start, end }: Span, source: number): Line {
  const text = article.text.slice(start, end);
  return { text, articleId: article.id, revision: article.revision, start, end, source };
}

function voice({ speaker, role, standing }: Statement): Partial<Line> {
  return {
    ...(speaker === null ? {} : { speaker }),
    ...(role === null ? {} : { role }),
    standing,
  };
}
