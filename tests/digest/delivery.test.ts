import { beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { deliverDue, deliverNow } from '../../src/digest/deliver.ts';
import type { PostOutcome, Problem } from '../../src/digest/ports.ts';
import { settle } from '../../src/digest/settle.ts';
import { digestStatus, resume, subscribe, unsubscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { note } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { CHANNEL, MORNING, notOnce, World } from './world.ts';

const refused = (reason: string, retryAfter?: number) =>
  ({ kind: 'refuse', reason, ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

async function states(world: World): Promise<readonly string[]> {
  return (await world.deliveries()).map(({ state }) => state);
}

/** From 06:00, when every world begins, to just after the slot at 08:30. */
const TO_SLOT = 2.5 * 3_600 + 5;
const DAY = 24 * 3_600;

describe('a scheduled digest', () => {
  test('holds what came in since the subscription began, and comes once', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(3);
    await world.tick();
    expect(world.messages).toHaveLength(0);
    world.pass(TO_SLOT);
    for (let minute = 0; minute < 5; minute++) await world.tick();
    expect(world.messages.map(({ articles }) => [...articles].sort())).toEqual([
      ['a1', 'a2', 'a3'],
    ]);
  });

  test('of a slot with nothing new is recorded and not posted', async () => {
    const world = await World.begin(modelCorpus(), true);
    world.pass(TO_SLOT);
    await world.tick();
    expect(world.messages).toHaveLength(0);
    expect(await states(world)).toEqual(['empty']);
  });

  test('after downtime covers every slot missed with one message', async () => {
    const world = await World.begin(modelCorpus(), true);
    for (let day = 0; day < 5; day++) {
      await world.publish(1);
      world.pass(DAY);
    }
    await world.tick();
    await world.tick();
    expect(world.messages.map(({ articles }) => articles.length)).toEqual([5]);
  });

  test('carries only what is newer than what "now" has posted', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    await world.digestNow();
    await world.publish(1);
    world.pass(TO_SLOT);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles.length)).toEqual([2, 1]);
  });

  test('is not doubled by "now" asked for twice at the same moment', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    world.pass(TO_SLOT);
    await world.race();
    expect(world.messages).toHaveLength(1);
    expect(notOnce(world)).toEqual([]);
  });

  test('of which Slack says "too many" is posted when Slack says, not a slot later', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.pass(TO_SLOT);
    world.faults.push(refused('ratelimited', 30));
    await world.tick();
    expect(world.messages).toHaveLength(0);
    world.pass(20);
    await world.tick();
    expect(world.messages).toHaveLength(0);
    world.pass(20);
    await world.tick();
    expect(world.messages).toHaveLength(1);
    expect(world.problems).toEqual([]);
  });

  test('that Slack cannot take for hours is tried less and less often, and told once', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.pass(TO_SLOT);
    const refusals = Array.from({ length: 100 }, () => refused('service_unavailable'));
    world.faults.push(...refusals);
    for (let minute = 0; minute < 600; minute++) {
      await world.tick();
      world.pass(60);
    }
    const tries = 100 - world.faults.length;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(30);
    world.faults.length = 0;
    world.pass(3_600);
    await world.tick();
    expect(notOnce(world)).toEqual([]);
  });
});

