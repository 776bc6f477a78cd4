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
      <BackLink />
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
      <BackLink />
      <h1>No such article</h1>
      <p>
        There is no article at this address: it was removed, or the link is from another corpus. Ask
        again with <code>/brief</code> for what there is now.
      </p>
    </main>
  );
  return shell('No such article', body, 'reading');
}

function BackLink() {
  return (
    <p className="back">
      <a href="/">Back to the workspace</a>
    </p>
  );
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
function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const { index, 0: found } of text.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*\n))*/g)) {
    paragraphs.push({ start: index, end: index + found.trimEnd().length });
  }
  return paragraphs;
}

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/** The span cut at every edge of the marks that lie in it. */
function cut(span: Span, marks: readonly Span[]): Span[] {
  const inside = marks.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([span.start, span.end, ...inside])]
    .filter((edge) => edge >= span.start && edge <= span.end)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1] ?? span.end }));
}

interface ParagraphShown {
  readonly article: Article;
  readonly paragraph: Span;
  readonly cited: Span | undefined;
}

function Paragraph({ article, paragraph, cited }: ParagraphShown): ReactNode {
  const here = article.reading.statements.filter((statement) => overlaps(statement, paragraph));
  const words = (span: Span) => {
    const number = here.findIndex((statement) => overlaps(statement, span)) + 1;
    const statement = here[number - 1];
    const text = article.text.slice(span.start, span.end);
    if (!statement) return <span key={span.start}>{text}</span>;
    // The number stands in an attribute, so that copied text is the article's alone.
    const ends = Math.min(statement.end, paragraph.end) === span.end;
    return (
      <mark
        key={span.start}
        className={statement.standing}
        title={noteOf(statement)}
        data-note={ends ? number : undefined}
      >
        {text}
      </mark>
    );
  };
  return (
    <section>
      <p>
        {cut(paragraph, cited ? [cited] : []).map((span) => {
          const pieces = cut(span, here).map(words);
          if (!cited || !overlaps(cited, span)) return pieces;
          const first = cited.start >= paragraph.start;
          return (
            <span key={`cited ${span.start}`} className="cited" id={first ? 'cited' : undefined}>
              {pieces}
            </span>
          );
        })}
      </p>
      {here.length > 0 && <Notes statements={here} />}
    </section>
  );
}

function Notes({ statements }: { statements: readonly Statement[] }) {
  return (
    <ol className="notes" aria-label="Who speaks">
      {statements.map((statement) => (
        <li key={statement.start}>
          <b>{statement.speaker ?? 'Nobody named'}</b>
          {saysMore(statement) && <>, {statement.role}</>}
          <br />
          <mark className={statement.standing}>{STANDING_LABELS[statement.standing]}</mark>{' '}
          <span className="why">by the words “{statement.why}”</span>
          {statement.via.length > 0 && <> via {statement.via.join(', ')}</>}
        </li>
      ))}
    </ol>
  );
}

// A description ("a senior official") has its role in it.
function saysMore({ speaker, role }: Statement): boolean {
  return role !== null && !(speaker ?? '').toLowerCase().includes(role.toLowerCase());
}

function noteOf(statement: Statement): string {
  const who = statement.speaker ?? 'Nobody named';
  return `${who}: ${STANDING_LABELS[statement.standing]}`;
}
