/** Longer ones hardly recur. */
const LONGEST = 80;

/**
 * Puts one string in the place of equal ones, in values as JSON has them: speakers, roles and standings recur in nearly
 * every article, and each that is parsed would take memory of its own.
 */
export function stringSharing(): (value: object) => void {
  const known = new Map<string, string>();

  function shared(text: string): string {
    if (text.length > LONGEST) return text;
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  }

  return function share(value: object): void {
    for (const [name, part] of Object.entries(value)) {
      if (typeof part === 'string') Reflect.set(value, name, shared(part));
      else if (typeof part === 'object' && part !== null) share(part);
    }
  };
}
