import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilterWords } from '../../src/corpus/filter-words.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { readAddress } from '../../src/slack/sources/address.ts';
import { parseSourcesRequest, typeAdd } from '../../src/slack/sources/request.ts';

const FEED = 'https://news.example/feed';

describe('what is typed after /sources', () => {
  it.each([
    ['', { kind: 'list' }],
    ['list', { kind: 'list' }],
    ['HELP', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['suggestions', { kind: 'suggestions' }],
    ['check', { kind: 'check', which: null }],
    ['check all', { kind: 'check', which: null }],
    ['check <https://news.example/feed|news.example>', { kind: 'check', which: FEED }],
    ['remove Lake gazette', { kind: 'remove', which: 'Lake gazette' }],
    ['remove “Lake gazette”', { kind: 'remove', which: 'Lake gazette' }],
    [`Add ${FEED}`, { kind: 'add', url: FEED, include: [], exclude: [] }],
    [`follow <${FEED}>`, { kind: 'add', url: FEED, include: [], exclude: [] }],
    [
      `add <${FEED}|the news> with bridge “data breach” without sport`,
      { kind: 'add', url: FEED, include: ['bridge', 'data breach'], exclude: ['sport'] },
    ],
    [
      `add ${FEED} without weather, traffic jams with: ferry`,
      { kind: 'add', url: FEED, include: ['ferry'], exclude: ['weather', 'traffic jams'] },
    ],
    [
      `add ${FEED} with "with or without", bridge`,
      { kind: 'add', url: FEED, include: ['with or without', 'bridge'], exclude: [] },
    ],
    [
      'add https://news.example/feed?a=1&amp;b=2',
      { kind: 'add', url: 'https://news.example/feed?a=1&b=2', include: [], exclude: [] },
    ],
  ])('is understood: %s', (typed, request) => {
    expect(parseSourcesRequest(typed)).toEqual(request);
  });

  it.each([
    ['ad https://news.example', 'Did you mean /sources add https://news.example'],
    ['chek', 'Did you mean /sources check'],
    ['remvoe gazette', 'Did you mean /sources remove gazette'],
    ['https://news.example/feed', 'Did you mean /sources add https://news.example/feed'],
    ['<https://news.example|news.example>', 'Did you mean /sources add https://news.example'],
    ['frobnicate', '/sources help'],
    ['add', 'For example: /sources add https://'],
    ['remove', 'by its address or part of its title'],
    ['add ftp://news.example/feed', 'only http and https'],
    ['add mailto:someone@news.example', 'only http and https'],
    ['add javascript:alert(1)', 'only http and https'],
    ['add gazette', 'no address of the web'],
    [`add ${FEED} https://other.example/feed`, 'one address at a time'],
    [`add ${FEED} witout sport`, 'without budget'],
    [`add https://news.example/${'a'.repeat(2_000)}`, 'characters long'],
    [
      `add ${FEED} with ${Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ')}`,
      'up to 20',
    ],
    [`add ${FEED} with "${'long '.repeat(30)}"`, 'too long to filter by'],
  ])('is refused with what to do: %.70s', (typed, sentence) => {
    const refused = parseSourcesRequest(typed);
    if (!isRefusal(refused)) throw new Error(`taken: ${JSON.stringify(refused)}`);
    expect(`${refused.refused} ${refused.next}`).toContain(sentence);
  });

  it('comes back as it was when a button carries it', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/);
    const words = fc.uniqueArray(word, { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        words,
        words,
        (url, include, exclude) => {
          const address = readAddress(url);
          fc.pre(!isRefusal(address));
          const asked = { url: address, include, exclude };
          expect(parseSourcesRequest(typeAdd(asked))).toEqual({ kind: 'add', ...asked });
        },
      ),
    );
  });

  it('never throws, whatever it is', () => {
    const piece = fc.constantFrom(
      'add ',
      'with ',
      'without ',
      '<',
      '|',
      '>',
      '"',
      '“',
      'https://',
      '&amp;',
      '(',
      ')',
      '.',
      ',',
    );
    const typed = fc
      .array(fc.oneof(piece, fc.string()), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(fc.property(typed, (words) => void parseSourcesRequest(words)));
  });
});

describe('an address', () => {
  it.each([
    ['news.example/feed', FEED],
    ['www.news.example', 'https://www.news.example/'],
    ['news.example:8080/feed', 'https://news.example:8080/feed'],
    ['“https://news.example/feed”', FEED],
    ['https://news.example/feed.', FEED],
    ['https://news.example/feed),', FEED],
    ['<https://news.example/feed|feed>,', FEED],
    ['“<https://news.example/feed>.”', FEED],
    ['feed://news.example/feed', 'http://news.example/feed'],
    ['feed:https://news.example/feed', FEED],
    ['https://news.example/Breach_(2015)', 'https://news.example/Breach_(2015)'],
    ['(https://news.example/Breach_(2015))', 'https://news.example/Breach_(2015)'],
    ['HTTPS://News.Example/Feed', 'https://news.example/Feed'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['http://127.0.0.1:3000/feed', 'http://127.0.0.1:3000/feed'],
    ['https://intranet/feed', 'https://intranet/feed'],
  ])('is read as a person means it: %s', (typed, url) => {
    expect(readAddress(typed)).toBe(url);
  });

  it.each(['', '<>', '“”', 'gazette', 'https://', 'http://a b', 'https://[bad', '...'])(
    'is refused where it is none: %j',
    (typed) => {
      expect(readAddress(typed)).toHaveProperty('refused');
    },
  );
});

describe('words to filter by', () => {
  it.each([
    ['', []],
    [' , ,', []],
    ['bridge ferry', ['bridge', 'ferry']],
    ['data breach, bridge', ['data breach', 'bridge']],
    ['"data  breach" bridge', ['data breach', 'bridge']],
    ['«data breach» Bridge bridge', ['data breach', 'bridge']],
  ])('are read: %j', (typed, words) => {
    const read = readFilterWords(typed);
    expect(Array.isArray(read) && read.map((word) => word.toLowerCase())).toEqual(words);
  });
});
