import { setTimeout } from 'node:timers/promises';
import type { Timer } from '../../src/slack/limits.ts';

/** One second of the workspace's clock, in milliseconds of ours: a channel takes a message a second. */
export const SECOND = 5;

/** A timer by the workspace's clock. */
export const hurriedTimer: Timer = {
  now: () => (performance.now() / SECOND) * 1_000,
  sleep: (milliseconds) => setTimeout((milliseconds / 1_000) * SECOND),
};
