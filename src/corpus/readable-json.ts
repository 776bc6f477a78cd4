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

const [OPENS, BETWEEN, CLOSES] = ['[\n ', ',\n ', '\n]\n'];

/** The JSON of a part as it stands in a list laid out like that. */
export function readablePart(part: object): string {
  return layOut(part, ' ');
}

/** A list from the JSON of its parts, none of them a list or flat: `readableJson` of them all. */
export function readableList(parts: readonly string[]): string {
  return parts.length === 0 ? readableJson([]) : `${OPENS}${parts.join(BETWEEN)}${CLOSES}`;
}

/** The JSON of each part of a list of objects laid out like that; of another text, whatever comes. */
export function partsOfList(list: string): readonly string[] {
  if (!list.startsWith(`${OPENS}{`) || !list.endsWith(` }${CLOSES}`)) return [];
  // Within a string a line's end is escaped, and what is nested deeper is indented further.
  const parts = list.slice(OPENS.length, -CLOSES.length).split(`${BETWEEN}{`);
  return parts.map((part, at) => (at === 0 ? part : `{${part}`));
}
