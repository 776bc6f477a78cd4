import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefAnswer } from '../../src/briefing/brief.ts';
import { contestedIn } from '../../src/briefing/contested.ts';
import { quotesFor } from '../../src/briefing/quotes.ts';
import { parseRequest } from '../../src/briefing/request.ts';
import { sourcesFor } from '../../src/briefing/sources.ts';
import { briefAsText } from '../../src/briefing/text.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import type { Line } from '../../src/news/brief.ts';
import { answerTo, briefOn, given, newArticleOf, starterLibrary } from './library.ts';

let library: OwnedCorpus;
beforeAll(async () => {
  library = await starterLibrary();
});
afterAll(() => library.close());

function under(brief: BriefAnswer, ask: string): readonly Line[] {
  return brief.answers.find((answer) => answer.ask === ask)?.lines ?? [];
}

function days(brief: BriefAnswer): string[] {
  return brief.sources.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? 'undated').sort();
}

describe('22 June 2015, as of the day after', () => {
  it('keeps the three voices of the day apart, each on its own standing', async () => {
    const brief = await briefOn(library, 'opm as of 2015-06-23');
    const voices = under(brief, 'Who was behind it?');
    expect(voices).toContainEqual(
      expect.objectContaining({ speaker: 'John Kirby', standing: 'on-record' }),
    );
    expect(voices).toContainEqual(
      expect.objectContaining({
        speaker: expect.stringMatching(/^a senior State Department official$/i),
        standing: 'unnamed-official',
      }),
    );
    const press = voices.find(
      ({ speaker = '', text }) =>
        !/Kirby|State Department|Foreign Ministry/.test(`${speaker}${text}`) && /\bChin/.test(text),
    );
    expect(press).toBeDefined();
    expect(['anonymous', 'unnamed-official', 'outlet']).toContain(press?.standing);
  });

  it('puts the stronger standing first', async () => {
    const [first] = under(await briefOn(library, 'opm as of 2015-06-23'), 'Who was behind it?');
    expect(first?.standing).toBe('on-record');
  });

  it('shows side by side who names a culprit, who names nobody and who denies', async () => {
    const brief = await briefOn(library, 'opm');
    const named = under(brief, 'Who was behind it?').filter(
      ({ standing }) => standing === 'on-record' || standing === 'outlet',
    );
    const said = named.map(({ speaker = '', text }) => `${speaker}: ${text}`).join('\n');
    expect(said).toMatch(/Clapper: .*leading suspect/);
    expect(said).toMatch(/Barr|Bolton/);
    expect(said).toMatch(/attribut|allegation|exact source/);
    expect(said).toMatch(/absurd logic|criminal case/);
    expect(contestedIn(brief).asks).toContain('Who was behind it?');
  });

  it('gives a line to the question that it answers best, not to one that must let it go', async () => {
    const [first] = under(await briefOn(library, 'opm'), "What happened to OPM's leadership?");
    expect(first?.text).toMatch(/Archuleta resigned/);
  });

  it('says what was announced for the days ahead', async () => {
    const { next } = await briefOn(library, 'sed as of 2015-06-21');
    expect(next.every(({ text }) => text.length > 0)).toBe(true);
    const ssd = await briefOn(library, 'sed as of 2015-06-22');
    expect(ssd.next.map(({ text }) => text).join(' ')).toMatch(/Tuesday/);
  });
});

