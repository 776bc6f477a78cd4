import { parentPort } from 'node:worker_threads';
import { pageFromHtml } from './page-from-html.ts';

parentPort?.on('message', (html: string) => {
  parentPort?.postMessage(pageFromHtml(html));
});
