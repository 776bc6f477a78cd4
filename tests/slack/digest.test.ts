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
    schedule: { days: [1], times: ['08:30'], timeZone: 'UTC' },
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

describe('the form of a digest', () => {
  const modal = () => seen({ text: '', blocks: office.workspace.modal()?.blocks ?? [] });
  const modalWith = (sentence: string) =>
    office.workspace.when(() => modal().includes(sentence) || undefined);
  const home = () => seen({ text: '', blocks: office.workspace.home()?.blocks ?? [] });
  const filled = { days: ['1', '4'], times: '17:00, 8:30', zone: 'Berlin', quiet: '2099-12-24' };

  it('opens from /digest, says what is wrong field by field, and starts a digest', async () => {
    await office.ask('/digest');
    await office.workspace.person.press('set-up-digest:0');
    await modalWith('A digest for');
    await office.workspace.person.submit({ ...filled, times: '25:00', zone: 'EST' });
    expect(office.workspace.modalErrors()).toMatchObject({
      times: expect.stringContaining('25:00'),
      zone: expect.stringContaining('America/New_York'),
    });
    await office.workspace.person.submit({ ...filled, topics: ['opm'], empty: ['says'] });
    await modalWith('Monday, Thursday at 08:30 and 17:00, Europe/Berlin. Quiet on 2099-12-24.');
    const [subscription] = await office.corpus.subscriptions();
    expect(subscription).toMatchObject({
      channel: office.workspace.channel('briefing'),
      topics: ['opm'],
      saysNothingNew: true,
    });
    expect(errors()).toEqual([]);
  });

  it('opens from Home for any channel, and there shows what it changed', async () => {
    const { person } = office.workspace;
    person.open('home');
    await office.workspace.when(() => home().includes('Digests'));
    await person.press('set-up-digest:0');
    await modalWith('Channel');
    await person.submit(filled);
    expect(office.workspace.modalErrors()).toHaveProperty('where');
    await person.submit({ ...filled, where: office.workspace.channel('general') });
    await modalWith('Monday, Thursday');
    await office.workspace.when(() => home().includes('Monday, Thursday'));
    await person.dismiss();
    await person.press('set-up-digest:2');
    await modalWith('A digest for');
    expect(JSON.stringify(office.workspace.modal())).toContain('08:30, 17:00');
    await person.submit({ ...filled, days: ['5'] });
    await office.workspace.when(() => home().includes('Friday at 08:30'));
    expect(errors()).toEqual([]);
  });
});

describe('a digest of one’s own', () => {
  it('comes by direct message, is shown to its owner, and needs no editor', async () => {
    const kept = await openOffice({}, ['U0EDITOR01']);
    try {
      const { workspace, corpus } = kept;
      expect(seen(await kept.ask('/digest me'))).toContain('You have no digest of your own');
      expect(seen(await kept.ask('/digest me on daily 08:30 UTC'))).toContain(
        `<@${workspace.person.id}> gets every new article`,
      );
      expect(seen(await kept.ask('/digest', 'dm'))).toContain('every day at 08:30, UTC');
      const bare = {
        title: 'Ferry',
        outlet: 'Gazette',
        publishedAt: '2015-07-01',
        text: 'It ran.',
      };
      const beside = { id: 'f', author: null, url: null, basedOn: [], reading: readText(bare) };
      await corpus.add([{ ...bare, ...beside }]);
      expect(seen(await kept.ask('/digest me now'))).toContain('Posted.');
      expect(workspace.messages('dm').filter(({ metadata }) => metadata)).toHaveLength(1);
    } finally {
      await kept.close();
    }
  });
});

describe('/digest without a time zone', () => {
  it("takes the asker's where the profile may be read", async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(seen(await office.ask('/digest on weekly on Monday 9am'))).toContain(
      `Monday at 09:00, ${timeZone}`,
    );
  });

  it('takes that of the last digest of theirs, or asks, where it may not', async () => {
    const blind = await openOffice({ declinedScopes: ['users:read'] });
    try {
      expect(seen(await blind.ask('/digest on daily 9am'))).toContain('no time zone');
      await blind.ask('/digest on daily 9am Asia/Tokyo');
      expect(seen(await blind.ask('/digest me on daily 10am'))).toContain('10:00, Asia/Tokyo');
    } finally {
      await blind.close();
    }
  });

  it('ends, sets and shows quiet days, and what is done when nothing is new', async () => {
    await office.ask(ON);
    expect(seen(await office.ask('/digest quiet 2099-12-24 to 2099-12-26'))).toContain(
      'Quiet on 2099-12-24 to 2099-12-26.',
    );
    expect(seen(await office.ask('/digest nothing-new say'))).toContain('Says so when nothing');
    expect(seen(await office.ask('/digest quiet off'))).not.toContain('Quiet on');
    expect(seen(await office.ask('/digest quiet tomorrow-ish'))).toContain('not a day');
  });
});
