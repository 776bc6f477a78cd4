import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestsAmong } from '../../src/digest/ledger.ts';
import type { Schedule, Weekday } from '../../src/news/subscription.ts';
import { modelCorpus } from './model-corpus.ts';
import { watchedSlots } from './wall-clock.ts';
import { type Fault, notOnce, World } from './world.ts';

/** Lives that are drawn: more with LIVES=100. */
const LIVES = Number(process.env.LIVES ?? 10);
const DAY_MS = 24 * 3_600_000;

const clockTime = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
// Clocks change in the small hours, on the hour: half of the times are drawn there.
const times = fc.uniqueArray(
  fc.oneof(
    fc.integer({ min: 0, max: 1_439 }).map(clockTime),
    fc.integer({ min: 0, max: 8 }).map((halves) => clockTime(halves * 30)),
  ),
  { minLength: 1, maxLength: 3 },
);
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
const starts = fc.integer({ min: Date.parse('2012-02-01'), max: Date.parse('2036-01-01') });
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function schedules(begins: number): fc.Arbitrary<Schedule> {
  const quiet = fc.array(
    fc.tuple(fc.nat(200), fc.nat(20)).map(([first, length]) => ({
      from: dayOf(begins + first * DAY_MS),
      to: dayOf(begins + (first + length) * DAY_MS),
    })),
    { maxLength: 2 },
  );
  const days = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
  return fc
    .record({ days, times: times.map((all) => all.sort()), timeZone: zones, quiet })
    .map(({ quiet, ...schedule }) => (quiet.length > 0 ? { ...schedule, quiet } : schedule));
}

const faults = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Fault>({ kind: 'lose' }) },
  { weight: 2, arbitrary: fc.nat(100).map((seconds): Fault => ({ kind: 'late', seconds })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('not_in_channel', 'is_archived', 'invalid_blocks', 'service_unavailable')
      .map((reason): Fault => ({ kind: 'refuse', reason })),
  },
  {
    weight: 2,
    arbitrary: fc
      .nat(90)
      .map((retryAfter): Fault => ({ kind: 'refuse', reason: 'ratelimited', retryAfter })),
  },
);

/** A stretch of time: the process runs, and at some slots Slack fails; or it is down, or killed at its first effects. */
interface Stretch {
  readonly days: number;
  readonly isDown: boolean;
  readonly faults: readonly (Fault | null)[];
  readonly killAfter: number | null;
}

const stretchOf = (isDown: boolean, mostDays: number) =>
  fc.record<Stretch>({
    days: fc.integer({ min: 1, max: mostDays }),
    isDown: fc.constant(isDown),
    faults: fc.array(fc.option(faults), { maxLength: 8 }),
    killAfter: fc.option(fc.nat(14)),
  });
// No longer down than a delivery names slots that it makes good.
const stretches = fc.array(
  fc.oneof(stretchOf(true, 16), stretchOf(false, 12), stretchOf(false, 90)),
  { minLength: 1, maxLength: 4 },
);

/** Whoever was told that a digest is paused mends the channel, and resumes it, after so many slots at the latest. */
const SLOTS_TO_RESUME = 9;

const seconds = (world: World) => Date.parse(world.now()) / 1_000;

/** Goes through a stretch of time, slot by slot as somebody sees them who watches a clock. */
async function live(world: World, schedule: Schedule, stretch: Stretch): Promise<void> {
  const until = Date.parse(world.now()) + stretch.days * DAY_MS;
  if (stretch.killAfter !== null) world.killAfter(stretch.killAfter);
  const left = [...stretch.faults];
  for (const [at, slot] of watchedSlots(schedule, Date.parse(world.now()), until).entries()) {
    // Looking, waiting and being without an answer take time of their own.
    if (slot / 1_000 < seconds(world)) continue;
    await world.publish(1);
    world.pass(slot / 1_000 - seconds(world));
    if (stretch.isDown) continue;
    const fault = left.shift() ?? null;
    if (fault !== null) world.faults.push(fault);
    for (const wait of [0, 130]) await world.tickAfter(wait);
    for (const [which] of world.questions.entries()) await world.answer(which);
    if (at % SLOTS_TO_RESUME === 0) await world.resume();
  }
  world.killAfter(Number.POSITIVE_INFINITY);
  world.pass(Math.max(0, until / 1_000 - seconds(world)));
  await world.tick();
  await world.resume();
  await world.tick();
}

/** Long enough for a slot to come, whatever days are chosen and quiet. */
const PEACE: Stretch = { days: 40, isDown: false, faults: [], killAfter: null };

/** Everything is mended, and goes well for a while: what Slack refused as it was, the next slot tries afresh. */
async function mend(world: World, schedule: Schedule): Promise<void> {
  await world.mend();
  await live(world, schedule, PEACE);
  await world.mend();
}

const lives = starts.chain((begins) =>
  fc.record({
    begins: fc.constant(begins),
    first: schedules(begins),
    edited: schedules(begins + 60 * DAY_MS),
    mayLook: fc.boolean(),
    before: stretches,
    after: stretches,
  }),
);

test('in any zone, over years, each slot has its digest or is made good by one, and no article is lost or told twice', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ begins, first, mayLook, before }) => {
      const world = await begun(begins, first, mayLook);
      for (const stretch of before) await live(world, first, stretch);
      await mend(world, first);
      expect(notOnce(world)).toEqual([]);
      const digests = digestsAmong(await world.deliveries());
      const accounted = digests.flatMap(({ slot, missed = [] }) => [...missed, slot]);
      const slots = watchedSlots(first, begins, Date.parse(world.now()));
      expect(accounted).toEqual(slots.map((slot) => new Date(slot).toISOString()));
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
});

test('a schedule edited at any time, in any zone, makes up no slot and serves none twice', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ begins, first, edited, mayLook, before, after }) => {
      const world = await begun(begins, first, mayLook);
      for (const stretch of before) await live(world, first, stretch);
      const edit = Date.parse(world.now());
      await world.subscribe(edited);
      // Quiet days stand until others are set.
      const quiet = edited.quiet ?? first.quiet ?? [];
      const second = { ...edited, quiet };
      for (const stretch of after) await live(world, second, stretch);
      await mend(world, second);
      expect(notOnce(world)).toEqual([]);
      const digests = digestsAmong(await world.deliveries());
      const accounted = digests.flatMap(({ slot, missed = [] }) => [...missed, slot]);
      const slots = [
        ...watchedSlots(first, begins, edit),
        ...watchedSlots(second, edit - 1, Date.parse(world.now())),
      ].map((slot) => new Date(slot).toISOString());
      expect(new Set(accounted).size).toBe(accounted.length);
      expect(slots).toEqual(expect.arrayContaining(accounted));
      // Whatever the first schedule had to the very minute of the edit is served; what the second has, all.
      const since = new Date(edit).toISOString();
      expect(accounted.filter((slot) => slot >= since)).toEqual(
        slots.filter((slot) => slot >= since),
      );
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
});

function begun(begins: number, schedule: Schedule, mayLook: boolean): Promise<World> {
  const corpus = modelCorpus();
  const at = new Date(begins).toISOString();
  return World.begin(corpus, mayLook, async () => corpus, { begins: at, schedule });
}
