/**
 * An address made absolute against `base`, as a browser would; undefined where that gives no http or https
 * address.
 */
export function absolute(address: string, base: string | null): string | undefined {
  const written = address.trim();
  if (written === '' || written.length > LONGEST) return undefined;
  if (!URL.canParse(written, base ?? undefined)) return undefined;
  if (SIMPLE.test(written)) return written;
  const { protocol, href } = new URL(written, base ?? undefined);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

const LONGEST = 4000;
// Kept as its publisher writes it, so that it stays equal to the same address elsewhere.
const SIMPLE = /^https?:\/\/[^\s/?#\\]+(?:[/?#]\S*)?$/;
