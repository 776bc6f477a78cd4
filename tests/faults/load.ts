import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs the bundle that the command line names, with what V8 made of it in an earlier process: compiling it anew took
 * most of a run. The first process that ends well leaves that beside the bundle.
 */
const bundle = process.argv[2] ?? '';
const compiled = `${bundle}.compiled`;
const known = existsSync(compiled) ? readFileSync(compiled) : undefined;
const script = new Script(
  `(function (require, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`,
  { filename: bundle, ...(known && { cachedData: known }) },
);
script.runInThisContext()(createRequire(bundle), bundle, dirname(bundle));
process.on('exit', (status) => {
  if (status === 0 && known === undefined) writeFileSync(compiled, script.createCachedData());
});
