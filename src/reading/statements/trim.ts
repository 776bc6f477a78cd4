import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';

/** A stretch without the commas and stops around it; undefined where nothing else is in it. */
export function trim(units: readonly Unit[], from: number, to: number): Stretch | undefined {
  let start = from;
  let end = Math.min(to, units.length);
  while (start < end && units[start]?.kind === 'mark' && !/[[($]/.test(units[start]?.text ?? ''))
    start++;
  while (
    end > start &&
    units[end - 1]?.kind === 'mark' &&
    !/[\])%]/.test(units[end - 1]?.text ?? '')
  )
    end--;
  return end > start ? { from: start, to: end } : undefined;
}
