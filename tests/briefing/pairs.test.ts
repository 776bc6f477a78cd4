import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/briefing/compose.ts';
import type { Difference } from '../../src/news/brief.ts';
import { articleOf } from './library.ts';

const FOLDER = new URL('pairs/', import.meta.url);
const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.8;

type Told = readonly [day: string, title: string, text: string];

/** Two articles, the earlier first; `differs` says how they do, or `why` they only seem to. */
interface Pair {
  readonly id: string;
  readonly differs: 'figures' | 'stances' | 'culprits' | 'silence' | false;
  readonly why?: string;
  /** True where the later text tells that its figure takes the place of the earlier. */
  readonly replaced?: true;
  readonly one: Told;
  readonly other: Told;
}

function pairsIn(file: string): Pair[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Pair);
}

/** What the brief of a pair's two articles tells as differing. */
function told({ one, other }: Pair): readonly Difference[] {
  const articles = [one, other].map(([publishedAt, title, text], at) =>
    articleOf({ id: `p${at}`, arrival: at + 1, publishedAt, title, text, outlet: `Paper ${at}` }),
  );
  return composeBrief(articles, '', { question: '' }).differences;
}

const found = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => pairsIn(file).map((pair) => ({ file, pair, differences: told(pair) })));

function scoreOf(some: typeof found) {
  const alarms = some.filter(({ differences }) => differences.length > 0);
  const right = alarms.filter(({ pair }) => pair.differs !== false);
  const real = some.filter(({ pair }) => pair.differs !== false);
  return {
    pairs: some.length,
    real: real.length,
    falseAlarms: alarms.filter((each) => !right.includes(each)).map(({ pair }) => pair.id),
    missed: real.filter((each) => !right.includes(each)).map(({ pair }) => pair.id),
    precision: right.length / alarms.length,
    recall: right.length / real.length,
  };
}

describe('pairs of articles that differ, and pairs that only seem to', () => {
  it('tells the real differences, and hardly ever another', () => {
    const files = [...new Set(found.map(({ file }) => file))];
    const scores = files.map((file) => ({
      file,
      ...scoreOf(found.filter((each) => each.file === file)),
    }));
    const all = scoreOf(found);
    for (const { file, pairs, real, precision, recall } of [{ file: 'all', ...all }, ...scores])
      console.info(
        `${file}: ${real} of ${pairs} differ, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      );
    expect(all.pairs - all.real).toBeGreaterThanOrEqual(70);
    expect(all.real).toBeGreaterThanOrEqual(50);
    expect(all.precision, `false alarms: ${all.falseAlarms.join(', ')}`).toBeGreaterThanOrEqual(
      LEAST_PRECISION,
    );
    expect(all.recall, `missed: ${all.missed.join(', ')}`).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  const real = found.filter(({ pair, differences }) => pair.differs && differences.length > 0);

  it.each(real)('$pair.id: shows both sides, the earlier first', ({ differences }) => {
    const [first] = differences;
    const cited = first?.sides.map((side) => side.map(({ articleId }) => articleId));
    expect(cited).toEqual([['p0'], ['p1']]);
  });

  it.each(real.filter(({ pair }) => pair.replaced))(
    '$pair.id: marks the figure that the later text replaces',
    ({ differences }) => {
      expect(differences[0]?.replaced).toEqual([0]);
    },
  );

  it.each(real.filter(({ pair }) => pair.differs === 'figures' && !pair.replaced))(
    '$pair.id: marks nothing as replaced that the texts leave open',
    ({ differences }) => {
      expect(differences[0]?.replaced).toBeUndefined();
    },
  );
});
