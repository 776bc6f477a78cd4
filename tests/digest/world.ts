import type { Corpus } from '../../src/corpus/corpus.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { forgetDeliveries } from '../../src/digest/forget.ts';
import { deliverNow } from '../../src/digest/now.ts';
import type { LookUpOutcome, Ports, PostOutcome } from '../../src/digest/ports.ts';
import { nothingQuiet } from '../../src/digest/quiet.ts';
import { settle } from '../../src/digest/settle.ts';
import { resume, subscribe } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import type { Schedule } from '../../src/news/subscription.ts';
import { note } from './articles.ts';

/** What Slack does with the next posts, in turn; it accepts once they are used up. */
export type Fault =
  | { readonly kind: 'refuse'; readonly reason: string; readonly retryAfter?: number }
  | { readonly kind: 'lose' }
  /** No answer, and the message lands after so many seconds. */
  | { readonly kind: 'late'; readonly seconds: number };

interface Message {
  readonly delivery: string;
  readonly articles: readonly string[];
  readonly landsAt: number;
}

export const CHANNEL = 'C1';
export const MORNING: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], times: ['08:30'], timeZone: 'UTC' };
const TIME_OUT_SECONDS = 15;
/** Seconds from 06:00, when every world begins, to just after the slot at 08:30. */
export const TO_SLOT = 2.5 * 3_600 + 5;
export const DAY = 24 * 3_600;

/**
 * A Slack workspace, a person and a bot process that can be killed between any two effects, with a clock of their
 * own. The process that was killed never goes on; what it had asked of Slack may still land.
 */
export class World {
  readonly messages: Message[] = [];
  readonly faults: Fault[] = [];
  readonly lookUpFaults: LookUpOutcome[] = [];
  readonly questions: string[] = [];
  readonly problems: string[] = [];
  /** Articles in a message of a thread that Slack found faulty: it is tried again for a while, and may be given up. */
  readonly spoilt = new Set<string>();
  stopped: string[] = [];
  mayLook: boolean;
  #corpus: Corpus;
  #reopen: () => Promise<Corpus>;
  #real: number;
  #skew = 0;
  #stepsToLive = Number.POSITIVE_INFINITY;
  #die: () => void = () => {};
  #died: Promise<'died'> = new Promise(() => {});
  #ports: Ports;
  #quiet = nothingQuiet();
  #articles = 0;
  #onParts: Fault | undefined;

  private constructor(
    corpus: Corpus,
    mayLook: boolean,
    reopen: () => Promise<Corpus>,
    begins: string,
  ) {
    this.#real = Date.parse(begins);
    this.#corpus = corpus;
    this.#reopen = reopen;
    this.mayLook = mayLook;
    this.#ports = this.#start();
  }

  static async begin(
    corpus: Corpus,
    mayLook: boolean,
    reopen: () => Promise<Corpus> = async () => corpus,
    { begins, schedule } = { begins: '2026-03-02T06:00:00.000Z', schedule: MORNING },
  ): Promise<World> {
    const world = new World(corpus, mayLook, reopen, begins);
    await world.subscribe(schedule);
    return world;
  }

