import type { WebClock } from './web.ts';

/** Between the starts of two requests to one host. */
const GAP_MS = 1_000;
/** Requests under way at once, over all hosts. */
const AT_ONCE = 8;

interface Host {
  last: Promise<unknown>;
  startedAt: number;
  /** Until when it asked to be left alone. */
  closedUntil: number;
  waiting: number;
}

/** Keeps requests polite: one at a time to a host, a second apart, and none to a host that asked to be left alone. */
export interface Hosts {
  /** Seconds for which a host still asks to be left alone; 0 where it doesn't. */
  closedFor(host: string): number;
  close(host: string, seconds: number): void;
  inTurn<T>(host: string, work: () => Promise<T>): Promise<T>;
}

export function politeHosts(clock: WebClock): Hosts {
  const hosts = new Map<string, Host>();
  const queue: (() => void)[] = [];
  let underWay = 0;

  function named(name: string): Host {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    const host = { last: Promise.resolve(), startedAt: -Infinity, closedUntil: 0, waiting: 0 };
    hosts.set(name, host);
    return host;
  }

  async function enter(): Promise<void> {
    if (underWay < AT_ONCE) {
      underWay += 1;
      return;
    }
    // Whoever leaves hands its place on.
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  function leave(): void {
    const next = queue.shift();
    if (next === undefined) underWay -= 1;
    else next();
  }

  async function turn<T>(host: Host, work: () => Promise<T>): Promise<T> {
    const wait = host.startedAt + GAP_MS - clock.now();
    if (wait > 0) await clock.wait(wait);
    // Only what is about to be sent takes a place, so that a slow host holds up nobody else's turn.
    await enter();
    host.startedAt = clock.now();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Hosts that nobody waits for and that ask for nothing are forgotten. */
  function forget(): void {
    const now = clock.now();
    for (const [name, { waiting, startedAt, closedUntil }] of hosts) {
      if (waiting === 0 && now > startedAt + GAP_MS && now > closedUntil) hosts.delete(name);
    }
  }

  return {
    closedFor: (name) => Math.max(0, ((hosts.get(name)?.closedUntil ?? 0) - clock.now()) / 1000),
    close(name, seconds) {
      const host = named(name);
      host.closedUntil = Math.max(host.closedUntil, clock.now() + seconds * 1000);
    },
    inTurn(name, work) {
      const host = named(name);
      host.waiting += 1;
      const done = host.last.then(() => turn(host, work));
      host.last = done
        .catch(() => {})
        .finally(() => {
          host.waiting -= 1;
          if (hosts.size > 1_000) forget();
        });
      return done;
    },
  };
}
