import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedDate } from '../../../src/ingest/feeds/feed-date.ts';

test.each([
  // RFC 822 and 5322
  ['Mon, 22 Jun 2015 14:05:09 GMT', '2015-06-22T14:05:09Z'],
  ['Mon, 22 Jun 2015 14:05 +0530', '2015-06-22T14:05+05:30'],
  ['22 Jun 15 14:05:09 EDT', '2015-06-22T14:05:09-04:00'],
  ['Mon, 22 June 1998 14:05:09 EST', '1998-06-22T14:05:09-05:00'],
  ['22 Jun 98 14:05:09 Z', '1998-06-22T14:05:09Z'],
  // … as written by hand
  ['Monday, 22 June 2015 14:05:09 -0000', '2015-06-22T14:05:09Z'],
  ['Fri, 22 Jun 2015 14:05:09 -0400 (EDT)', '2015-06-22T14:05:09-04:00'],
  ['Mon,22 Jun 2015  14:05:09 GMT+2', '2015-06-22T14:05:09+02:00'],
  ['Mon, 22 Jun 2015 14:05:09 UTC+02:00', '2015-06-22T14:05:09+02:00'],
  ['Mon, 22-Jun-2015 14:05:09 GMT', '2015-06-22T14:05:09Z'],
  ['Mon 22 Jun 2015', '2015-06-22'],
  ['Jun 22, 2015', '2015-06-22'],
  ['June 22nd, 2015 2:05 PM EDT', '2015-06-22T14:05-04:00'],
  ['June 22, 2015 at 2:05 p.m.', '2015-06-22T14:05'],
  ['Mar 3, 2015', '2015-03-03'],
  ['Mar 3 Mar 2015', '2015-03-03'],
  ['22 Jun 2015 12:05 AM', '2015-06-22T00:05'],
  ['Mon, 22 Jun 2015 14:05:09', '2015-06-22T14:05:09'],
  ['Mon, 22 Jun 2015 14:05:09 Nowhere', '2015-06-22T14:05:09'],
  ['Mon, 22 Jun 2015 24:00:00 GMT', '2015-06-23T00:00:00Z'],
  ['Mon, 22 Jun 2015 14:05:60 GMT', '2015-06-22T14:05:59Z'],
  // Zones that are places: winter and summer
  ['22 Jan 2015 14:05:09 ET', '2015-01-22T14:05:09-05:00'],
  ['22 Jun 2015 14:05:09 ET', '2015-06-22T14:05:09-04:00'],
  ['20 Mar 2005 14:05:09 PT', '2005-03-20T14:05:09-08:00'],
  ['22 Jun 2015 14:05:09 CT', '2015-06-22T14:05:09-05:00'],
  ['22 Jun 2015 2:05 PM Eastern Daylight Time', '2015-06-22T14:05-04:00'],
  ['22 Jan 2015 14:05:09 Mountain Time', '2015-01-22T14:05:09-07:00'],
  ['22 Jun 2015 14:05:09 Central European Time', '2015-06-22T14:05:09'],
  ['22 Jun 2015 14:05:09 Europe/Berlin', '2015-06-22T14:05:09+02:00'],
  // Names of winter and of summer time: what they say, in any month
  ['22 Jun 2015 14:05:09 EST', '2015-06-22T14:05:09-05:00'],
  ['22 Jun 2015 14:05:09 BST', '2015-06-22T14:05:09+01:00'],
  ['22 Jan 2015 14:05:09 CET', '2015-01-22T14:05:09+01:00'],
  ['22 Jun 2015 14:05:09 CET', '2015-06-22T14:05:09+01:00'],
  // asctime, Unix
  ['Mon Jun 22 14:05:09 2015', '2015-06-22T14:05:09'],
  ['Mon Jun 22 14:05:09 EDT 2015', '2015-06-22T14:05:09-04:00'],
  // other languages
  ['lun, 22 juin 2015 14:05:09 +0200', '2015-06-22T14:05:09+02:00'],
  ['Mo, 22 Dez 2014 14:05:09 +0100', '2014-12-22T14:05:09+01:00'],
  ['22. März 2015', '2015-03-22'],
  // ISO 8601, RFC 3339, W3CDTF
  ['2015-06-22T14:05:09-04:00', '2015-06-22T14:05:09-04:00'],
  ['2015-06-22T14:05:09.123456Z', '2015-06-22T14:05:09Z'],
  ['2015-06-22t14:05:09,5z', '2015-06-22T14:05:09Z'],
  ['2015-06-22 14:05:09 +0200', '2015-06-22T14:05:09+02:00'],
  ['2015-06-22 14:05:09 EDT', '2015-06-22T14:05:09-04:00'],
  ['2015-06-22T14:05Z', '2015-06-22T14:05Z'],
  ['20150622T140509Z', '2015-06-22T14:05:09Z'],
  ['2015-06-22', '2015-06-22'],
  ['20150622', '2015-06-22'],
  ['2015-06', '2015-06'],
  ['2015', '2015'],
  ['2015-173', '2015-06-22'],
  ['2015-W26-1', '2015-06-22'],
  ['2015W26', '2015-06-22'],
  ['2020-W53-5', '2021-01-01'],
  ['150622', '2015-06-22'],
  ['15-06-22 14:05', '2015-06-22T14:05'],
  ['15-173', '2015-06-22'],
  ['-15-06', '2015-06'],
  ['-15', '2015'],
  ['2015/06/22 14:05:09', '2015-06-22T14:05:09'],
  ['2015-6-2', '2015-06-02'],
  ['22/06/2015', '2015-06-22'],
  ['06/22/2015 2:05 PM', '2015-06-22T14:05'],
  ['  2015-06-22\n', '2015-06-22'],
])('%s is read as far as it goes', (text, date) => {
  expect(feedDate(text)).toBe(date);
});

test.each([
  '',
  'yesterday',
  'soon, 2015',
  'Mon, 31 Jun 2015 14:05:09 GMT',
  '29 Feb 2015',
  '22 Jun 2015 25:05:09 GMT',
  '22 Jun 2015 14:60 GMT',
  '2015-13-01',
  '2015-02-30T00:00:00Z',
  '2015-06-22T14:05:09+99:00',
  '2015-06-22T14:xx:09Z',
  '2015-366',
  '2015-W54',
  '0000',
  '05/06/2015',
  '1434981909 22 Jun 2015',
  '22 Jun',
  '1 2 3 Jun 2015',
])('%j is no date that can be told', (text) => {
  expect(feedDate(text)).toBeUndefined();
});

test('an instant keeps its moment in every common writing', () => {
  const instant = fc.date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('2049-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, (date) => {
      const seconds = `${date.toISOString().slice(0, 19)}Z`;
      const spoken = date.toUTCString();
      const [, day, month, year, time] = spoken.split(' ');
      const forms = [
        seconds,
        spoken,
        `${month} ${day}, ${year} ${time} UTC`,
        `${day}-${month}-${year?.slice(2)} ${time} +0000`,
      ];
      for (const form of forms) expect(feedDate(form)).toBe(seconds);
    }),
  );
});

test('any text is a date or none', () => {
  const piece = fc.constantFrom(
    ...'2015 22 Jun : - + T Z / . , GMT 14:05:09 am mar W26 ( ) é'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' '), (pieces, between) => {
      const date = feedDate(pieces.join(between));
      if (date !== undefined)
        expect(date).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/);
    }),
    { numRuns: 500 },
  );
});
