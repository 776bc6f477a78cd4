import { parentPort } from 'node:worker_threads';
import { composeBrief } from '../../briefing/compose.ts';
import { quotesOf } from '../../briefing/quotes.ts';
import { sourcesOf } from '../../briefing/sources.ts';
import { unpackParcel } from '../../corpus/kept-article.ts';
import type { ComposeAnswer, Composed, ComposeJob } from './compose-job.ts';

function compose(job: ComposeJob): Composed[keyof Composed] {
  const articles = job.articles.map(unpackParcel);
  switch (job.kind) {
    case 'brief': {
      const before = new Map(job.before.map(unpackParcel).map((one) => [one.id, one]));
      const corrected = job.corrected.map(unpackParcel);
      return composeBrief(articles, job.about, { ...job.composing, before, corrected });
    }
    case 'quotes':
      return quotesOf(articles, job.topics, job.request);
    case 'sources':
      return sourcesOf(articles, job.topics, job.request);
  }
}

function answer({ id, job }: { readonly id: number; readonly job: ComposeJob }): ComposeAnswer {
  try {
    return { id, composed: compose(job) };
  } catch (error) {
    return { id, error };
  }
}

parentPort?.on('message', (asked) => parentPort?.postMessage(answer(asked)));
