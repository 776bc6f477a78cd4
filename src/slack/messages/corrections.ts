import type { Correction, Source } from '../../news/brief.ts';
import { correctionsBlock, sayCorrection } from './brief.ts';
import type { Citing } from './line.ts';
import { escapeMrkdwn, type Message } from './message.ts';
import { sourceList } from './sources.ts';

/** Corrections with the articles that they cite. */
export interface Corrections {
  readonly corrections: readonly Correction[];
  readonly sources: readonly Source[];
}

/** What of an earlier message is gone from its articles, to stand in its thread. */
export function correctionsMessage(
  { corrections, sources }: Corrections,
  page: Citing['page'],
): Message {
  const citing = { sources, page };
  return {
    text: escapeMrkdwn(
      ['Corrections', ...corrections.map(sayCorrection)].join('\n').slice(0, 3_500),
    ),
    blocks: [correctionsBlock(corrections, citing), ...sourceList(citing)],
  };
}
