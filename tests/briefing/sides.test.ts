import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/briefing/compose.ts';
import { topicNamed } from '../../src/briefing/find.ts';
import type { Topic } from '../../src/news/topic.ts';
import { articleOf } from './library.ts';

const TALKS: Topic = {
  name: 'talks',
  title: 'The fishery talks',
  aliases: ['fishery talks', 'Fishery Dialogue', 'talks on fish'],
  questions: [
    { ask: 'What did each side say?', words: ['quotas', 'concerns'] },
    { ask: 'Who takes part?', words: ['led', 'chaired', 'host'] },
  ],
};

const ARTICLE = articleOf({
  id: 'fish',
  publishedAt: '2022-05-04',
  title: 'Fishery talks open',
  text: `France and Norway opened the fishery talks on Wednesday in Bergen with no word on a new treaty between the two countries.

The case was one of those named at the fishery talks in Bergen by both delegations on Wednesday morning.

Norwegian Fisheries Minister Kari Moe said on Wednesday that the quotas in the fishery talks were too high. Norwegian negotiator Lars Vik said the quotas in the fishery talks had not moved in a year.

French Agriculture Minister Luc Morel said on Wednesday that France would not lower the quotas in the fishery talks.

A deputy will host the fishery talks in Bergen again on Friday. Fisheries Minister Kari Moe led the fishery talks with her French counterpart, Agriculture Minister Luc Morel.`,
});

describe('a topic about talks', () => {
  const brief = composeBrief([ARTICLE], TALKS, { question: '' });
  const [said, present] = brief.answers;

  it('answers what each side said with a speaker of each country', () => {
    const speakers = said?.lines.map(({ speaker }) => speaker) ?? [];
    expect(speakers).toContain('Luc Morel');
    expect(speakers.some((speaker) => speaker === 'Kari Moe' || speaker === 'Lars Vik')).toBe(true);
  });

  it('answers who takes part with the heads of both sides first', () => {
    expect(present?.lines[0]?.text).toMatch(/Kari Moe .* Luc Morel/);
  });

  it('never opens with a line that cannot stand alone', () => {
    expect(brief.bottomLine.length).toBeGreaterThan(0);
    expect(JSON.stringify(brief.bottomLine)).not.toContain('The case was');
  });
});

it('takes a name that two topics have for the narrower one', () => {
  const dialogue = { ...TALKS, name: 'dialogue', aliases: ['Fishery Dialogue'] };
  expect(topicNamed('the fishery dialogue', [TALKS, dialogue])?.name).toBe('dialogue');
});
