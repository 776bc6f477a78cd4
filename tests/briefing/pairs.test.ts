import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/briefing/compose.ts';
import type { Difference } from '../../src/news/brief.ts';
import { articleOf } from './library.ts';

/** Two passages, each with the day, title and text of its article; `differs` says whether and how, `why` why not. */
interface Pair {
  readonly id: string;
  readonly differs: 'figures' | 'stances' | 'culprits' | 'silence' | false;
  readonly why?: string;
  readonly replaced?: true;
  readonly one: readonly [day: string, title: string, text: string];
  readonly other: readonly [day: string, title: string, text: string];
}

function pairsIn(file: string): Pair[] {
  const lines = readFileSync(new URL(`pairs/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Pair);
}

/** What the brief of a pair's two articles tells as differing. */
function told({ one, other }: Pair): readonly Difference[] {
  const articles = [one, other].map(([publishedAt, title, text], at) =>
    articleOf({ id: `p${at}`, arrival: at + 1, publishedAt, title, text, outlet: `Paper ${at}` }),
  );
  return composeBrief(articles, '', { question: '' }).differences;
}

function score(pairs: readonly Pair[]) {
  const found = pairs.map((pair) => ({ pair, differences: told(pair) }));
  const isTold = ({ differences }: (typeof found)[number]) => differences.length > 0;
  const alarms = found.filter(isTold);
  const right = alarms.filter(({ pair }) => pair.differs !== false);
  return {
    alarms,
    false: alarms.filter(({ pair }) => pair.differs === false).map(({ pair }) => pair.id),
    missed: found.filter((each) => each.pair.differs && !isTold(each)).map(({ pair }) => pair.id),
    precision: alarms.length === 0 ? 0 : right.length / alarms.length,
    recall: right.length / pairs.filter(({ differs }) => differs).length,
  };
}

describe.each(['first.jsonl', 'second.jsonl'])('%s', (file) => {
  it('x', () => {
    const s = score(pairsIn(file));
    console.log(file, s.precision, s.recall, s.false, s.missed);
    expect(1).toBe(1);
  });
});
