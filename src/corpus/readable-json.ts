function isFlat(value: object): boolean {
  return Object.values(value).every((part) => part === null || typeof part !== 'object');
}

function layOut(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object' || isFlat(value)) return JSON.stringify(value);
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    return `[\n${value.map((part) => inner + layOut(part, inner)).join(',\n')}\n${indent}]`;
  }
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${inner}${JSON.stringify(name)}: ${layOut(part, inner)}`);
  return `{\n${parts.join(',\n')}\n${indent}}`;
}

/** JSON for people: whatever holds only plain values stands on one line, the rest is indented. */
export function readableJson(value: object): string {
  return `${layOut(value, '')}\n`;
}
