type Plain = Readonly<Record<string, unknown>>;

function isNested(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

function isFlat(value: Plain): boolean {
  for (const name in value) if (isNested(value[name])) return false;
  return true;
}

function layOut(value: unknown, indent: string): string {
  // Most values are places in a text, which need no escaping.
  if (Number.isInteger(value)) return String(value);
  if (!isNested(value) || isFlat(value)) return JSON.stringify(value);
  const inner = `${indent} `;
  let parts = '';
  if (Array.isArray(value)) {
    for (const part of value) parts += `${parts && ',\n'}${inner}${layOut(part, inner)}`;
    return `[\n${parts}\n${indent}]`;
  }
  for (const name in value) {
    const part = value[name];
    if (part === undefined) continue;
    parts += `${parts && ',\n'}${inner}${JSON.stringify(name)}: ${layOut(part, inner)}`;
  }
  return `{\n${parts}\n${indent}}`;
}

/** JSON for people: whatever holds only plain values stands on one line, the rest is indented. */
export function readableJson(value: object): string {
  return `${layOut(value, '')}\n`;
}
