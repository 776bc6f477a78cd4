import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Placeable, storyMemory } from '../../../src/ingest/stories/story-memory.ts';
import { REPORTS } from './happenings.ts';
import { bCubed, groups, placed } from './placing.ts';

const TRUTH = new Map(REPORTS.map(({ id, happening }) => [id, happening]));
const BY_DAY = REPORTS.toSorted((one, other) =>
  (one.publishedAt ?? '').localeCompare(other.publishedAt ?? ''),
);

/** Articles from few words, so that some are alike and some are not. */
const article = fc.record({
  title: fc.option(phrase(4), { nil: null }),
  text: phrase(30),
  publishedAt: fc.option(fc.constantFrom('2031-03-01', '2031-03-03T10:00Z', '2031-09-01'), {
    nil: null,
  }),
});
const batch = fc
  .array(article, { maxLength: 12 })
  .map((all) => all.map((one, at): Placeable => ({ id: `a${at}`, ...one })));

function phrase(maxLength: number) {
  return fc
    .array(
      fc.constantFrom(
        ...'Orvane dam crack flood valley Skarrow mine shaft fire copper ferry herring quota'.split(
          ' ',
        ),
      ),
      { maxLength },
    )
    .map((words) => words.join(' '));
}

test('reports of one happening come together in whatever style, and happenings of one subject stay apart', () => {
  expect(bCubed(placed(BY_DAY).stories, TRUTH)).toBe(1);
});

test('the order of arrival changes little', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(BY_DAY, { minLength: BY_DAY.length }), (shuffled) => {
      const { stories, moves } = placed(shuffled);
      expect(bCubed(stories, TRUTH)).toBeGreaterThan(0.95);
      expect(moves).toBeLessThan(3);
    }),
  );
});

test('without dates, reports of one happening still come together', () => {
  const undated = BY_DAY.map((report) => ({ ...report, publishedAt: null }));
  // Two summits a year apart are told apart by their date alone.
  expect(bCubed(placed(undated).stories, TRUTH)).toBeGreaterThan(0.9);
});

test('what else has come in changes no grouping', () => {
  const others = Array.from({ length: 150 }, (_, at) => ({
    id: `other ${at}`,
    title: `Match ${at} ends ${at % 5} to ${at % 3}`,
    text: `Club ${String.fromCharCode(97 + (at % 26))}${at} beat its neighbours in the rain. The goalkeeper was praised by the trainer.`,
    publishedAt: '2031-03-04',
  }));
  const memory = storyMemory();
  placed(others, memory);
  expect(groups(placed(BY_DAY, memory).stories)).toEqual(groups(placed(BY_DAY).stories));
});

test('expecting articles places none of them, and groups them as well', () => {
  const memory = storyMemory();
  for (const report of BY_DAY) memory.expect(report);
  const [first] = BY_DAY;
  expect(memory.place(first ?? expect.fail()).story).toBe(first?.id);
  expect(bCubed(placed(BY_DAY, memory).stories, TRUTH)).toBe(1);
});

test('a story is named by the article that it began with, and keeps its name', () => {
  const memory = storyMemory();
  const [first, second, third] = REPORTS;
  if (first === undefined || second === undefined || third === undefined) expect.fail();
  expect(memory.place(second).story).toBe(second.id);
  expect(memory.place(first).story).toBe(second.id);
  memory.forget(second.id);
  expect(memory.place(third).story).toBe(second.id);
});

test('a memory that was rebuilt goes on as the one before it', () => {
  const [last, ...before] = REPORTS.filter(({ happening }) => happening.startsWith('dam'));
  if (last === undefined) expect.fail();
  const { stories } = placed(before);
  const rebuilt = storyMemory();
  for (const report of before) rebuilt.remember(report, stories.get(report.id) ?? expect.fail());
  expect(rebuilt.place(last).story).toBe('dam hearing on inspections 1');
  expect(rebuilt.place(before[0] ?? expect.fail()).story).toBe('dam hearing on inspections 1');
});

test('two stories that prove to be one are one under the older name', () => {
  const early = 'The Orvane dam cracked in the night and a siren woke the valley.';
  const late = 'Thousands slept in sports halls while engineers lowered the reservoir.';
  const publishedAt = '2031-03-04';
  const memory = storyMemory();
  const place = (id: string, title: string, text: string) =>
    memory.place({ id, title, text, publishedAt });
  expect(place('one', 'Siren wakes valley', early).story).toBe('one');
  expect(place('two', 'Engineers lower reservoir', late).story).toBe('two');
  const both = place('both', 'Siren wakes valley; engineers lower reservoir', `${early} ${late}`);
  expect(both.story).toMatch(/one|two/);
  const again = place('again', 'Engineers lower reservoir, siren wakes valley', `${late} ${early}`);
  expect(again).toEqual({ story: 'one', moved: expect.any(Map) });
  expect(place('two', '', '').story).toBe('one');
});

test('every article has one story, named by an article placed by then, and the same again', () => {
  fc.assert(
    fc.property(batch, (articles) => {
      const memory = storyMemory();
      const seen = new Set<string>();
      const stories = new Map<string, string>();
      for (const one of articles) {
        seen.add(one.id);
        const { story, moved } = memory.place(one);
        stories.set(one.id, story);
        for (const [id, nowIn] of moved) {
          expect(seen.has(id) && id !== one.id).toBe(true);
          stories.set(id, nowIn);
        }
        for (const named of stories.values()) expect(seen.has(named)).toBe(true);
      }
      for (const one of articles) {
        expect(memory.place(one)).toEqual({ story: stories.get(one.id), moved: new Map() });
      }
      expect(placed(articles).stories).toEqual(stories);
    }),
  );
});

test('what was forgotten draws nothing to itself, and can come again', () => {
  fc.assert(
    fc.property(batch, (articles) => {
      const memory = storyMemory();
      placed(articles, memory);
      for (const { id } of articles) memory.forget(id);
      memory.forget('never seen');
      const [again] = articles;
      if (again !== undefined) {
        expect(memory.place(again)).toEqual({ story: again.id, moved: new Map() });
      }
    }),
  );
});

test('any text can be placed', () => {
  const memory = storyMemory();
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, text, (title, text) => {
      memory.place({ id: title + text, title, text, publishedAt: title });
    }),
  );
  for (const piece of ['a', "a'", 'â\u0080', '’', 'é', '\ud83d', ' ', 'Word ']) {
    memory.place({
      id: piece,
      title: piece.repeat(9_999),
      text: piece.repeat(99_999),
      publishedAt: '',
    });
  }
});

test('words read in a wrong encoding are the words they were', () => {
  const [report] = REPORTS;
  if (report === undefined) expect.fail();
  const misread = {
    ...report,
    id: 'misread',
    text: `Orvane\u00e2\u0080\u0099s dam \u00e2\u0080\u0094 ${report.text}`,
  };
  expect(placed([report, misread]).stories.get('misread')).toBe(report.id);
});
