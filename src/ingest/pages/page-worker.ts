import { parentPort } from 'node:worker_threads';
import { pageFromHtml } from './page-from-html.ts';

parentPort?.on('message', (html: string) => {
  try {
    parentPort?.postMessage(pageFromHtml(html));
  } catch {
    // The parsers throw where markup is nested too deep for them.
    parentPort?.postMessage(undefined);
  }
});
