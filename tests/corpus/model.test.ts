import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article } from './new-article.ts';
import { STORES } from './stores.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd');
const publishedAt = fc.constantFrom(null, '2015-06-22', '2015-06-23');
const text = fc.constantFrom('One thing.', 'Another thing.', 'A third one.');
const one = fc.record({ id, text, publishedAt });

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), all: fc.array(one, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('remove' as const), id }),
  fc.record({ do: fc.constant('reopen' as const) }),
);

test.each(STORES)(
  'any order of adding, removing and reopening keeps what a plain list would, in $store',
  async ({ place, runs }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const kept = await place();
        let corpus = await kept.open();
        const model = new Map<string, { text: string; publishedAt: string | null }[]>();
        const used = new Set<number>();
        for (const next of steps) {
          if (next.do === 'add') {
            const added = await corpus.add(next.all.map((given) => article(given)));
            next.all.forEach(({ id, text, publishedAt }, n) => {
              const revisions = model.get(id) ?? [];
              const last = revisions.at(-1);
              const same = last?.text === text && last.publishedAt === publishedAt;
              if (!same) model.set(id, [...revisions, { text, publishedAt }]);
              expect(added[n]?.change).toBe(same ? 'unchanged' : last ? 'revised' : 'new');
            });
            for (const { id, revision, change } of added) {
              if (change === 'unchanged') continue;
              const arrival = (await corpus.article(id, revision))?.arrival ?? 0;
              expect(used.has(arrival)).toBe(false);
              expect(arrival).toBeGreaterThan(Math.max(0, ...used));
              used.add(arrival);
            }
          } else if (next.do === 'remove') {
            expect(await corpus.remove(next.id)).toBe(model.delete(next.id));
          } else {
            await corpus.close();
            corpus = await kept.open();
          }
          const beside = await kept.look();
          for (const view of [corpus, beside]) {
            expect((await view.size()).articles).toBe(model.size);
            for (const [id, revisions] of model) {
              for (const [n, revision] of revisions.entries()) {
                expect(await view.article(id, n + 1)).toMatchObject(revision);
              }
              expect(await view.article(id)).toMatchObject(revisions.at(-1) ?? {});
            }
            for (const word of ['one', 'another', 'third']) {
              const found = await view.search({ phrases: [word] });
              const expected = [...model].filter(([, all]) =>
                all.at(-1)?.text.toLowerCase().includes(word),
              );
              expect(found.map((hit) => hit.article.id).sort()).toEqual(
                expected.map(([id]) => id).sort(),
              );
            }
          }
          await beside.close();
        }
        await corpus.close();
      }),
      { numRuns: Math.ceil(40 * runs) },
    );
  },
  60_000,
);
