/** The least time in milliseconds that `work` took in so many runs: the run that other processes disturbed least. */
export function milliseconds(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
