import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inYear } from '../../src/briefing/days.ts';
import { LONGEST_REQUEST, parseRequest } from '../../src/briefing/request.ts';
import { isRefusal } from '../../src/news/refusal.ts';

// A Wednesday.
const TODAY = '2015-06-24';
const PLAIN = { view: 'brief', words: 'opm', onlyNew: false, since: null, asOf: null };

describe('what follows /brief', () => {
  it.each([
    ['', { view: 'help', words: '' }],
    ['  ', { view: 'help', words: '' }],
    ['HELP', { view: 'help', words: '' }],
    ['opm', PLAIN],
    ['  OPM ', { ...PLAIN, words: 'OPM' }],
    ['“opm”', PLAIN],
    ['"opm" new', { ...PLAIN, onlyNew: true }],
    ['opm new', { ...PLAIN, onlyNew: true }],
    ['Opm NEW?', { ...PLAIN, words: 'Opm', onlyNew: true }],
    ["what's new in opm?", { ...PLAIN, onlyNew: true }],
    ['What is new on the OPM breach', { words: 'the OPM breach', onlyNew: true }],
    ['new START treaty', { words: 'new START treaty', onlyNew: false }],
    ['timeline opm', { ...PLAIN, view: 'timeline' }],
    ['Timeline of opm as of June 2015', { ...PLAIN, view: 'timeline', asOf: '2015-06-30' }],
    ['quotes kirby', { view: 'quotes', words: 'kirby' }],
    ['quotes by John Kirby', { view: 'quotes', words: 'John Kirby' }],
    ['kirby quotes', { view: 'quotes', words: 'kirby' }],
    ['sources opm', { ...PLAIN, view: 'sources' }],
    ['clapper china', { ...PLAIN, words: 'clapper china' }],
    ['who stood by Clapper', { ...PLAIN, words: 'who stood by Clapper' }],
    [
      'what has changed since the hearing?',
      { words: 'what has changed since the hearing?', since: null },
    ],
  ])('%j is understood', (typed, expected) => {
    expect(parseRequest(typed, TODAY)).toMatchObject(expected);
  });

  it.each([
    ['20 June', '--06-20'],
    ['June 20', '--06-20'],
    ['june 20th', '--06-20'],
    ['the 20th of June', '--06-20'],
    ['20 Jun 2015', '2015-06-20'],
    ['June 20, 2015', '2015-06-20'],
    ['2015-06-20', '2015-06-20'],
    ['2015/6/20', '2015-06-20'],
    ['20/6/2015', '2015-06-20'],
    ['6/20/2015', '2015-06-20'],
    ['today', '2015-06-24'],
    ['yesterday', '2015-06-23'],
    ['Monday', '2015-06-22'],
    ['last Wednesday', '2015-06-17'],
    ['last week', '2015-06-15'],
    ['this week', '2015-06-22'],
    ['last month', '2015-05-01'],
    ['two days ago', '2015-06-22'],
    ['3 weeks ago', '2015-06-03'],
    ['a month ago', '2015-05-24'],
    ['May', '--05-01'],
    ['May 2015', '2015-05-01'],
    ['2014', '2014-01-01'],
    ['29 February', '--02-29'],
  ])('since %s begins on %s', (day, since) => {
    expect(parseRequest(`opm since ${day}`, TODAY)).toMatchObject({ ...PLAIN, since });
  });

  it.each([
    ['2015-06-23', '2015-06-23'],
    ['June', '--06-30'],
    ['February 2016', '2016-02-29'],
    ['last week', '2015-06-21'],
    ['2014', '2014-12-31'],
  ])('as of %s ends on %s', (day, asOf) => {
    expect(parseRequest(`opm as of ${day}`, TODAY)).toMatchObject({ ...PLAIN, asOf });
  });

  it('takes since, as of and new together, in any order', () => {
    const expected = { ...PLAIN, onlyNew: true, since: '--06-01', asOf: '2015-06-23' };
    expect(parseRequest('opm new since 1 June as of 2015-06-23', TODAY)).toMatchObject(expected);
    expect(parseRequest('opm as of 2015-06-23 since 1 June new', TODAY)).toMatchObject(expected);
  });

  it('takes since and by together', () => {
    const expected = { ...PLAIN, since: '2015-06-10', asOf: '2015-06-20' };
    expect(parseRequest('opm since 2015-06-10 and by 2015-06-20', TODAY)).toMatchObject(expected);
  });

  it.each([
    ['opm since 31 June', '31 June'],
    ['opm as of 2015-02-30', '2015-02-30'],
    ['opm as of 2015-13-01', '2015-13-01'],
    ['opm since 29 February 2015', '29 February 2015'],
    ['opm since forever', 'forever'],
    ['opm as of whenever', 'whenever'],
    ['opm since 5/6/2015', '5/6/2015'],
    ['opm since', 'since'],
    ['new', 'new'],
    ['since 20 June', 'since 20 June'],
    ['timeline', 'timeline'],
  ])('%s is refused, naming it and giving an example', (typed, named) => {
    const refused = parseRequest(typed, TODAY);
    expect(isRefusal(refused) && refused.refused).toContain(named);
    expect(isRefusal(refused) && refused.next).toMatch(/\/brief|2015-06-20/);
  });

  it('refuses 5,000 characters, and shows none of them', () => {
    const refused = parseRequest('x'.repeat(5_000), TODAY);
    expect(refused).toMatchObject({ refused: expect.stringContaining('5,000 characters') });
    expect(JSON.stringify(refused)).not.toContain('xxxx');
  });

  it('answers any string with a request or a refusal, and keeps no line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const request = parseRequest(typed, TODAY);
        if (isRefusal(request)) return;
        expect(request.typed.length).toBeLessThanOrEqual(LONGEST_REQUEST);
        expect(request.words).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('understands any words before any real day', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2050-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseRequest(`some words since ${iso}`, TODAY)).toMatchObject({
          words: 'some words',
          since: iso,
        });
      }),
    );
  });
});

describe('a day without a year', () => {
  it.each([
    ['--06-20', '2015-07-09', '2015-06-20'],
    ['--06-20', '2015-06-20', '2015-06-20'],
    ['--06-20', '2015-06-19', '2014-06-20'],
    ['--02-29', '2015-07-09', '2012-02-29'],
    ['2013-01-01', '2015-07-09', '2013-01-01'],
  ])('%s is the latest such day not after %s: %s', (day, newest, dated) => {
    expect(inYear(day, newest)).toBe(dated);
  });
});
