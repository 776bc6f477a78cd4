import type { ReactNode } from 'react';
import type { Article } from '../../news/article.ts';
import type { Statement } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import { STANDING_LABELS, STANDINGS } from '../../news/standing.ts';
import { shell } from './shell.tsx';

/** An article's page: its text with the statements marked by standing, and the cited span where one is asked for. */
export function articlePage(article: Article, cited: Span | undefined): string {
  const title = article.title || 'An article without a title';
  const used = new Set(article.reading.statements.map(({ standing }) => standing));
  const body = (
    <main id="main" className="article">
      <header>
        <h1>{title}</h1>
        <p className="of">
          {article.outlet ?? 'Outlet not given'}
          {article.author && <> · {article.author}</>} ·{' '}
          {article.publishedAt ? (
            <time dateTime={article.publishedAt}>{dateOf(article.publishedAt)}</time>
          ) : (
            'undated'
          )}
          {article.revision > 1 && <> · revision {article.revision}</>}
        </p>
        {article.url && (
          <p>
            <Outside url={article.url} />
          </p>
        )}
        {article.basedOn.length > 0 && (
          <details>
            <summary>
              Based on {article.basedOn.length} public{' '}
              {article.basedOn.length === 1 ? 'page' : 'pages'}
            </summary>
            <ul>
              {article.basedOn.map((url) => (
                <li key={url}>
                  <Outside url={url} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </header>
      {used.size > 0 && (
        <section className="legend" aria-label="What the marks mean">
          <h2>Who said what, and on what standing</h2>
          <ul>
            {STANDINGS.filter((standing) => used.has(standing)).map((standing) => (
              <li key={standing}>
                <mark className={standing}>{STANDING_LABELS[standing]}</mark>
              </li>
            ))}
            <li>unmarked: the outlet’s account</li>
            {cited && (
              <li>
                <span className="cited">the passage cited</span>
              </li>
            )}
          </ul>
        </section>
      )}
      <div className="text">
        {paragraphsOf(article.text).map((paragraph) => (
          <Paragraph key={paragraph.start} article={article} paragraph={paragraph} cited={cited} />
        ))}
      </div>
    </main>
  );
  return shell(title, body, 'reading');
}

/** The page that says an article is not there. */
export function missingArticlePage(): string {
  const body = (
    <main id="main" className="article">
      <h1>No such article</h1>
      <p>
        There is no article at this address: it was removed, or the link is from another corpus. Ask
        again with <code>/brief</code> for what there is now.
      </p>
    </main>
  );
  return shell('No such article', body, 'reading');
}

// An address that is not a web page is shown, not followed.
function Outside({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return url;
  return (
    <a href={url} rel="noopener noreferrer" target="_blank">
      {url}
    </a>
  );
}

function dateOf(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return date.toLocaleDateString('en-GB', { ...day, timeZone: 'UTC' });
}

/** The stretches between blank lines. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const { index, 0: found } of text.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*\n))*/g)) {
    paragraphs.push({ start: index, end: index + found.trimEnd().length });
  }
  return paragraphs;
}

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

function Paragraph({
  article,
  paragraph,
  cited,
}: {
  article: Article;
  paragraph: Span;
  cited: Span | undefined;
}): ReactNode {
  const here = article.reading.statements.filter((statement) => overlaps(statement, paragraph));
  const marks = cited && overlaps(cited, paragraph) ? [...here, cited] : here;
  const edges = [
    ...new Set([
      paragraph.start,
      paragraph.end,
      ...marks.flatMap(({ start, end }) => [start, end]),
    ]),
  ]
    .filter((edge) => edge >= paragraph.start && edge <= paragraph.end)
    .sort((a, b) => a - b);
  const firstCited = cited && Math.max(cited.start, paragraph.start);
  return (
    <section>
      <p>
        {edges.slice(0, -1).map((start, index) => {
          const span = { start, end: edges[index + 1] ?? paragraph.end };
          const number = here.findIndex((statement) => overlaps(statement, span)) + 1;
          const isCited = cited !== undefined && overlaps(cited, span);
          const words = article.text.slice(span.start, span.end);
          const statement = here[number - 1];
          const ends = statement && Math.min(statement.end, paragraph.end) === span.end;
          const marked = statement ? (
            <mark className={statement.standing} title={noteOf(statement)}>
              {words}
              {ends && here.length > 0 && <sup>{number}</sup>}
            </mark>
          ) : (
            words
          );
          if (!isCited) return <span key={start}>{marked}</span>;
          const first = start === firstCited && cited.start >= paragraph.start;
          return (
            <span key={start} className="cited" id={first ? 'cited' : undefined}>
              {marked}
            </span>
          );
        })}
      </p>
      {here.length > 0 && (
        <ol className="notes" aria-label="Who speaks">
          {here.map((statement) => (
            <li key={statement.start}>
              <b>{statement.speaker ?? 'Nobody named'}</b>
              {statement.role && statement.role !== statement.speaker && <>, {statement.role}</>}
              <br />
              <mark className={statement.standing}>{STANDING_LABELS[statement.standing]}</mark>{' '}
              <span className="why">by the words “{statement.why}”</span>
              {statement.via.length > 0 && <> via {statement.via.join(', ')}</>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function noteOf(statement: Statement): string {
  const who = statement.speaker ?? 'Nobody named';
  return `${who}: ${STANDING_LABELS[statement.standing]}`;
}
