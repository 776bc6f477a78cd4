/** What a column of text cannot hold, and what stands for it. */
const ODD = /[\0\\]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A key as a column of text holds it: Postgres takes neither a zero nor half a surrogate pair. */
export function keptText(text: string): string {
  return text.replace(ODD, (odd) => `\\${odd.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The key that was kept. */
export function readText(kept: string): string {
  return kept.replace(/\\([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
