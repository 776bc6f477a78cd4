import { onTestFinished } from 'vitest';
import type { Page } from '../../../src/ingest/pages/page.ts';
import { type PageReader, pageReader } from '../../../src/ingest/pages/read-pages.ts';
import type { Refusal } from '../../../src/news/refusal.ts';

const opened: { reader?: PageReader } = {};

/** Reads a page in a thread that the test file's tests have together. */
export function read(html: string, url: string | null = null): Promise<Page | Refusal> {
  opened.reader ??= pageReader();
  return opened.reader.read('page.html', html, url);
}

/** Ends the thread; for the last hook of a test file. */
export async function stopReading(): Promise<void> {
  await opened.reader?.close();
  delete opened.reader;
}

/** A reader of a test's own. */
export function ownReader(...given: Parameters<typeof pageReader>): PageReader {
  const reader = pageReader(...given);
  onTestFinished(() => reader.close());
  return reader;
}

/** A sentence of plain news prose, another one for each number. */
export function sentence(n: number): string {
  return `In hall ${n}, the harbour office said on Monday, the survey of the northern quay had gone on through the night, and the ${n + 2} crews would carry on until the report was done.`;
}

/** Paragraphs of an article that has `count` of them. */
export function prose(count = 6): string {
  return Array.from({ length: count }, (_, n) => `<p>${sentence(n)} ${sentence(n + 50)}</p>`).join(
    '',
  );
}

/** A whole page. */
export function page(head: string, body: string, attributes = 'lang="en"'): string {
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}

/** An article's page with what stands around one. */
export function article(head: string, inside = '', attributes?: string): string {
  return page(
    head,
    `<header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
     <main><article><h1>Survey of the northern quay goes on</h1>${inside}${prose()}</article></main>
     <footer>Imprint</footer>`,
    attributes,
  );
}

export function linkedData(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}
