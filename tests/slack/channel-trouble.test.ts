import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../src/digest/deliver.ts';
import { DIGEST_POST_IT, RESUME_DIGEST } from '../../src/slack/actions/ids.ts';
import { generatedNews } from '../digest/generated-news.ts';
import { type Office, openOffice, seen } from './office.ts';

const DAY_MS = 86_400_000;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { corpus, workspace } = office;
  await corpus.subscribe({
    ...{ channel: workspace.channel('briefing'), topics: [], by: workspace.person.id },
    schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: ['00:00'], timeZone: 'UTC' },
    since: new Date(Date.now() - DAY_MS).toISOString(),
    startsAfter: (await corpus.size()).lastArrival,
  });
  await corpus.add(generatedNews(3));
});
afterEach(() => office.close());

const round = () => deliverDue(office.corpus, office.desk.ports);
const digests = () => office.workspace.log.filter(({ metadata }) => metadata !== undefined);
const told = () =>
  office.workspace.log.filter(({ channel }) => channel === office.workspace.channel('dm'));

describe('a channel with a digest', () => {
  const troubles: readonly [string, (office: Office) => void, (office: Office) => void, RegExp][] =
    [
      [
        'that the bot was taken out of',
        ({ workspace }) => workspace.removeBot('briefing'),
        ({ workspace }) => workspace.invite('briefing'),
        /\/invite/,
      ],
      [
        'that was archived',
        ({ workspace }) =>
          workspace.fault('chat.postMessage', { kind: 'error', error: 'is_archived' }),
        () => {},
        /archived/,
      ],
      [
        'where the bot has no permission',
        ({ workspace }) =>
          workspace.fault('chat.postMessage', { kind: 'error', error: 'restricted_action' }),
        () => {},
        /admin/,
      ],
    ];

  it.each(troubles)(
    '%s is paused, its subscriber told how to mend it, and resumed by one click',
    async (_, harm, mend, how) => {
      harm(office);
      await round();
      await round();
      expect(digests()).toEqual([]);
      expect(told()).toHaveLength(1);
      expect(told().map(seen).join()).toMatch(how);
      mend(office);
      const before = office.workspace.log.length;
      await office.workspace.person.press(RESUME_DIGEST);
      await office.workspace.when(() => office.workspace.log.length > before);
      await round();
      expect(digests()).toHaveLength(1);
      await round();
      expect(digests()).toHaveLength(1);
    },
  );

  it('that was renamed gets it as before', async () => {
    office.workspace.rename('briefing', 'news-desk');
    await round();
    expect(digests().map(({ channel }) => channel)).toEqual([
      office.workspace.channel('news-desk'),
    ]);
    expect(told()).toEqual([]);
  });
});

describe('an answer that is lost over a cut line', () => {
  it.each(['before', 'after'] as const)(
    '%s Slack took the digest leaves it there once',
    async (when) => {
      office.workspace.fault('chat.postMessage', { kind: 'disconnect', when });
      await round();
      expect(digests()).toHaveLength(when === 'after' ? 1 : 0);
      const later = () => new Date(Date.now() + 10 * 60_000).toISOString();
      await deliverDue(office.corpus, { ...office.desk.ports, clock: later });
      await deliverDue(office.corpus, { ...office.desk.ports, clock: later });
      expect(digests()).toHaveLength(1);
      expect(JSON.stringify(office.workspace.log)).not.toContain(DIGEST_POST_IT);
    },
  );
});
