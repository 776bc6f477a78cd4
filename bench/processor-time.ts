/**
 * The least processor time in milliseconds that each piece of work took in so many rounds, taken by turns: other
 * processes on the machine disturb it little.
 */
export function processorTime(rounds: number, works: readonly (() => unknown)[]): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, at) => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      least[at] = Math.min(least[at] ?? Number.POSITIVE_INFINITY, (user + system) / 1000);
    });
  }
  return least;
}