describe('a post whose answer does not come', () => {
  test('is found in the channel and counts as posted', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'late', seconds: 0 });
    await world.digestNow();
    expect(await states(world)).toEqual(['unknown']);
    await world.tick();
    expect(await states(world)).toEqual(['posted']);
    expect(world.messages).toHaveLength(1);
  });

  test('is not repeated while Slack may still take it', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'late', seconds: 100 });
    await world.digestNow();
    for (let minute = 0; minute < 4; minute++) {
      await world.tick();
      world.pass(30);
    }
    expect(await states(world)).toEqual(['posted']);
    expect(world.messages).toHaveLength(1);
  });

  test('is posted again once the channel has been without it for the grace', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    expect(await states(world)).toEqual(['posted']);
    expect(notOnce(world)).toEqual([]);
  });

  test('holds up no later digest, and its news is neither repeated nor forgotten', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(2);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.publish(1);
    world.pass(TO_SLOT);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a3']]);
    await world.answer(0);
    expect(notOnce(world)).toEqual([]);
  });

  test('is asked about once where the bot may not look', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'late', seconds: 0 });
    await world.digestNow();
    await world.tick();
    expect(world.questions).toHaveLength(0);
    world.pass(130);
    for (let round = 0; round < 5; round++) await world.tick();
    expect(world.questions).toHaveLength(1);
    await world.answer(0);
    expect(await states(world)).toEqual(['posted']);
    expect(world.messages).toHaveLength(1);
  });

  test('is asked about again where the question itself was lost', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'lose' }, { kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    expect(world.questions).toHaveLength(0);
    await world.tickAfter(20 * 60);
    expect(world.questions).toHaveLength(1);
  });

  test('is not settled by an answer to the question about an earlier attempt', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    world.faults.push({ kind: 'late', seconds: 60 });
    await world.answer(0);
    await world.answer(0);
    world.pass(300);
    expect(notOnce(world)).toEqual([]);
  });

  test('is settled in minutes though the clock was set back by a year', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.setBack(365 * DAY);
    for (let minute = 0; minute < 4; minute++) {
      await world.tick();
      world.pass(60);
    }
    expect(await states(world)).toEqual(['posted']);
    expect(notOnce(world)).toEqual([]);
  });

  test('then refused leaves its news to the next digest, without that of a digest posted meanwhile', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    await world.publish(1);
    await world.digestNow();
    world.faults.push(refused('invalid_blocks'));
    await world.answer(0);
    await world.publish(1);
    await world.digestNow();
    expect(world.messages.map(({ articles }) => [...articles].sort())).toEqual([
      ['a2'],
      ['a1', 'a3'],
    ]);
  });

  test('twice in a row and then refused twice loses neither', async () => {
    const world = await World.begin(modelCorpus(), false);
    for (const wait of [130, 130]) {
      await world.publish(1);
      world.faults.push({ kind: 'lose' });
      await world.digestNow();
      world.pass(wait);
      await world.tick();
    }
    world.faults.push(refused('invalid_blocks'));
    await world.answer(1);
    await world.publish(1);
    await world.digestNow();
    world.faults.push(refused('invalid_blocks'));
    await world.answer(0);
    await world.digestNow();
    expect(notOnce(world)).toEqual([]);
  });
});

describe('a subscription ended while Slack has not answered', () => {
  test('and begun again later owes nothing of before', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.corpus.unsubscribe(CHANNEL);
    world.pass(DAY);
    await world.subscribe(MORNING);
    await world.publish(1);
    world.pass(DAY);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a2']]);
  });
});

