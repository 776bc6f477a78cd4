import type { Timer } from '../../src/slack/limits.ts';

/** A clock that stands while there is work and goes on, when there is none, to the next moment that is waited for. */
export function turnedTimer(): Timer {
  const waiting: { readonly until: number; readonly wake: () => void }[] = [];
  let time = 0;
  let isArmed = false;
  const arm = () => {
    if (isArmed || waiting.length === 0) return;
    isArmed = true;
    setImmediate(() => {
      isArmed = false;
      waiting.sort((one, other) => one.until - other.until);
      const next = waiting.shift();
      time = Math.max(time, next?.until ?? 0);
      next?.wake();
      arm();
    });
  };
  return {
    now: () => time,
    sleep: (milliseconds) =>
      new Promise<void>((wake) => {
        waiting.push({ until: time + milliseconds, wake });
        arm();
      }),
  };
}
