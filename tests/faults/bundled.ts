import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a script beside this file, so that a process of it starts at once; gives the path of the bundle. */
export async function bundled(script: string, folder: string): Promise<string> {
  const outfile = join(folder, script.replace(/ts$/, 'mjs'));
  await build({
    ...{ entryPoints: [join(import.meta.dirname, script)], outfile },
    ...{ bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  // What the code reads from beside itself.
  const migrations = join(import.meta.dirname, '../../src/corpus/postgres/migrations');
  await cp(migrations, join(folder, 'migrations'), { recursive: true });
  return outfile;
}