  now = (): string => new Date(this.#real + this.#skew).toISOString();

  get corpus(): Corpus {
    return this.#corpus;
  }

  pass(seconds: number): void {
    this.#real += seconds * 1_000;
  }

  /** Our clock is set back; Slack's is not. */
  setBack(seconds: number): void {
    this.#skew -= seconds * 1_000;
  }

  /** Each article is a story of its own, so that what a screen has no room for is told in the thread. */
  async publish(count: number): Promise<void> {
    for (let made = 0; made < count; made++) {
      this.#articles += 1;
      const text = `The harbour council opened the northern sluice gate for the ${this.#articles}th time.`;
      await this.#corpus.add([note(`a${this.#articles}`, text)]);
    }
  }

  async subscribe(schedule: Schedule): Promise<void> {
    const wish = { channel: CHANNEL, schedule, topics: [], by: 'U1' };
    await this.#alive(subscribe(this.#killable(), wish, this.#ports));
  }

  async resume(): Promise<void> {
    await this.#alive(resume(this.#killable(), CHANNEL, this.#ports));
  }

  async tick(): Promise<void> {
    const round = await this.#alive(
      deliverDue(this.#killable(), this.#ports, undefined, this.#quiet),
    );
    if (round === 'died') return;
    for (const { error } of round.failures) throw error;
    if (round.stop === null) return;
    this.stopped.push(round.stop);
    await this.#restart();
  }

  async tickAfter(seconds: number): Promise<void> {
    this.pass(seconds);
    await this.tick();
  }

  async digestNow(): Promise<void> {
    await this.#alive(deliverNow(this.#killable(), CHANNEL, this.#ports));
  }

  /** What is so many hours old is removed, as far as it may be. */
  async forget(hours: number): Promise<void> {
    const before = new Date(Date.parse(this.now()) - hours * 3_600_000).toISOString();
    await this.#alive(forgetDeliveries(this.#killable(), before, this.#ports));
  }

  /** The schedule, `/digest now` twice, all at once. */
  async race(): Promise<void> {
    const corpus = this.#killable();
    const now = () => deliverNow(corpus, CHANNEL, this.#ports);
    await this.#alive(
      Promise.all([now(), deliverDue(corpus, this.#ports, undefined, this.#quiet), now()]),
    );
  }

  /** The person answers a question, the newest or an older one, by what is in the channel at that moment. */
  async answer(which: number): Promise<void> {
    const id = this.questions.at(-1 - (which % Math.max(1, this.questions.length)));
    if (id === undefined) return;
    const there = this.landed().some(({ delivery }) => delivery === id);
    await this.#alive(settle(this.#killable(), id, there ? 'there' : 'post', this.#ports));
  }

  /** What Slack does with every message for a thread until told otherwise. */
  answerParts(fault: Fault | undefined): void {
    this.#onParts = fault;
  }

  landed(): readonly Message[] {
    return this.messages.filter(({ landsAt }) => landsAt <= this.#real);
  }

  /** The process is killed at its so-many-th effect from now, before or after it. */
  killAfter(steps: number): void {
    this.#stepsToLive = steps;
  }

  async deliveries(): Promise<readonly Delivery[]> {
    return this.#corpus.deliveries(CHANNEL);
  }

  /** Nothing fails any more, the person answers and resumes; then more slots come. */
  async mend(): Promise<void> {
    this.#stepsToLive = Number.POSITIVE_INFINITY;
    this.faults.length = 0;
    this.lookUpFaults.length = 0;
    for (let round = 0; round < 4; round++) {
      await this.resume();
      for (let minute = 0; minute < 20 && (minute < 4 || (await this.#isOpen())); minute++) {
        await this.tickAfter(60);
      }
      for (const [which] of this.questions.entries()) await this.answer(which);
      await this.tickAfter(24 * 3_600);
    }
  }

  /** Whether a delivery is neither settled nor asked about. */
  async #isOpen(): Promise<boolean> {
    return (await this.deliveries()).some(
      ({ state, toldAt }) => (state === 'claimed' || state === 'unknown') && toldAt === undefined,
    );
  }

  /** How often each published article stands in the channel. */
  told(): ReadonlyMap<string, number> {
    const times = new Map<string, number>();
    for (let made = 1; made <= this.#articles; made++) times.set(`a${made}`, 0);
    for (const { articles } of this.landed()) {
      for (const id of articles) times.set(id, (times.get(id) ?? 0) + 1);
    }
    return times;
  }

  #start(): Ports {
    this.#died = new Promise((resolve) => {
      this.#die = () => resolve('died');
    });
    return {
      clock: this.now,
      inTurn: takeTurns(),
      post: async (delivery, claim) => {
        await claim();
        return this.#effect(() => this.#post(delivery));
      },
      lookUp: (delivery) =>
        this.#effect((): LookUpOutcome => {
          if (!this.mayLook) return { outcome: 'cannot-look' };
          const fault = this.lookUpFaults.shift();
          if (fault !== undefined) return fault;
          const found = this.landed().some((message) => message.delivery === delivery.id);
          return found ? { outcome: 'found', ts: '1.0' } : { outcome: 'absent' };
        }),
      ask: ({ delivery }) => this.#effect(() => this.#say(this.questions, delivery.id)),
      tell: ({ delivery }) => this.#effect(() => this.#say(this.problems, delivery.id)),
    };
  }

  async #restart(): Promise<void> {
    this.#stepsToLive = Number.POSITIVE_INFINITY;
    this.#corpus = await this.#reopen();
    this.#ports = this.#start();
    this.#quiet = nothingQuiet();
  }

  /** Waits for work of the process, or for its end; then another one is started. */
  async #alive<T>(work: Promise<T>): Promise<T | 'died'> {
    const ended = await Promise.race([work, this.#died]);
    if (ended === 'died') await this.#restart();
    return ended;
  }

  /** The corpus as the process sees it: it may be killed just before and just after a write. */
  #killable(): Corpus {
    const corpus = this.#corpus;
    return {
      ...corpus,
      record: (delivery) => this.#effect(() => corpus.record(delivery)),
      subscribe: (subscription) => this.#effect(() => corpus.subscribe(subscription)),
      forget: (channel, ids, startsAfter) =>
        this.#effect(() => corpus.forget(channel, ids, startsAfter)),
    };
  }

  async #effect<T>(act: () => T | Promise<T>): Promise<T> {
    await this.#step();
    const done = await act();
    await this.#step();
    return done;
  }

