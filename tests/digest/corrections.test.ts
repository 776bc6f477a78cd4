import { beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import type { PostOutcome } from '../../src/digest/ports.ts';
import { subscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { article } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { MORNING } from './world.ts';

const FIRST =
  'The Arbor dam spilled 40 tons of mud into the valley on Monday, the water board said.';
const CHANGED = FIRST.replace('40', '65');

describe('a digest that told a line which its article no longer has', () => {
  let corpus: Corpus;
  let now: string;
  let posted: Delivery[];
  let outcome: (delivery: Delivery) => PostOutcome;
  const ports = {
    clock: () => now,
    inTurn: takeTurns(),
    post: async (delivery: Delivery) => {
      const answer = outcome(delivery);
      if (answer.outcome === 'posted') posted.push(delivery);
      return answer;
    },
    lookUp: async () => ({ outcome: 'absent' }) as const,
    tell: async (): Promise<PostOutcome> => ({ outcome: 'posted', ts: '9.9' }),
    ask: async (): Promise<PostOutcome> => ({ outcome: 'posted', ts: '9.9' }),
  };
  const corrections = () => posted.filter(({ digest }) => digest.corrections !== undefined);
  const publish = (text: string) =>
    corpus.add([
      article({
        id: 'dam',
        title: 'Arbor dam spills',
        outlet: 'Gazette',
        publishedAt: '2026-03-02',
        text,
      }),
    ]);
  const onDay = async (day: string) => {
    now = `2026-03-${day}T08:31:00.000Z`;
    await deliverDue(corpus, ports);
  };

  beforeEach(async () => {
    corpus = modelCorpus();
    posted = [];
    now = '2026-03-02T00:00:00.000Z';
    outcome = () => ({ outcome: 'posted', ts: '5.5' });
    await subscribe(corpus, { channel: 'C1', schedule: MORNING, topics: [], by: 'U1' }, ports);
    await publish(FIRST);
    await onDay('02');
  });

  test('is corrected in its thread at the next slot, with both texts, once', async () => {
    await publish(CHANGED);
    await onDay('03');
    expect(corrections()).toMatchObject([{ channel: 'C1', threadTs: '5.5' }]);
    const [correction] = corrections()[0]?.digest.corrections ?? [];
    expect(correction?.was.text).toContain('40 tons');
    expect(correction?.now?.text).toContain('65 tons');
    await onDay('04');
    await onDay('05');
    expect(corrections()).toHaveLength(1);
  });

  test('is left alone where nothing of it changed', async () => {
    await publish(`${FIRST}\n\nRain is forecast for the week.`);
    await onDay('03');
    expect(corrections()).toEqual([]);
  });

  test('is corrected later where Slack refused it first', async () => {
    await publish(CHANGED);
    outcome = ({ digest }) =>
      digest.corrections === undefined
        ? { outcome: 'posted', ts: '6.6' }
        : { outcome: 'refused', reason: 'ratelimited' };
    await onDay('03');
    expect(corrections()).toEqual([]);
    outcome = () => ({ outcome: 'posted', ts: '7.7' });
    await onDay('04');
    expect(corrections()).toHaveLength(1);
  });

  test('is corrected though Slack refuses what stands in the thread of the newest', async () => {
    await publish(CHANGED);
    const piers = ['Arbor', 'Birch', 'Cedar', 'Dover', 'Elder', 'Fir', 'Grove', 'Hazel', 'Iron'];
    await corpus.add(
      piers.map((pier) =>
        article({
          ...{ id: pier, title: `${pier} pier is shut`, outlet: 'Gazette' },
          ...{ publishedAt: '2026-03-03', text: `The council shut the ${pier} pier on Tuesday.` },
        }),
      ),
    );
    outcome = ({ part, digest }) =>
      part === undefined || digest.corrections !== undefined
        ? { outcome: 'posted', ts: '6.6' }
        : { outcome: 'refused', reason: 'msg_too_long' };
    await onDay('03');
    expect((await corpus.deliveries('C1')).map(({ state }) => state)).toContain('refused');
    expect(corrections()).toHaveLength(1);
  });

  test('is not corrected by an article that was removed', async () => {
    await publish(CHANGED);
    await corpus.remove('dam');
    await onDay('03');
    expect(corrections()).toEqual([]);
  });
});
