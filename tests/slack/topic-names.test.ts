import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topicNamed } from '../../src/briefing/find.ts';
import { parseRequest } from '../../src/briefing/request.ts';
import { refuseTopic } from '../../src/corpus/topic-rules.ts';
import { parseDigestCommand } from '../../src/digest/command.ts';

const called = (name: string) => ({ name, title: 'Any', aliases: [], questions: [] });

// Words that mean something after one of the commands, alone and as parts of a name.
const WORDS =
  `new since until by as at of asof what-s-new timeline quotes sources topics topic help on off now preview
  resume show status with without and about for from to in every each time noon midnight daily weekdays monday mon-fri
  utc gmt berlin est a an the list add edit remove who what is 2015 9am 20 june s&ed opm`.split(
    /\s+/,
  );
const name = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }).map((all) => all.join('-')),
  fc.stringMatching(/^[a-z0-9][a-z0-9&-]{0,8}$/),
);

test('a name that is taken for a topic is understood as one wherever it is typed', () => {
  fc.assert(
    fc.property(name, (one) => {
      fc.pre(refuseTopic(called(one)) === undefined);
      const plain = { since: null, asOf: null, onlyNew: false, words: one };
      expect(parseRequest(one, '2026-03-02')).toMatchObject({ view: 'brief', ...plain });
      for (const view of ['timeline', 'quotes', 'sources']) {
        expect(parseRequest(`${view} ${one}`, '2026-03-02')).toMatchObject({ view, ...plain });
      }
      const timed = parseRequest(`${one} as of 2015-06-23`, '2026-03-02');
      expect(timed).toMatchObject({ words: one, asOf: '2015-06-23' });
      for (const typed of [`on weekdays 08:30 America/New_York ${one}`, `preview ${one}`]) {
        expect(parseDigestCommand(typed)).toMatchObject({ topics: [one] });
      }
      expect(topicNamed(one, [called('other'), called(one)])?.name).toBe(one);
    }),
    { numRuns: 2_000 },
  );
});

test('of names that differ by an ending alone each means its own topic', () => {
  const topics = [called('breach'), called('breaches')];
  for (const { name } of topics) expect(topicNamed(name, topics)?.name).toBe(name);
});
