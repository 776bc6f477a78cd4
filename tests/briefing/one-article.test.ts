import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/briefing/compose.ts';
import type { Line } from '../../src/news/brief.ts';
import type { Topic } from '../../src/news/topic.ts';
import { articleOf } from './library.ts';

const GRID: Topic = {
  name: 'grid',
  title: 'The grid intrusion',
  aliases: ['grid intrusion', 'grid intrusions', 'National Grid Agency'],
  questions: [
    { ask: 'Who was behind it?', words: ['behind', 'responsible', 'attribution', 'blame'] },
    { ask: 'How many homes went dark?', words: ['dark'] },
  ],
};

const ARTICLE = articleOf({
  id: 'grid',
  publishedAt: null,
  outlet: null,
  text: `Norwegian officials will bring up the National Grid Agency (NGA) grid intrusions with Russian counterparts in talks this week, an Energy Ministry official said Monday.

Although the government has not formally discussed attribution for the grid intrusions, several media outlets have cited anonymous government sources saying Russia was likely behind the hacks. On Monday a senior Energy Ministry official repeated those claims and noted the matter will be on the table in the Northern Energy Dialogue (NED).

“We have not talked about attribution on the part of the government with respect to the grid intrusions. But a good deal is public by now, and the issue will be put in rather blunt terms to the Russian side,” a senior Energy Ministry official said on Monday.

“Some of this is recent, and it will be talked about in every room where we get the chance to raise it,” the official said.

The platform is designed to “build trust, to calm tempers and to keep the lights on in both countries,” said the Energy Ministry’s official blog, the Powerline.

Energy Ministry spokeswoman Ingrid Dahl confirmed the weight of security in the talks but did not tie it to the grid intrusions.

“Security will come up over the next days, as it does whenever we sit down with Russia. But I am not going to get into this intrusion. There has been no allegation of responsibility,” Dahl said at the daily press briefing on Monday.`,
});

const by = (lines: readonly Line[], standing: string) =>
  lines.filter((line) => line.standing === standing);

describe.each([
  ['all of it', ''],
  ['its topic', GRID],
])('the brief on one article, asked for %s', (_, about) => {
  const brief = composeBrief([ARTICLE], about, { question: '', topics: [GRID] });
  const lines = brief.answers.flatMap((answer) => answer.lines);

  it('has the spokeswoman’s very words on the record', () => {
    expect(by(lines, 'on-record')).toContainEqual(
      expect.objectContaining({
        speaker: 'Ingrid Dahl',
        quoted: true,
        text: expect.stringContaining('no allegation of responsibility'),
      }),
    );
  });

  it('has the senior official’s very words as an unnamed official’s', () => {
    expect(by(lines, 'unnamed-official')).toContainEqual(
      expect.objectContaining({ quoted: true, text: expect.stringContaining('blunt terms') }),
    );
  });

  it('has what the press took from anonymous sources, as anonymous', () => {
    expect(
      by(lines, 'anonymous')
        .map(({ text }) => text)
        .join(),
    ).toContain('Russia was likely');
  });
});

it('shows the blog as document among who said what, and each standing though it opened the brief', () => {
  const { answers } = composeBrief([ARTICLE], '', { question: '' });
  const standings = answers[0]?.lines.map(({ standing }) => standing) ?? [];
  expect(standings[0]).toBe('document');
  expect(new Set(standings)).toEqual(
    new Set(['document', 'on-record', 'unnamed-official', 'anonymous']),
  );
});
