import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readLibrary } from '../../src/ingest/library.ts';
import { given } from '../corpus/given.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { briefing, objects } from './briefing.ts';
import { briefingHere } from './here.ts';
import { BRIEF, QUOTES, SOURCES } from './shapes.ts';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;

describe('over the library', () => {
  const data = join(mkdtempSync(join(tmpdir(), 'briefing-')), 'data');
  afterAll(() => rmSync(join(data, '..'), { recursive: true, force: true }));

  test('the first brief in an empty folder loads the starter articles, and prints one object', async () => {
    const args = ['brief', 'opm', '--as-of', '2015-06-23', '--json'];
    const { status, out, err } = await briefing(args, { data });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [brief, ...more] = objects(out).map((one) => BRIEF.parse(one));
    if (brief === undefined) expect.fail();
    expect(more).toEqual([]);
    expect(brief).toMatchObject({ topic: 'opm', question: 'opm', asOf: '2015-06-23' });
    expect(brief.coverage.to).toBe('2015-06-22');
    expect(brief.answers.length).toBeGreaterThan(2);
    const corpus = given(await readLibrary(data, SEEDS));
    for (const line of linesOf(brief)) {
      const article = await corpus.article(line.articleId, line.revision);
      expect(article?.text.slice(line.start, line.end)).toBe(line.text);
      expect(brief.sources[line.source - 1]?.articleId).toBe(line.articleId);
    }
  });

  test('a brief reads as on paper: no line past the width, standings named, sources numbered', async () => {
    const { status, out } = await briefing(['brief', 'opm', '--since', '1 June 2015'], { data });
    expect(status).toBe(0);
    expect(out).toMatch(/^The OPM breaches\n\d+ articles · Starter notes · 2015-06-/);
    expect(out).toMatch(/Who was behind it\? Accounts differ\.\n {2}- /);
    expect(out).toMatch(/\(.*on the record\): /);
    expect(out).toMatch(/\n\[1\] Starter notes, 2015-/);
    for (const row of out.split('\n')) expect([...row].length).toBeLessThanOrEqual(80);
  });

  test('timeline, quotes and sources are views of the same articles', async () => {
    const view = (...words: string[]) => briefingHere(['brief', ...words], data);
    const json = async (...words: string[]) => objects((await view(...words, '--json')).out)[0];

    const timeline = await view('timeline', 'opm', 'as', 'of', '2015-06-23');
    const days = [...timeline.out.matchAll(/^\d{4}(?:-\d\d){0,2}$/gm)].map(([day]) => day);
    expect(timeline.out).toMatch(/^Timeline: The OPM breaches\n/);
    expect(days).toContain('2015-06-04');
    expect(days).toEqual([...days].sort());
    expect(BRIEF.parse(await json('timeline', 'opm')).timeline.length).toBeGreaterThan(3);

    const quotes = await view('quotes', 'kirby');
    expect(quotes.out).toMatch(/^Quotes: John Kirby\n/);
    expect(quotes.out).toContain('John Kirby (State Department spokesman, ');
    const said = QUOTES.parse(await json('quotes', 'kirby'));
    for (const { speaker } of said.lines) expect(speaker).toContain('Kirby');

    const sources = SOURCES.parse(await json('sources', 'opm', '--since', '2015-09-01'));
    expect(sources.coverage.articles).toBe(sources.sources.length);
    for (const { publishedAt } of sources.sources) {
      expect((publishedAt ?? '') >= '2015-09-01').toBe(true);
    }
    expect((await view('quotes', 'zzzzqq')).err).toContain('zzzzqq');
  });

  test.each([
    ['an unknown topic', ['zzzzqq'], /No article says anything about “zzzzqq”.*opm, dialogues/],
    ['a request of 5,000 characters', ['x'.repeat(5_000)], /5,000 characters.*brief opm/],
    ['no words', [], /Nothing was asked\..*brief opm/],
    ['what is new, which a terminal does not know', ['opm', 'new'], /--since/],
    ['a day that cannot be', ['opm', '--as-of', '2015-02-30'], /2015-02-30/],
    ['nothing published by then', ['opm', '--as-of', '2001-01-01'], /by 2001-01-01.*2014-07-10/],
    ['a number of words that is none', ['opm', '--words', 'many'], /--words.*'many'.*--help/],
  ])('refuses %s on standard error, and says the next step', async (_, words, message) => {
    const { status, out, err } = await briefingHere(['brief', ...words], data);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain('/brief');
  });
});

describe('over files of one’s own', () => {
  const row = (fields: object) => `${JSON.stringify(fields)}\n`;
  const SAID = 'OPM spokesman Sam Schumach said on Monday that 4.2 million people are written to.';
  const DENIED = 'OPM spokesman Sam Schumach denied that anybody else was concerned.';
  const nowhere = '/dev/null/nowhere';
  const from = (...args: string[]) => briefingHere(['brief', ...args], nowhere);

  test('without words all of them are briefed, without the library, undated ones too', async () => {
    const file = join(temporaryFolder(), 'articles.jsonl');
    writeFileSync(
      file,
      row({ id: 'a', title: 'One', text: SAID, publishedAt: '2015-06-22' }) +
        row({ id: 'b', title: null, text: DENIED, publishedAt: null }),
    );
    const { status, out, err } = await from('--from', file, '--words', '10', '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [brief] = objects(out).map((one) => BRIEF.parse(one));
    expect(brief).toMatchObject({ topic: null, question: '', coverage: { articles: 2 } });
    const texts: Record<string, string> = { a: SAID, b: DENIED };
    for (const line of linesOf(brief ?? expect.fail())) {
      expect(texts[line.articleId]?.slice(line.start, line.end)).toBe(line.text);
    }
  });

  test('a folder is read as ingest reads it, a topic is known, and bad files are told of', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'one.md'), `---\ntitle: One\ndate: 2015-06-22\n---\n${SAID}\n`);
    writeFileSync(join(folder, 'two.md'), `---\ntitle: Two\ndate: 2015-07-22\n---\n${DENIED}\n`);
    writeFileSync(join(folder, 'three.txt'), '');
    const { status, out, err } = await from('opm', '--from', folder, '--as-of', '30 June');
    expect(status).toBe(1);
    expect(out).toMatch(/^The OPM breaches\n1 article · 2015-06-22 · as of 2015-06-30\n/);
    expect(err).toMatch(/three\.txt is empty/);
  });

  test('what an article holds cannot act on the terminal', async () => {
    const file = join(temporaryFolder(), 'articles.jsonl');
    const acting =
      'Spokesman Sam Schumach said \u001b[2Jthe \u202eagency \u009b31mwas told on Monday.';
    writeFileSync(file, row({ id: 'a', title: '\u001b]0;owned\u0007', text: acting }));
    const { status, out } = await briefing(['brief', '--from', file]);
    expect(status).toBe(0);
    expect(out).toContain('Schumach');
    expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test('without any article it refuses', async () => {
    const folder = temporaryFolder();
    const { status, out, err } = await from('--from', join(folder, 'missing'));
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/no file or folder .*missing.*\n.*No article could be read/);
  });
});

function linesOf(brief: z.infer<typeof BRIEF>) {
  return [
    ...brief.bottomLine,
    ...brief.answers.flatMap(({ lines }) => lines),
    ...brief.differences.flatMap(({ sides }) => sides.flat()),
    ...brief.timeline.map(({ line }) => line),
    ...brief.next,
  ];
}
