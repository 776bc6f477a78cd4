import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LookUpOutcome } from '../../src/digest/ports.ts';
import { modelCorpus } from './model-corpus.ts';
import { type Fault, MORNING, notOnce, World } from './world.ts';

type Deed = (world: World) => Promise<void> | void;

const faults = fc.oneof(
  fc
    .constantFrom(
      ...['ratelimited', 'service_unavailable', 'not_in_channel', 'is_archived'],
      ...['invalid_blocks', 'token_revoked', 'never_heard_of_it'],
    )
    .map((reason): Fault => ({ kind: 'refuse', reason })),
  fc.nat(100).map((retryAfter): Fault => ({ kind: 'refuse', reason: 'ratelimited', retryAfter })),
  fc.constant<Fault>({ kind: 'lose' }),
  fc.constant<Fault>({ kind: 'late', seconds: 0 }),
  fc.nat(100).map((seconds): Fault => ({ kind: 'late', seconds })),
);

const named = (name: string, deed: Deed) => Object.assign(deed, { toString: () => name });
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 3 })
      .map((n) => named(`publish ${n}`, (w) => w.publish(n))),
  },
  { weight: 4, arbitrary: fc.constant(named('tick', (w) => w.tick())) },
  { weight: 2, arbitrary: fc.constant(named('next minute', (w) => w.tickAfter(60))) },
  { weight: 2, arbitrary: fc.constant(named('after the grace', (w) => w.tickAfter(130))) },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 80 })
      .map((h) => named(`${h} hours`, (w) => w.tickAfter(h * 3_600))),
  },
  { weight: 2, arbitrary: fc.constant(named('now', (w) => w.digestNow())) },
  { weight: 2, arbitrary: fc.constant(named('race', (w) => w.race())) },
  {
    weight: 4,
    arbitrary: fc
      .array(faults, { minLength: 1, maxLength: 4 })
      .map((f) => named(`faults ${JSON.stringify(f)}`, (w) => void w.faults.push(...f))),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      named(
        'look fails',
        (w) => void w.lookUpFaults.push({ outcome: 'not-now' } satisfies LookUpOutcome),
      ),
    ),
  },
  { weight: 4, arbitrary: fc.nat(14).map((n) => named(`kill ${n}`, (w) => w.killAfter(n))) },
  { weight: 2, arbitrary: fc.nat(3).map((n) => named(`answer ${n}`, (w) => w.answer(n))) },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 48, max: 120 })
      .map((h) => named(`forget ${h} hours`, (w) => w.forget(h))),
  },
  { weight: 1, arbitrary: fc.constant(named('resume', (w) => w.resume())) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 23 })
      .map((h) =>
        named(`at ${h}`, (w) =>
          w.subscribe({ ...MORNING, times: [`${String(h).padStart(2, '0')}:15`] }),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 9_000 })
      .map((s) => named(`back ${s}`, (w) => w.setBack(s))),
  },
);

test('whatever fails and whenever the process is killed, each article is told once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { maxLength: 40 }), fc.boolean(), async (done, mayLook) => {
      const world = await World.begin(modelCorpus(), mayLook);
      for (const deed of done) await deed(world);
      await world.mend();
      expect(notOnce(world)).toEqual([]);
      expect((await world.deliveries()).map(({ state }) => state)).not.toContain('claimed');
    }),
    { numRuns: 400 },
  );
});