describe('time', () => {
  it('shows nothing published later than the day asked for', async () => {
    const brief = await briefOn(library, 'opm as of 2015-06-12');
    expect(days(brief).at(-1)).toBe('2015-06-12');
    expect(brief.coverage.to).toBe('2015-06-12');
    expect(JSON.stringify(brief)).not.toMatch(/Clapper|21\.5 million/);
  });

  it('answers otherwise once more is known', async () => {
    const before = await briefOn(library, 'opm as of 2015-06-23');
    const after = await briefOn(library, 'opm as of 2015-07-09');
    expect(JSON.stringify(under(before, 'How many people were affected?'))).not.toContain('21.5');
    expect(JSON.stringify(under(after, 'How many people were affected?'))).toContain('21.5');
  });

  it('shows only what was published since the day asked for, and takes its year from the articles', async () => {
    const brief = await briefOn(library, 'opm since 1 September');
    expect(brief.since).toBe('2019-09-01');
    const dated = await briefOn(library, 'opm since 2015-09-01');
    expect(days(dated)[0]).toBe('2015-09-23');
    expect(dated.answers.every(({ lines }) => lines.length > 0)).toBe(true);
  });

  it('says so when there is nothing new since that day', async () => {
    const brief = await briefOn(library, 'ssd since 2016-01-01');
    expect(brief.notice).toBe(
      'Nothing new on Strategic Security Dialogue (SSD) since 2016-01-01. The newest article is of 2015-06-22.',
    );
    expect(brief.coverage.articles).toBe(0);
    expect(briefAsText(brief, brief.title)).not.toMatch(/articles|undated/);
  });

  it('refuses a time that ends before it begins, days without a year too', async () => {
    const refused = { refused: expect.stringMatching(/2015-06-25.*2015-06-20/) };
    expect(await answerTo(library, 'opm since 2020-01-01 as of 1 December')).toMatchObject({
      refused: expect.stringContaining('the second day comes before the first'),
    });
    expect(parseRequest('opm since 2015-06-25 and by 2015-06-20', '2026-11-23')).toMatchObject(
      refused,
    );
  });

  it('refuses a day before the first article, naming the first', async () => {
    expect(await answerTo(library, 'opm as of 2013-01-01')).toEqual({
      refused: 'No article about The OPM breaches was published by 2013-01-01.',
      next: 'The first is of 2014-07-10: ask as of that day or later.',
    });
  });

  it('tells the timeline by the day of the event, each thing once', async () => {
    const { timeline } = await briefOn(library, 'opm');
    const dates = timeline.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toContain('2015-07-10');
    expect(new Set(timeline.map(({ line }) => line.text)).size).toBe(timeline.length);
  });
});

describe('what is new to the asker', () => {
  it('is everything at first, then nothing, then what has come in since', async () => {
    const own = await starterLibrary();
    try {
      const first = await briefOn(own, 'opm new', 'U1');
      expect(first.notice).toMatch(/have not asked/);
      await own.asked('U1', first.asked.about, first.asked.upTo);
      const second = await briefOn(own, 'opm new', 'U1');
      expect(second.notice).toMatch(/^Nothing new on The OPM breaches since you last asked\./);
      expect(second.bottomLine).toEqual([]);
      await own.add([
        newArticleOf({
          id: 'later',
          publishedAt: '2020-03-01',
          text: 'The Office of Personnel Management (OPM) said on Sunday that it had closed its inquiry into the breach.',
        }),
      ]);
      const third = await briefOn(own, 'opm new', 'U1');
      expect(third.sources.map(({ articleId }) => articleId)).toEqual(['later']);
      expect((await briefOn(own, 'opm new', 'U2')).coverage.articles).toBeGreaterThan(20);
    } finally {
      await own.close();
    }
  });
});

