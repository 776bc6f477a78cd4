import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

// As long a file must have stayed as it is: nothing else tells that its writer has finished.
const SETTLED_MS = 1_000;
const UNFINISHED = /\.(?:part|partial|tmp|temp|crdownload|download|swp)$|~$/i;

/** Whether a name says that its file is still being written or fetched. */
export function isUnfinished(path: string): boolean {
  return UNFINISHED.test(basename(path));
}

/** How a file looks from outside: this changes whenever it is written to. Throws the system's error. */
export async function looksOf(path: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(path);
  return [ino, size, mtimeMs].join(' ');
}

/** Remembers how files looked, to tell which are no longer written to. */
export interface Settling {
  /** How a file looks, once it has looked so for a while; undefined before, and where it is gone. */
  settled(path: string): Promise<string | undefined>;
  /** How it looked last; undefined where it was not looked at. */
  last(path: string): string | undefined;
  forget(path: string): void;
}

export function settling(): Settling {
  const seen = new Map<string, { readonly looks: string; readonly since: number }>();
  return {
    async settled(path) {
      const looks = await looksOf(path).catch(() => undefined);
      if (looks === undefined) return undefined;
      const before = seen.get(path);
      if (before?.looks === looks) {
        return performance.now() - before.since >= SETTLED_MS ? looks : undefined;
      }
      seen.set(path, { looks, since: performance.now() });
      return undefined;
    },
    last: (path) => seen.get(path)?.looks,
    forget: (path) => void seen.delete(path),
  };
}
