import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Has this process end by SIGKILL at the nth step of its writing from now on: before a new file, half way through
 * one, before it is put in its place, or right after. 0 ends it at none.
 */
export function dieAtWrite(nth: number): void {
  const { open, rename } = promises;
  const die = () => process.kill(process.pid, 'SIGKILL');
  let steps = 0;

  function isLast(): boolean {
    steps += 1;
    return steps === nth;
  }

  promises.open = async (path, flags, mode) => {
    if (flags !== 'wx') return open(path, flags, mode);
    if (isLast()) die();
    const file = await open(path, flags, mode);
    const write = file.writeFile.bind(file);
    file.writeFile = async (text, options) => {
      if (isLast()) {
        await write(String(text).slice(0, String(text).length / 2), options);
        die();
      }
      await write(text, options);
    };
    return file;
  };
  promises.rename = async (from, to) => {
    if (isLast()) die();
    await rename(from, to);
    if (isLast()) die();
  };
  syncBuiltinESMExports();
}
