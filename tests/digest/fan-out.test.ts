import { beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { subscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { generatedNews } from './generated-news.ts';
import { modelCorpus } from './model-corpus.ts';
import { portsWith, posted } from './ports-with.ts';
import { MORNING } from './world.ts';

const CHANNELS = Array.from({ length: 40 }, (_, at) => `C${at}`);
/** So many that each digest has a thread of several messages. */
const ARTICLES = 120;
const NOW = '2026-03-02T08:30:00.000Z';

describe('many channels due at the same minute', () => {
  let corpus: Corpus;

  beforeEach(async () => {
    corpus = modelCorpus();
    const earlier = { clock: () => '2026-03-01T12:00:00.000Z', inTurn: takeTurns() };
    for (const channel of CHANNELS) {
      await subscribe(corpus, { channel, schedule: MORNING, topics: [], by: 'U1' }, earlier);
    }
    await corpus.add(generatedNews(ARTICLES));
  });

  test('all have their digest before any has its thread, and then take turns', async () => {
    const order: Delivery[] = [];
    await deliverDue(
      corpus,
      portsWith(NOW, async (delivery) => {
        order.push(delivery);
        return posted;
      }),
    );
    const parts = order.map(({ part = 0 }) => part);
    expect(Math.max(...parts)).toBeGreaterThan(1);
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
    for (const part of new Set(parts)) {
      const served = order.filter((one) => (one.part ?? 0) === part).map(({ channel }) => channel);
      expect(new Set(served)).toEqual(new Set(CHANNELS));
    }
  });

  test('are served while some of them wait for an answer that does not come', async () => {
    const silent = CHANNELS.slice(0, 10);
    const served = new Set<string>();
    let giveUp: (() => void) | undefined;
    const timeOut = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    await deliverDue(
      corpus,
      portsWith(NOW, async ({ channel, part }) => {
        if (part === undefined && silent.includes(channel)) {
          await timeOut;
          return { outcome: 'unknown', reason: 'request_timeout' };
        }
        served.add(channel);
        // Only then do the others hear that Slack does not answer.
        if (served.size === CHANNELS.length - silent.length) giveUp?.();
        return posted;
      }),
    );
    expect(served.size).toBe(CHANNELS.length - silent.length);
    for (const channel of silent) {
      expect(await corpus.deliveries(channel)).toMatchObject([{ state: 'unknown' }]);
    }
  });

  test('let whatever else is to be done come in between where nothing is due', async () => {
    const ports = portsWith(NOW, async () => posted);
    await deliverDue(corpus, ports);
    let between = 0;
    let isOver = false;
    const count = () => {
      between += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await deliverDue(corpus, ports);
    isOver = true;
    expect(between).toBeGreaterThan(1);
  });
});
