import { beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { digestsAmong } from '../../src/digest/ledger.ts';
import { deliverNow } from '../../src/digest/now.ts';
import type { PostOutcome, Problem } from '../../src/digest/ports.ts';
import { nothingQuiet } from '../../src/digest/quiet.ts';
import { settle } from '../../src/digest/settle.ts';
import { digestStatus, resume, subscribe, unsubscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { article, note } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { MORNING } from './world.ts';

describe('a round, and what is asked for by hand,', () => {
  const now = '2026-03-02T09:00:00.000Z';
  const problems: Problem[] = [];
  let corpus: Corpus;
  let outcome: (channel: string) => PostOutcome;
  const ports = {
    clock: () => now,
    inTurn: takeTurns(),
    post: async ({ channel }: { channel: string }, claim: () => Promise<void>) => {
      await claim();
      return outcome(channel);
    },
    lookUp: async () => ({ outcome: 'absent' }) as const,
    tell: async (problem: Problem): Promise<PostOutcome> => {
      problems.push(problem);
      return { outcome: 'posted', ts: '1.0' };
    },
    ask: async (): Promise<PostOutcome> => ({ outcome: 'posted', ts: '1.0' }),
  };
  const earlier = { clock: () => '2026-03-01T00:00:00.000Z', inTurn: takeTurns() };

  beforeEach(() => {
    corpus = modelCorpus();
    outcome = () => ({ outcome: 'posted', ts: '5.5' });
    problems.length = 0;
  });

  async function subscribed(...channels: readonly string[]): Promise<void> {
    for (const channel of channels) {
      await subscribe(corpus, { channel, schedule: MORNING, topics: [], by: 'U1' }, earlier);
    }
    await corpus.add([note('a1', 'The ferry came in late.')]);
  }

  test('one channel that breaks off leaves the others served', async () => {
    await subscribed('C1', 'C2', 'C3');
    outcome = (channel) => {
      if (channel === 'C2') throw new Error('broken off');
      return { outcome: 'posted', ts: '5.5' };
    };
    const round = await deliverDue(corpus, ports);
    const ended = round.deliveries.map(({ channel, state }) => [channel, state]);
    expect(ended.sort()).toEqual([
      ['C1', 'posted'],
      ['C3', 'posted'],
    ]);
    expect(round.failures.map(({ channel }) => channel)).toEqual(['C2']);
    expect(await corpus.deliveries('C2')).toMatchObject([{ state: 'claimed' }]);
  });

  test('a refusal that somebody has to mend is told to the subscriber', async () => {
    await subscribed('C1');
    outcome = () => ({ outcome: 'refused', reason: 'not_in_channel' });
    await deliverDue(corpus, ports);
    const [delivery] = await corpus.deliveries('C1');
    expect(delivery).toMatchObject({ state: 'refused', reason: 'not_in_channel', toldAt: now });
    expect(problems).toMatchObject([
      { to: 'U1', paused: true, delivery: { id: delivery?.id, reason: 'not_in_channel' } },
    ]);
  });

  test('"now" says since when nothing is new', async () => {
    await subscribed('C1');
    await deliverNow(corpus, 'C1', ports);
    expect(await deliverNow(corpus, 'C1', ports)).toEqual({
      kind: 'nothing-new',
      since: now,
      unsettled: [],
    });
  });

  test('a channel without a subscription is told how to start one', async () => {
    for (const answer of [
      await deliverNow(corpus, 'C9', ports),
      await resume(corpus, 'C9', ports),
      await unsubscribe(corpus, 'C9', ports),
      await digestStatus(corpus, 'C9', now),
    ]) {
      expect(isRefusal(answer) && answer.next).toContain('/digest on ');
    }
  });

  test('an unknown topic is refused by name, with those there are', async () => {
    await corpus.setTopic({ name: 'ferries', title: 'Ferries', aliases: ['ferry'], questions: [] });
    const wish = { channel: 'C1', schedule: MORNING, topics: ['fairies'], by: 'U1' };
    const answer = await subscribe(corpus, wish, ports);
    expect(isRefusal(answer) && `${answer.refused} ${answer.next}`).toMatch(/fairies.*ferries/);
    expect(await corpus.subscriptions()).toEqual([]);
  });

  test('a subscription to a topic gets no other article', async () => {
    await corpus.setTopic({ name: 'ferries', title: 'Ferries', aliases: ['ferry'], questions: [] });
    const wish = { channel: 'C1', schedule: MORNING, topics: ['ferries'], by: 'U1' };
    await subscribe(corpus, wish, earlier);
    await corpus.add([note('a1', 'The ferry came in late.'), note('a2', 'The bank stayed shut.')]);
    const { deliveries } = await deliverDue(corpus, ports);
    expect(deliveries).toMatchObject([{ digest: { sources: [{ articleId: 'a1' }] } }]);
    expect(deliveries[0]?.digest.stories).toMatchObject([{ topics: ['ferries'] }]);
  });

  test.each([
    ['its title beside aliases', { aliases: ['BGP'] }],
    ['an alias', { title: 'Routing', aliases: ['border gateway protocol'] }],
    ['its title alone', { aliases: [] }],
    ['its name, where it has no alias', { name: 'repair', title: 'Routing', aliases: [] }],
  ])('a topic has the articles that name it by %s, as its brief has', async (_, given) => {
    const topic = { name: 'bgp', title: 'Border Gateway Protocol', questions: [], ...given };
    await corpus.setTopic(topic);
    const wish = { channel: 'C1', schedule: MORNING, topics: [topic.name], by: 'U1' };
    await subscribe(corpus, wish, earlier);
    await corpus.add([note('a1', 'The Border Gateway Protocol needs repair.')]);
    const { deliveries } = await deliverDue(corpus, ports);
    expect(deliveries).toMatchObject([{ state: 'posted', digest: { stories: [{}] } }]);
  });

  test('once a subscription has ended no digest follows, and a new one starts afresh', async () => {
    await subscribed('C1');
    await unsubscribe(corpus, 'C1', ports);
    expect((await deliverDue(corpus, ports)).deliveries).toEqual([]);
    await subscribe(corpus, { channel: 'C1', schedule: MORNING, topics: [], by: 'U1' }, earlier);
    expect((await deliverDue(corpus, ports)).deliveries).toMatchObject([{ state: 'empty' }]);
  });

  test('a question is answered once, and one of another delivery not at all', async () => {
    await subscribed('C1');
    await deliverDue(corpus, ports);
    const [delivery] = await corpus.deliveries('C1');
    const again = await settle(corpus, delivery?.id ?? '', 'post', ports);
    expect(isRefusal(again)).toBe(true);
    expect(isRefusal(await settle(corpus, 'C1/never', 'there', ports))).toBe(true);
    expect(await corpus.deliveries('C1')).toEqual([delivery]);
    outcome = () => ({ outcome: 'refused', reason: 'invalid_blocks' });
    await corpus.add([note('a2', 'The bank stayed shut.')]);
    await deliverNow(corpus, 'C1', ports);
    const [, told] = await corpus.deliveries('C1');
    expect(told).toMatchObject({ state: 'refused', toldAt: now });
    expect(isRefusal(await settle(corpus, told?.id ?? '', 'post', ports))).toBe(true);
    expect(isRefusal(await settle(corpus, told?.id ?? '', 'there', ports))).toBe(true);
  });

  test('nothing is claimed while a digest waits for its turn, and what never had one is not looked for', async () => {
    await subscribed('C1');
    const states = async () => (await corpus.deliveries('C1')).map(({ state }) => state);
    const tooMany = { outcome: 'refused', reason: 'ratelimited', retryAfter: 60 } as const;
    const waiting = deliverDue(corpus, {
      ...ports,
      post: async () => {
        expect(await states()).toEqual([]);
        return tooMany;
      },
    });
    expect((await waiting).failures).toEqual([]);
    expect(await states()).toEqual(['refused']);
    const later = { ...ports, clock: () => '2026-03-02T09:02:00.000Z' };
    const { deliveries } = await deliverDue(corpus, {
      ...later,
      post: async (_, claim) => {
        expect(await states()).toEqual(['refused']);
        await claim();
        expect(await states()).toEqual(['claimed']);
        return { outcome: 'posted', ts: '5.5' };
      },
    });
    expect(deliveries).toMatchObject([{ state: 'posted', ts: '5.5' }]);
  });

  test('an aborted round begins no further channel', async () => {
    await subscribed('C1', 'C2');
    expect(await deliverDue(corpus, ports, AbortSignal.abort())).toEqual({
      deliveries: [],
      failures: [],
      stop: null,
    });
  });

  test('what comes in or is revised while a digest is composed is left to the next one, whole', async () => {
    await subscribed('C1', 'C2');
    const sank = 'The ferry sank with 31 passengers on board.';
    const late = [article({ id: 'a1', text: sank }), note('a2', 'The bank stayed shut.')];
    const busy: Corpus = {
      ...corpus,
      search: async (search) => {
        await corpus.add(late.splice(0));
        return corpus.search(search);
      },
    };
    const first = await deliverDue(busy, ports);
    const told = digestsAmong(first.deliveries).map(({ digest: { upTo, stories } }) => ({
      upTo,
      lines: stories.map(({ line }) => line.text),
    }));
    expect(told).toEqual(
      told.map(({ upTo }) =>
        upTo === 1
          ? { upTo, lines: ['The ferry came in late.'] }
          : { upTo: 3, lines: ['The bank stayed shut.', sank] },
      ),
    );
    await deliverDue(busy, { ...ports, clock: () => '2026-03-03T09:00:00.000Z' });
    const early = first.deliveries.find(({ digest }) => digest.upTo === 1);
    const digests = digestsAmong(await corpus.deliveries(early?.channel ?? ''));
    const next = digests[1];
    expect(next?.digest).toMatchObject({ after: 1, upTo: 3 });
    expect(next?.digest.stories.map(({ line }) => line.text).sort()).toEqual([
      'The bank stayed shut.',
      sank,
    ]);
  });

  test('a revised article is news only for what it says anew', async () => {
    await subscribed('C1');
    await deliverDue(corpus, ports);
    const later = { ...ports, clock: () => '2026-03-03T09:00:00.000Z' };
    await corpus.add([{ ...note('a1', 'The ferry came in late.'), title: 'Another title' }]);
    expect((await deliverDue(corpus, later)).deliveries).toMatchObject([{ state: 'empty' }]);
    await corpus.add([
      article({
        id: 'a1',
        text: 'The ferry came in late.\n\n“Nobody on it was hurt by the wave that struck it,” said harbour master Ines Calloway.',
      }),
    ]);
    const third = { ...ports, clock: () => '2026-03-04T09:00:00.000Z' };
    const { deliveries } = await deliverDue(corpus, third);
    expect(deliveries[0]?.digest.stories[0]).toMatchObject({
      line: { text: expect.stringContaining('Nobody on it was hurt') },
      update: ['statement'],
    });
  });

  test('a channel in which nothing is due is looked at again when something changes, or is due', async () => {
    await subscribed('C1', 'C2');
    const looked: string[] = [];
    const watched: Corpus = {
      ...corpus,
      deliveries: (channel) => {
        looked.push(channel);
        return corpus.deliveries(channel);
      },
    };
    const quiet = nothingQuiet();
    const round = async (at: string) => {
      looked.length = 0;
      const { deliveries } = await deliverDue(
        watched,
        { ...ports, clock: () => at },
        undefined,
        quiet,
      );
      return [deliveries.length, new Set(looked)];
    };
    expect(await round(now)).toEqual([2, new Set(['C1', 'C2'])]);
    expect(await round('2026-03-02T09:01:00.000Z')).toEqual([0, new Set(['C1', 'C2'])]);
    expect(await round('2026-03-02T09:02:00.000Z')).toEqual([0, new Set()]);
    // Another process posts.
    await corpus.add([note('a2', 'The bank stayed shut.')]);
    await deliverNow(corpus, 'C2', ports);
    expect(await round('2026-03-02T09:03:00.000Z')).toEqual([0, new Set(['C2'])]);
    await subscribe(corpus, { channel: 'C1', schedule: MORNING, topics: [], by: 'U2' }, ports);
    expect(await round('2026-03-02T09:04:00.000Z')).toEqual([0, new Set(['C1'])]);
    expect(await round('2026-03-02T09:05:00.000Z')).toEqual([0, new Set()]);
    // The clock was set back, and then the next slot comes.
    expect(await round('2026-03-02T09:01:30.000Z')).toEqual([0, new Set(['C1', 'C2'])]);
    expect(await round('2026-03-03T08:30:00.000Z')).toEqual([2, new Set(['C1', 'C2'])]);
  });
});
