import { isRefusal, type Refusal } from '../../src/news/refusal.ts';

/** The value; a refusal fails the test. */
export function given<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${value.next}`);
  return value;
}
