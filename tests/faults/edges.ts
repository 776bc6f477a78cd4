import fs, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** A process whose every write and request is counted as it leaves it, and which ends itself at one of them. */
export interface Edges {
  /** Boundaries passed so far: one before and one after each call that changes a file or asks Slack. */
  readonly passed: () => number;
}

/**
 * Counts the boundaries of this process and kills it by SIGKILL at the one with this number, from 0; null never does.
 * It stands below the code under test: in Node's own file system and fetch.
 */
export function watchEdges(killAt: number | null): Edges {
  let passed = 0;
  const boundary = () => {
    if (passed === killAt) process.kill(process.pid, 'SIGKILL');
    passed += 1;
  };
  const between = async <T>(act: () => Promise<T>): Promise<T> => {
    boundary();
    const done = await act();
    boundary();
    return done;
  };
  const { open, rename, link, rm } = fs;
  fs.open = async (...args: Parameters<typeof open>) => {
    const file: FileHandle = await (args[1] === 'r' ? open(...args) : between(() => open(...args)));
    const [write, sync] = [file.writeFile.bind(file), file.sync.bind(file)];
    file.writeFile = (...written: Parameters<typeof write>) => between(() => write(...written));
    file.sync = () => between(sync);
    return file;
  };
  fs.rename = (...args: Parameters<typeof rename>) => between(() => rename(...args));
  fs.link = (...args: Parameters<typeof link>) => between(() => link(...args));
  fs.rm = (...args: Parameters<typeof rm>) => between(() => rm(...args));
  syncBuiltinESMExports();
  const ask = globalThis.fetch;
  globalThis.fetch = (...args: Parameters<typeof ask>) => between(() => ask(...args));
  return { passed: () => passed };
}
