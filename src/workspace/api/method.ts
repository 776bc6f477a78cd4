import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import type { Arguments } from './read-arguments.ts';

/** One method of the Web API. */
export interface Method {
  /** Which token calls it; `none` for api.test. */
  readonly token: 'bot' | 'app' | 'any' | 'none';
  /** Any one of these is enough; empty where none is needed. */
  readonly scopes: readonly string[];
  readonly call: (world: World, args: Arguments) => Answer;
}
