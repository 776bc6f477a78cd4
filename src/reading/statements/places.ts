interface Placed {
  readonly start: number;
}

/** Index of the last span that starts at or before a place, of spans in order; -1 where none does. */
export function lastStartingBy(spans: readonly Placed[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
