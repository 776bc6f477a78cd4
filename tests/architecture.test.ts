import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** The table of DESIGN: which stage may import which. Files at the top of src are not listed: they wire. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  news: [],
  reading: ['news'],
  corpus: ['news'],
  ingest: ['news', 'reading', 'corpus'],
  briefing: ['news', 'reading', 'corpus'],
  digest: ['news', 'briefing', 'corpus'],
  slack: ['news', 'briefing', 'digest', 'corpus', 'ingest'],
  workspace: ['news'],
};
/** The command line: one file a command, which may call any stage but not the bot. */
const WIRING = ['cli'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));

/** Every module that a file imports, type imports included. */
function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const stageOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

const edges = files.flatMap(({ file, text }) =>
  importsOf(text)
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ file, to: relative(SRC, join(SRC, dirname(file), target)) })),
);

describe('the house', () => {
  it('has only the stages of the table', () => {
    const stages = new Set(files.map(({ file }) => stageOf(file)).filter((stage) => stage !== ''));
    expect([...stages].filter((s) => !(s in MAY_IMPORT) && !WIRING.includes(s))).toEqual([]);
  });

  it('lets a stage import only what the table allows', () => {
    const trespass = edges.filter(({ file, to }) => {
      const from = stageOf(file);
      const target = stageOf(to);
      if (from === '' || WIRING.includes(from)) return false;
      return from !== target && !MAY_IMPORT[from]?.includes(target);
    });
    expect(trespass).toEqual([]);
  });

  it('has no import cycles', () => {
    const next = new Map<string, string[]>();
    for (const { file, to } of edges) next.set(file, [...(next.get(file) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const { file } of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('reads process.env in settings.ts alone', () => {
    const readers = files
      .filter(({ text }) => text.includes('process.env'))
      .map(({ file }) => file);
    expect(readers).toEqual(['settings.ts']);
  });

  it('keeps files small enough to hold in the head', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 300).map(({ file }) => file);
    expect(long).toEqual([]);
  });

  it('has no folder or file named for what it is not', () => {
    const vague =
      /(^|\/)(utils?|helpers?|types|services?|managers?|common|core|shared|index)(\/|\.tsx?$)/;
    expect(files.map(({ file }) => file).filter((file) => vague.test(file))).toEqual([]);
  });
});
