import { afterEach, expect, it, onTestFinished } from 'vitest';
import { keepFollowing } from '../../src/ingest/feeds/keep-following.ts';
import { rss, textOf } from '../ingest/feeds/world.ts';
import { startSite, webTo } from '../ingest/web/local-web.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
afterEach(() => office.close());

it('a feed added in Slack brings articles that a brief then cites, and goes at a word', async () => {
  const site = await startSite();
  const words = '<p>Kestrel flights over Orrin were counted, warden Ada Brook said on Monday.</p>';
  site.at('/feed', (_, response) =>
    response.end(rss([{ key: 'k', title: 'Kestrels counted', text: words + textOf(3) }])),
  );
  office = await openOffice({}, [], {
    sourcesOn: (corpus) => {
      const following = keepFollowing(
        corpus,
        webTo([site.host]),
        async () => true,
        (_, error) => {
          throw error;
        },
      );
      onTestFinished(() => following.stop());
      return following.sources;
    },
  });
  expect(seen(await office.ask(`/sources add ${site.url}/feed`))).toMatch(/Harbour notes/);
  // The feed is asked again, or the ask under way is joined.
  await office.ask('/sources check');
  expect(seen(await office.ask('/brief kestrel'))).toContain('Kestrel flights over Orrin');
  expect(seen(await office.ask('/sources'))).toMatch(/Harbour notes.*last new entry/s);
  await office.ask('/sources remove harbour');
  expect(await office.corpus.feeds()).toEqual([]);
  expect(seen(await office.ask('/brief kestrel'))).toContain('Kestrel flights over Orrin');
});

it('an address that is not public is refused where it was typed', async () => {
  office = await openOffice({}, [], {
    sourcesOn: (corpus) => {
      const following = keepFollowing(
        corpus,
        webTo([]),
        async () => true,
        () => {},
      );
      onTestFinished(() => following.stop());
      return following.sources;
    },
  });
  const answer = seen(await office.ask('/sources add http://169.254.169.254/latest/meta-data'));
  expect(answer).toContain('169.254.169.254 is no public address');
});
