import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

/** A seeds folder with two articles and a topic. */
export function smallSeeds(): string {
  const seeds = temporaryFolder();
  mkdirSync(join(seeds, 'articles'));
  for (const day of ['2015-06-22', '2015-06-23']) {
    writeFileSync(
      join(seeds, 'articles', `${day}.md`),
      `---\ntitle: Notes of ${day}\noutlet: Starter notes\ndate: ${day}\n---\nKirby spoke on ${day}.\n`,
    );
  }
  writeFileSync(
    join(seeds, 'topics.yml'),
    '- name: opm\n  title: OPM\n  aliases: [OPM]\n  questions:\n    - ask: Who?\n      words: [who]\n',
  );
  return seeds;
}
