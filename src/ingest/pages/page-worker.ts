import { parentPort } from 'node:worker_threads';
import { readText } from '../../reading/read.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { pageFromHtml } from './page-from-html.ts';
import type { Job, JobAnswer, JobResults } from './page-job.ts';

function resultOf(job: Job): JobResults[Job['kind']] {
  switch (job.kind) {
    case 'page':
      return pageFromHtml(job.html, job.url);
    case 'feed':
      return readFeed(job.bytes, job.contentType, job.url);
    case 'reading':
      return job.texts.map(readText);
  }
}

parentPort?.on('message', (job: Job) => {
  let answer: JobAnswer<Job['kind']>;
  try {
    answer = { result: resultOf(job) };
  } catch {
    // The parsers throw where markup is nested too deep for them.
    answer = 'broken';
  }
  parentPort?.postMessage(answer);
});

parentPort?.postMessage('ready');