describe('any words', () => {
  it.each(['kirby', "Kirby's", 'KIRBY', 'spokesman Kirby', 'John Kirby'])(
    '%s finds what John Kirby said',
    async (typed) => {
      const brief = await briefOn(library, typed);
      const lines = brief.answers[0]?.lines ?? [];
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.every(({ speaker }) => speaker === 'John Kirby')).toBe(true);
    },
  );

  it('finds a topic by any of its names', async () => {
    const names = ['opm', 'OPM breach', 'the Office of Personnel Management', 'opm hack'];
    for (const name of names) expect((await briefOn(library, name)).topic).toBe('opm');
    expect((await briefOn(library, 'cyber agreement')).topic).toBe('cyber-agreement');
    expect((await briefOn(library, 'S&ED')).topic).toBe('sed');
  });

  it('asks for all the words, not any of them', async () => {
    const { coverage } = await briefOn(library, 'clapper china');
    const china = await briefOn(library, 'china');
    expect(coverage.articles).toBeLessThan(china.coverage.articles);
  });

  it('offers what may have been meant, and guesses nothing', async () => {
    expect(await answerTo(library, 'omp')).toMatchObject({
      next: expect.stringMatching(/^Did you mean “opm”\? Or try other words, or a topic: opm, /),
    });
    expect(await answerTo(library, 'kerby')).toMatchObject({
      refused: expect.stringContaining('“kerby”'),
      next: expect.stringContaining('“John Kirby”'),
    });
    expect(await answerTo(library, 'clapper chinna')).toMatchObject({
      next: expect.stringContaining('Did you mean “clapper china”?'),
    });
  });

  it('names what was asked and searched where nothing is known of it', async () => {
    expect(await answerTo(library, 'volcano in Iceland')).toEqual({
      refused: expect.stringMatching(/“volcano in Iceland”.* \d+ articles and 6 topics/),
      next: expect.stringContaining('opm'),
    });
  });

  it('says that a topic has no article yet, and how to add one', async () => {
    const own = await starterLibrary();
    try {
      await own.setTopic({ name: 'quake', title: 'The quake', aliases: ['quake'], questions: [] });
      expect(await answerTo(own, 'quake')).toEqual({
        refused: 'There is no article about The quake yet.',
        next: 'Add one: put a file into data/inbox, or type: briefing ingest FILE',
      });
    } finally {
      await own.close();
    }
  });

  it('says a silence where a question has no answer', async () => {
    const brief = await briefOn(library, 'What did Kirby say about North Korea?');
    expect(brief.answers).toEqual([{ ask: 'What did Kirby say about North Korea?', lines: [] }]);
    expect(briefAsText(brief, brief.title)).toContain("The articles don't say.");
    expect(brief.coverage.articles).toBeGreaterThan(0);
  });
});

describe('the other views', () => {
  const ask = (typed: string) => given(parseRequest(typed, '2026-11-23'));

  it('quotes one speaker, newest first', async () => {
    const { title, lines } = given(await quotesFor(library, ask('quotes kirby')));
    expect(title).toBe('John Kirby');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every(({ speaker }) => speaker === 'John Kirby')).toBe(true);
  });

  it('quotes no words that make sense only beside others', async () => {
    const { lines } = given(await quotesFor(library, ask('quotes kirby')));
    for (const { text, quoted } of lines)
      if (!quoted) expect(text).not.toMatch(/^(?:he|it|they)\b|\b(?:it|they)(?: \w+){0,2}\.$/i);
    expect(lines.map(({ text }) => text).join()).not.toContain('could not confirm');
    const same = lines.filter(({ text }) => text.includes('no allegation of responsibility'));
    expect(same).toHaveLength(1);
  });

  it('quotes a body by all who speak for it', async () => {
    const { lines } = given(await quotesFor(library, ask('quotes State Department')));
    const standings = new Set(lines.map(({ standing }) => standing));
    expect(standings).toContain('on-record');
    expect(standings).toContain('unnamed-official');
  });

  it('refuses to quote who said nothing, with who may have been meant', async () => {
    expect(await quotesFor(library, ask('quotes kerby'))).toMatchObject({
      refused: expect.stringContaining('“kerby”'),
      next: expect.stringContaining('“John Kirby”'),
    });
  });

  it('offers another time only where one was asked for', async () => {
    expect(await sourcesFor(library, ask('sources xyzzy'))).toMatchObject({
      next: expect.not.stringContaining('time'),
    });
    expect(await sourcesFor(library, ask('sources opm as of 2001-01-01'))).toMatchObject({
      next: expect.stringContaining('another time'),
    });
  });

  it('lists every article that a brief draws on, newest first', async () => {
    const { sources, coverage } = given(
      await sourcesFor(library, ask('sources ssd as of 2015-06-23')),
    );
    const published = sources.map(({ publishedAt }) => publishedAt ?? '');
    expect(published).toEqual([...published].sort().reverse());
    expect(sources).toHaveLength(coverage.articles);
  });
});
