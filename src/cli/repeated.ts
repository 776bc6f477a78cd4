/** Collects what an option that may be repeated was given, in order. */
export function repeated(typed: string, before: readonly string[]): readonly string[] {
  return [...before, typed];
}
