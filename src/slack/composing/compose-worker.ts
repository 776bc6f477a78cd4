import { parentPort } from 'node:worker_threads';
import { composeBrief } from '../../briefing/compose.ts';
import { unpackParcel } from '../../corpus/kept-article.ts';
import type { ComposeAnswer, ComposeJob } from './compose-job.ts';

function answer({ id, articles, about, composing, ...more }: ComposeJob): ComposeAnswer {
  try {
    const before = new Map(more.before.map(unpackParcel).map((one) => [one.id, one]));
    const corrected = more.corrected.map(unpackParcel);
    const brief = composeBrief(articles.map(unpackParcel), about, {
      ...{ ...composing, before, corrected },
    });
    return { id, brief };
  } catch (error) {
    return { id, error };
  }
}

parentPort?.on('message', (job: ComposeJob) => parentPort?.postMessage(answer(job)));
