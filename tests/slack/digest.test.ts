import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { previewDigest } from '../../src/digest/upcoming.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { readText } from '../../src/reading/read.ts';
import { DIGEST_IS_THERE, DIGEST_POST_IT } from '../../src/slack/actions/ids.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const ON = '/digest on weekdays 08:30 America/New_York';

/** An article of the tests: real prose about nothing that exists. */
async function arrive(id: string, title: string, text: string): Promise<void> {
  const bare = { title, outlet: 'Gazette', publishedAt: '2015-07-01', text };
  await office.corpus.add([
    { ...bare, id, author: null, url: null, basedOn: [], reading: readText(bare) },
  ]);
}

const bridge = () =>
  arrive(
    'bridge',
    'Council closes the Orta bridge',
    'The council closed the Orta bridge on Wednesday after cracks were found in two of its piers.\n\n“Nobody was in danger at any time, and the piers will be repaired before the winter,” the council said in a statement.',
  );
const ferry = () =>
  arrive(
    'ferry',
    'Ferry to run until the bridge opens again',
    'A ferry will cross Lake Orta every 20 minutes until the bridge opens again, the harbor office said on Thursday.',
  );

function subscribed(corpus: Corpus, channel: string, by: string): Promise<void> {
  return corpus.subscribe({
    ...{ channel, by, topics: [], startsAfter: 0, since: '2015-07-01T00:00:00.000Z' },
    schedule: { days: [1], time: '08:30', timeZone: 'UTC' },
  });
}

/** A delivery of which its subscriber was asked, and has not answered. */
function unsettled(channel: string): Delivery {
  const slot = '2015-07-06T08:30:00.000Z';
  return {
    ...{ id: `${channel}/${slot}`, channel, slot, ts: null, at: slot, toldAt: slot },
    ...{ state: 'unknown', reason: 'request_timeout' },
    digest: { channel, after: 0, upTo: 99, stories: [], sources: [] },
  };
}

const posted = () => office.workspace.log.filter(({ visibleTo }) => !visibleTo);
const errors = () => office.logged.filter((line) => /"level":(50|60)/.test(line));

