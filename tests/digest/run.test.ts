import { beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import type { Round } from '../../src/digest/deliver.ts';
import type { PostOutcome } from '../../src/digest/ports.ts';
import { startSchedule } from '../../src/digest/run.ts';
import { subscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { note } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { portsWith, posted } from './ports-with.ts';
import { MORNING } from './world.ts';

const NOW = '2026-03-02T09:00:00.000Z';

describe('a running schedule', () => {
  let corpus: Corpus;

  beforeEach(async () => {
    corpus = modelCorpus();
    const earlier = { clock: () => '2026-03-01T00:00:00.000Z', inTurn: takeTurns() };
    await subscribe(corpus, { channel: 'C1', schedule: MORNING, topics: [], by: 'U1' }, earlier);
    await corpus.add([note('a1', 'The ferry came in late.')]);
  });

  test('delivers what is due at once when it starts', async () => {
    const heard: Round[] = [];
    let hear: (() => void) | undefined;
    const once = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const running = startSchedule(
      corpus,
      portsWith(NOW, async () => posted),
      (round) => {
        heard.push(round);
        hear?.();
      },
    );
    await once;
    await running.stop();
    expect(heard).toMatchObject([{ deliveries: [{ state: 'posted' }], failures: [], stop: null }]);
  });

  test('waits, when it stops, for the post that is under way', async () => {
    let answer: ((outcome: PostOutcome) => void) | undefined;
    let ask: (() => void) | undefined;
    const asked = new Promise<void>((resolve) => {
      ask = resolve;
    });
    const post = () =>
      new Promise<PostOutcome>((resolve) => {
        answer = resolve;
        ask?.();
      });
    const running = startSchedule(corpus, portsWith(NOW, post), () => {});
    await asked;
    const stopped = running.stop();
    answer?.(posted);
    await stopped;
    expect(await corpus.deliveries('C1')).toMatchObject([{ state: 'posted' }]);
  });

  test('reports a round that breaks off, and goes on', async () => {
    const broken: Corpus = {
      ...corpus,
      subscriptions: async () => {
        throw new Error('the disk is gone');
      },
    };
    const heard = await new Promise<Round>((resolve) => {
      const running = startSchedule(
        broken,
        portsWith(NOW, async () => posted),
        (round) => {
          resolve(round);
          void running.stop();
        },
      );
    });
    expect(heard.failures).toMatchObject([{ channel: '', error: { message: 'the disk is gone' } }]);
  });
});
