import { articleBody } from './article-body.ts';
import { articleData, bodyInData, linkedDataOf } from './linked-data.ts';
import type { OtherPage } from './not-an-article.ts';
import type { Page } from './page.ts';
import { pageFacts } from './page-facts.ts';
import { otherKind } from './page-kind.ts';
import { oneLine, type PageElement } from './page-node.ts';
import { textOfPage } from './page-text.ts';
import { parsePage } from './parse-page.ts';
import { type Survey, surveyOf } from './survey.ts';
import { teasersOf } from './teasers.ts';

const MOST_PARAGRAPHS = 2_000;

/** How much of a page's text stands in links, 0 to 1. */
function linkedShareOf(anchors: readonly PageElement[], visible: number): number {
  let linked = 0;
  for (const anchor of anchors) linked += oneLine(anchor.textContent)?.length ?? 0;
  return Math.min(1, linked / Math.max(1, visible));
}

// Where the page shows less than this share of what its data holds, the text was left to a script.
const LEFT_TO_SCRIPT = 0.5;

/** The paragraphs in an article's data, where they are far more than the page shows. */
function fullerText(shown: string, given: string | undefined): string | undefined {
  if (given === undefined || shown.length > given.length * LEFT_TO_SCRIPT) return undefined;
  const text = textOfPage(parsePage(`<div>${given.replaceAll('\n', '<br><br>')}</div>`).body);
  return text.length * LEFT_TO_SCRIPT > shown.length ? text : undefined;
}

const MANY_TIMES = 5;

/** Whether the page tells of so many times that they are those of what it lists. */
function showsManyTimes({ times }: Survey): boolean {
  const different = new Set(times.map((time) => time.getAttribute('datetime') ?? time.textContent));
  return different.size >= MANY_TIMES;
}

/** Reads a page: its article's text and what it declares, or what else it is. May take long or much memory on odd pages: see readPages. */
export function pageFromHtml(source: string, url: string | null = null): Page | OtherPage {
  const { document, html, body } = parsePage(source);
  const survey = surveyOf(document);
  const all = linkedDataOf(survey.linkedData);
  const data = articleData(all);
  const visible = textOfPage(body);
  const shown = visible.split('\n\n', MOST_PARAGRAPHS);
  const facts = pageFacts({ survey, all, data, html, url, shown });
  const linkedShare = linkedShareOf(survey.anchors, visible.length);
  const title = [...survey.titles, ...survey.headings.slice(0, 3)]
    .map((element) => oneLine(element.textContent) ?? '')
    .join('\n\n');

  const isDated = facts.publishedAt !== null && !showsManyTimes(survey);
  const isSigned = facts.author !== null;
  const teasers = teasersOf(survey.anchors);
  const { paragraphs, dropped } = articleBody(document, body, survey, visible.length);
  const [first, ...rest] = paragraphs;
  const read = (first === facts.title ? rest : paragraphs).join('\n\n');
  const text = fullerText(read, bodyInData(data)) ?? read;
  const seen = { survey, data, title, shown, url, linkedShare, teasers, isDated, isSigned };
  const kind = otherKind({ ...seen, text, dropped });
  return kind === undefined ? { ...facts, text } : { kind, feeds: facts.feeds };
}