describe('/digest', () => {
  it('says that a channel has none, and how to start one', async () => {
    const answer = seen(await office.ask('/digest'));
    expect(answer).toContain('has no digest');
    expect(answer).toContain('/digest on weekdays 08:30 America/New_York');
  });

  it('subscribes a channel and shows schedule, last and next', async () => {
    const answer = seen(await office.ask(ON));
    expect(answer).toContain('weekdays at 08:30, America/New_York');
    expect(answer).toContain('Last: none yet');
    expect(answer).toMatch(/Next: \w+,? .* 08:30 \(America\/New_York\)/);
  });

  it.each([
    ['/digest on weekdays 08:30', 'time zone'],
    ['/digest on weekdays 25:00 UTC', '25:00'],
    ['/digest on weekdays 08:30 America/New_Yrok', 'America/New_York'],
    ['/digest on daily 8:00 UTC unicorns', 'unicorns'],
    ['/digest tomorrow', '/digest help'],
    ['/digest help', 'What /digest can do'],
    ['/digest off', 'has no digest'],
    ['/digest now', 'has no digest'],
  ])('says what to do about %s', async (typed, sentence) => {
    expect(seen(await office.ask(typed))).toContain(sentence);
    expect(errors()).toEqual([]);
  });

  it('posts what has come in since the channel subscribed, once, with its delivery in the metadata', async () => {
    await office.ask(ON);
    expect(seen(await office.ask('/digest now'))).toContain('Nothing new since');
    await bridge();
    await office.workspace.person.type('briefing', '/digest now');
    const [digest] = await office.workspace.when(() => posted().length > 0 && posted());
    expect(seen(digest ?? { text: '' })).toContain('cracks were found in two of its piers');
    expect(seen(digest ?? { text: '' })).toContain('Nobody was in danger');
    expect(digest?.metadata).toMatchObject({ event_type: 'briefing_digest' });
    await office.ask('/digest now');
    expect(posted()).toHaveLength(1);
    await ferry();
    await office.workspace.person.type('briefing', '/digest now');
    await office.workspace.when(() => posted().length === 2);
    expect(seen(posted()[1] ?? { text: '' })).not.toContain('piers');
  });

  it('previews what there is, for the asker alone', async () => {
    const answer = await office.ask('/digest preview');
    expect(seen(answer)).toContain('Nothing has been posted');
    expect(answer.visibleTo).toBe(office.workspace.person.id);
    expect(posted()).toEqual([]);
  });

  it('stops', async () => {
    await office.ask(ON);
    expect(seen(await office.ask('/digest off'))).toContain('gets no digest any more');
    expect(await office.corpus.subscriptions()).toEqual([]);
  });

  it('says how to mend a channel that the bot is not in, and goes on when told to', async () => {
    await office.ask(ON, 'general');
    await bridge();
    expect(seen(await office.ask('/digest now', 'general'))).toContain('/invite @Briefing');
    office.workspace.invite('general');
    await office.ask('/digest on', 'general');
    await office.workspace.person.type('general', '/digest now');
    const general = office.workspace.channel('general');
    await office.workspace.when(() => posted().some(({ channel }) => channel === general));
  });

  it('never posts blindly again after a broken connection: it says that it does not know', async () => {
    await office.ask(ON);
    await bridge();
    office.workspace.fault('chat.postMessage', { kind: 'no-answer', when: 'after' });
    await office.workspace.person.type('briefing', '/digest now');
    const answer = await office.workspace.when(() =>
      office.workspace.log.find((message) => seen(message).includes('has not said whether')),
    );
    expect(answer.visibleTo).toBe(office.workspace.person.id);
    const delivered = await office.corpus.deliveries(office.workspace.channel('briefing'));
    expect(delivered.map(({ state }) => state)).toEqual(['unknown']);
    expect(posted()).toHaveLength(1);
  });

  it('asks the subscriber where looking was not granted, and posts only when told to', async () => {
    const blind = await openOffice({ declinedScopes: ['channels:history', 'groups:history'] });
    try {
      const { workspace, corpus, desk } = blind;
      await blind.ask(ON);
      const subscription = (await corpus.subscriptions())[0];
      const preview = await previewDigest(corpus, workspace.channel('briefing'), []);
      if ('refused' in preview) throw new Error(preview.refused);
      const delivery: Delivery = {
        id: `${workspace.channel('briefing')}/2015-07-01T12:30:00.000Z`,
        channel: workspace.channel('briefing'),
        slot: '2015-07-01T12:30:00.000Z',
        state: 'claimed',
        digest: preview.digest,
        ts: null,
        reason: null,
        at: '2015-07-01T12:30:01.000Z',
      };
      await corpus.record({
        ...delivery,
        digest: { ...delivery.digest, after: subscription?.startsAfter ?? 0, upTo: 99 },
      });
      await deliverDue(corpus, desk.ports);
      const question = await workspace.when(() =>
        workspace.log.find((message) => seen(message).includes('Is it there?')),
      );
      expect(question.channel).toBe(workspace.channel('dm'));
      const isPosted = () => workspace.log.filter(({ metadata }) => metadata !== undefined);
      expect(isPosted()).toEqual([]);
      await workspace.person.press(DIGEST_POST_IT);
      await workspace.when(() => isPosted().length === 1);
      await workspace.person.press(DIGEST_POST_IT);
      await workspace.when(() =>
        workspace.log.some((message) => seen(message).includes('settled already')),
      );
      expect(isPosted()).toHaveLength(1);
    } finally {
      await blind.close();
    }
  });
});

describe('who may change a digest', () => {
  it('holds for settling one too: only an editor or whoever was asked', async () => {
    const kept = await openOffice({}, ['U0EDITOR01']);
    try {
      const { workspace, corpus } = kept;
      const channel = workspace.channel('briefing');
      await subscribed(corpus, channel, 'U0EDITOR01');
      await corpus.record(unsettled(channel));
      await kept.ask('/digest');
      expect(seen(await kept.press(DIGEST_IS_THERE))).toContain('Only the editors');
      expect((await corpus.deliveries(channel)).map(({ state }) => state)).toEqual(['unknown']);
    } finally {
      await kept.close();
    }
  });

  it('is a setting', async () => {
    const kept = await openOffice({}, ['U0EDITOR01']);
    try {
      expect(seen(await kept.ask(ON))).toContain('Only the editors');
      expect(await kept.corpus.subscriptions()).toEqual([]);
      expect(seen(await kept.ask('/digest'))).toContain('has no digest');
    } finally {
      await kept.close();
    }
  });
});