  #step(): Promise<void> {
    this.#stepsToLive -= 1;
    if (this.#stepsToLive >= 0) return Promise.resolve();
    this.#die();
    return new Promise(() => {});
  }

  #post(delivery: Delivery): PostOutcome {
    const fault = (delivery.part !== undefined && this.#onParts) || this.faults.shift();
    if (fault?.kind === 'refuse') {
      const isSpoilt = delivery.part !== undefined && fault.reason === 'invalid_blocks';
      if (isSpoilt) for (const id of articlesIn(delivery)) this.spoilt.add(id);
      return { outcome: 'refused', ...fault };
    }
    if (fault?.kind === 'lose') return this.#noAnswer();
    const { seconds } = fault ?? { seconds: 0 };
    this.messages.push({
      delivery: delivery.id,
      articles: articlesIn(delivery),
      landsAt: this.#real + seconds * 1_000,
    });
    return fault === undefined ? { outcome: 'posted', ts: '1.0' } : this.#noAnswer();
  }

  #noAnswer(): PostOutcome {
    this.pass(TIME_OUT_SECONDS);
    return { outcome: 'unknown', reason: 'timeout' };
  }

  #say(said: string[], id: string): PostOutcome {
    const fault = this.faults.shift();
    if (fault?.kind === 'refuse') return { outcome: 'refused', ...fault };
    if (fault?.kind !== 'lose') said.push(id);
    return fault === undefined ? { outcome: 'posted', ts: '1.0' } : this.#noAnswer();
  }
}

/** What a reader of this message sees of articles: those of the thread are not on the screen, and the other way round. */
function articlesIn({ part, digest }: Delivery): readonly string[] {
  const idOf = new Map(digest.sources.map(({ n, articleId }) => [n, articleId]));
  const listed =
    part === undefined ? digest.stories : (digest.further ?? []).filter(({ isAbove }) => !isAbove);
  const untold = part === undefined && !digest.thread ? digest.sources : [];
  const numbers = [...listed.flatMap(({ sources }) => sources), ...untold.map(({ n }) => n)];
  return [...new Set(numbers)].map((n) => idOf.get(n) ?? '');
}

/** The ids of published articles that stand in the channel not once, though nothing spoilt them. */
export function notOnce(world: World): readonly string[] {
  return [...world.told()]
    .filter(([id, times]) => times > 1 || (times === 0 && !world.spoilt.has(id)))
    .map(([id]) => id);
}

/** Slack's answer that nothing was posted. */
export function refused(reason: string, retryAfter?: number): Fault {
  return { kind: 'refuse', reason, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** The states of the channel's deliveries, oldest first. */
export async function states(world: World): Promise<readonly string[]> {
  return (await world.deliveries()).map(({ state }) => state);
}
