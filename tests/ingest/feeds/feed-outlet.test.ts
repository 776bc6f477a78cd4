import { expect, test } from 'vitest';
import { outletOfFeed } from '../../../src/ingest/feeds/feed-outlet.ts';

test.each([
  ['World news | The Harbour Post', 'https://www.harbourpost.com/world', 'The Harbour Post'],
  ['The Harbour Post - Politics', 'https://harbourpost.co.uk/', 'The Harbour Post'],
  ['HPT > World News', 'https://www.hptimes.com/section/world', 'HPT'],
  ['HBC News: World', 'https://feeds.hbc.co.uk/rss', 'HBC News'],
  ['Harbour – Latest from the Harbour Post', 'https://harbour.com', 'Harbour'],
  ['Press releases', 'https://harbour.gov/press', 'Press releases'],
  ['Notes - from the harbour', 'https://example.com', 'Notes - from the harbour'],
  ['Self-contained', 'https://example.com', 'Self-contained'],
  ['Notes | Essays', 'no address', 'Notes | Essays'],
])('%s at %s is a feed of %s', (title, address, outlet) => {
  expect(outletOfFeed(title, address)).toBe(outlet);
});
