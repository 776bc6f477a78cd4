/** A number with what it counts: "1 story", "2 stories". */
export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