describe('a channel that cannot be posted to', () => {
  test.each(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action'])(
    'is paused for %s, its subscriber told once, and resumed with nothing lost',
    async (reason) => {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.pass(TO_SLOT);
      world.faults.push(refused(reason));
      for (let day = 0; day < 3; day++) {
        await world.tick();
        await world.publish(1);
        world.pass(DAY);
      }
      expect(world.problems).toHaveLength(1);
      expect(world.messages).toHaveLength(0);
      const status = await digestStatus(world.corpus, CHANNEL, world.now());
      expect(status).toMatchObject({ next: null, pausedBy: { reason } });
      await world.resume();
      await world.tick();
      expect(notOnce(world)).toEqual([]);
      expect(await digestStatus(world.corpus, CHANNEL, world.now())).toMatchObject({
        pausedBy: null,
      });
    },
  );

  test('is resumed by subscribing again, and by "now" that gets through', async () => {
    for (const mend of [(w: World) => w.subscribe(MORNING), (w: World) => w.digestNow()]) {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.faults.push(refused('is_archived'));
      await world.digestNow();
      await mend(world);
      await world.tick();
      expect(notOnce(world)).toEqual([]);
      expect(await digestStatus(world.corpus, CHANNEL, world.now())).toMatchObject({
        pausedBy: null,
      });
    }
  });

  test('whose subscriber cannot be reached is left alone for a while, not tried every minute for ever', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    const refusals = Array.from({ length: 100 }, () => refused('is_archived'));
    world.faults.push(...refusals);
    await world.digestNow();
    for (let minute = 0; minute < 600; minute++) await world.tickAfter(60);
    expect(100 - world.faults.length).toBeLessThan(45);
    world.faults.length = 0;
    for (let minute = 0; minute < 60; minute++) await world.tickAfter(60);
    expect(world.problems).toHaveLength(1);
  });

  test('is told of again where the message to the subscriber was lost', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push(refused('is_archived'), { kind: 'lose' });
    await world.digestNow();
    expect(world.problems).toHaveLength(0);
    await world.tickAfter(20 * 60);
    await world.tick();
    expect(world.problems).toHaveLength(1);
  });
});

describe('an answer that concerns the whole app', () => {
  test.each(['token_revoked', 'missing_scope', 'invalid_auth', 'account_inactive'])(
    '%s stops the round, and the next start posts at once',
    async (reason) => {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.pass(TO_SLOT);
      world.faults.push(refused(reason));
      await world.tick();
      expect(world.stopped).toEqual([reason]);
      await world.tick();
      expect(notOnce(world)).toEqual([]);
    },
  );
});

describe('with plain ports', () => {
  const now = '2026-03-02T09:00:00.000Z';
  const problems: Problem[] = [];
  let corpus: Corpus;
  let outcome: (channel: string) => PostOutcome;
  const ports = {
    clock: () => now,
    inTurn: takeTurns(),
    post: async ({ channel }: { channel: string }) => outcome(channel),
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
    expect(round.deliveries.map(({ channel, state }) => [channel, state])).toEqual([
      ['C1', 'posted'],
      ['C3', 'posted'],
    ]);
    expect(round.failures.map(({ channel }) => channel)).toEqual(['C2']);
    expect(await corpus.deliveries('C2')).toMatchObject([{ state: 'claimed' }]);
  });

  test('a refusal is explained with what to do next', async () => {
    await subscribed('C1');
    outcome = () => ({ outcome: 'refused', reason: 'not_in_channel' });
    await deliverDue(corpus, ports);
    expect(problems).toMatchObject([{ to: 'U1', paused: true }]);
    expect(problems[0]?.message.next).toContain('/invite');
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

  test('an aborted round begins no further channel', async () => {
    await subscribed('C1', 'C2');
    expect(await deliverDue(corpus, ports, AbortSignal.abort())).toEqual({
      deliveries: [],
      failures: [],
      stop: null,
    });
  });

  test('a revised article is news only for what it says anew', async () => {
    await subscribed('C1');
    await deliverDue(corpus, ports);
    const later = { ...ports, clock: () => '2026-03-03T09:00:00.000Z' };
    await corpus.add([{ ...note('a1', 'The ferry came in late.'), title: 'Another title' }]);
    expect((await deliverDue(corpus, later)).deliveries).toMatchObject([{ state: 'empty' }]);
    const text = 'The ferry came in late. Nobody on it was hurt.';
    const passages = [
      { start: 0, end: 23 },
      { start: 24, end: text.length },
    ];
    const revised = note('a1', text);
    await corpus.add([{ ...revised, reading: { ...revised.reading, passages } }]);
    const third = { ...ports, clock: () => '2026-03-04T09:00:00.000Z' };
    const { deliveries } = await deliverDue(corpus, third);
    expect(deliveries[0]?.digest.stories[0]?.line.text).toBe('Nobody on it was hurt.');
  });
});
