import { afterEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { readText } from '../../src/reading/read.ts';
import { ADD_SOURCE } from '../../src/slack/actions/ids.ts';
import type { Options } from '../../src/workspace/workspace.ts';
import { feedAt, gate, type MemoryOptions, memorySources, withHealth } from './memory-sources.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
afterEach(() => office.close());

const AT_ONCE = { first: 0, between: 0 };
const open = async (
  options: MemoryOptions = {},
  {
    editors = [],
    pace,
    ...more
  }: Partial<Options> & { editors?: string[]; pace?: typeof AT_ONCE } = {},
) => {
  const sourcesOn = (corpus: Corpus) => memorySources({ ...options, corpus });
  office = await openOffice(more, editors, { sourcesOn, ...(pace && { pace }) });
};
const errors = () => office.logged.filter((line) => /"level":(50|60)/.test(line));
const words = () => seen({ text: '', blocks: office.workspace.home()?.blocks ?? [] });
const modalWords = () => seen({ text: '', blocks: office.workspace.modal()?.blocks ?? [] });
const homeWith = (sentence: string) => office.workspace.when(() => words().includes(sentence));
const modalWith = (sentence: string) =>
  office.workspace.when(() => modalWords().includes(sentence));

const FEED = 'https://news.example/feed';
const lake = feedAt(FEED, { title: 'Lake gazette' });
const web = { [FEED]: { feed: 'Lake gazette', listed: 25 } };

describe('Home', () => {
  it('shows the topics with what is new, the digests, and how to add a source', async () => {
    await open();
    const { workspace, corpus } = office;
    const today = new Date().toISOString().slice(0, 10);
    const bare = {
      title: 'OPM',
      outlet: 'Gazette',
      publishedAt: today,
      text: 'The Office of Personnel Management (OPM) moved.',
    };
    await corpus.add([
      { ...bare, id: 'x', author: null, url: null, basedOn: [], reading: readText(bare) },
    ]);
    await office.ask('/digest on weekdays 08:30 America/New_York');
    workspace.person.open('home');
    await homeWith('Sources');
    expect(words()).toContain('The OPM breaches (1 new)');
    expect(words()).not.toContain('(0 new)');
    expect(words()).toContain(`<#${workspace.channel('briefing')}> gets every new article`);
    expect(words()).toContain('Last: none yet.');
    expect(words()).toContain('No feed is followed yet');
    expect(words()).toContain('OPM in the Federal Register');
    expect(errors()).toEqual([]);
  });

  it('briefs a topic in a modal, and opens a source above it', async () => {
    await open();
    office.workspace.person.open('home');
    await homeWith('Sources');
    await office.workspace.person.press('brief-topic:opm');
    await modalWith('The OPM breaches');
    expect(JSON.stringify(office.workspace.modal())).not.toContain('post-to-channel');
    await office.workspace.person.press('show-sources');
    await modalWith('Sources: The OPM breaches');
    await office.workspace.person.press('read-article:1');
    await modalWith('revision 1');
    await office.workspace.person.dismiss();
    await modalWith('Sources: The OPM breaches');
    expect(errors()).toEqual([]);
  });

  it('follows a feed from the form, says so in its place, and shows it', async () => {
    await open({ web });
    const { person } = office.workspace;
    person.open('home');
    await homeWith('Sources');
    await person.press(ADD_SOURCE);
    await modalWith('A feed is followed from now on');
    await person.submit({ url: 'gazette', include: 'x'.repeat(100) });
    expect(office.workspace.modalErrors()).toMatchObject({
      url: expect.stringContaining('no address of the web'),
      include: expect.stringContaining('too long'),
    });
    await person.submit({ url: 'news.example/feed', include: 'bridge, data breach', exclude: '' });
    await modalWith('Following Lake gazette. It lists 25 entries');
    await homeWith('Lake gazette');
    expect(words()).toContain('Only with “bridge”, “data breach”.');
    expect(errors()).toEqual([]);
  });

  it('says what became of an address in a private message where the modal was closed', async () => {
    const way = gate();
    await open({ web, gate: way });
    const { person } = office.workspace;
    person.open('home');
    await homeWith('Sources');
    await person.press(ADD_SOURCE);
    await modalWith('A feed is followed');
    await person.submit({ url: FEED });
    await modalWith('Looking at');
    await person.dismiss();
    way.open();
    await office.desk.inFlight.settled();
    expect(office.workspace.messages('dm').map(seen)).toEqual([
      expect.stringContaining('Following Lake gazette'),
    ]);
  });

  it('asks the feeds, shows how far that is in a modal that changes, and then itself anew', async () => {
    const way = gate();
    const ask = () => withHealth(lake, { askedAt: new Date().toISOString() });
    await open({ followed: [lake], gate: way, ask }, { pace: AT_ONCE });
    const { person } = office.workspace;
    person.open('home');
    await homeWith('Asked 1 hour ago');
    await person.press('sources:check');
    const tell = await way.passing;
    await modalWith('Asking 1 feed');
    tell({ done: 0, of: 1, at: 'news.example' });
    await modalWith('0 of 1 done, now news.example');
    way.open();
    await modalWith('It answered');
    await homeWith('Asked just now');
    expect(office.workspace.messages('dm')).toEqual([]);
    expect(errors()).toEqual([]);
  });

  it('stops following once that is confirmed, and shows those in trouble first', async () => {
    const problem = { refused: 'It answered 404.', next: 'Look.' };
    const bad = withHealth(feedAt('https://bad.example/', { title: 'Bad' }), { problem });
    await open({ followed: [lake, bad] });
    const { person } = office.workspace;
    person.open('home');
    await homeWith('1 needs a look · 1 is well');
    expect(words().indexOf('It answered 404.')).toBeLessThan(words().indexOf('Lake gazette'));
    await person.press('sources:remove:0');
    await modalWith('Bad is not followed any more');
    await office.workspace.when(() => !words().includes('It answered 404.'));
  });

  it('is for looking alone where others are the editors', async () => {
    await open({ followed: [lake] }, { editors: ['U0EDITOR1'] });
    const { person } = office.workspace;
    person.open('home');
    await homeWith('Lake gazette');
    await person.press(ADD_SOURCE);
    await modalWith('Only the editors');
    await person.press('sources:remove:0');
    await office.desk.inFlight.settled();
    expect(await office.desk.sources.feeds()).toHaveLength(1);
  });

  it('holds 300 feeds and as many digests as there are within what Slack takes', async () => {
    const followed = Array.from({ length: 300 }, (_, at) =>
      feedAt(`https://news.example/${at}`, { title: `<!channel> ${'long '.repeat(300)}${at}` }),
    );
    await open({ followed });
    for (let at = 0; at < 40; at += 1) {
      await office.corpus.subscribe({
        ...{
          channel: `C0CHANNEL${at}`,
          topics: [],
          by: 'U1',
          since: '2015-07-01T00:00:00Z',
          startsAfter: 0,
        },
        schedule: { days: [1], times: ['08:30'], timeZone: 'UTC' },
      });
    }
    office.workspace.person.open('home');
    await homeWith('290 more');
    expect(words()).toContain('30 more');
    expect(errors()).toEqual([]);
  });

  it.each([
    ['ratelimited', { kind: 'rate-limited', retryAfter: 30 }],
    ['an error', { kind: 'error', error: 'not_enabled' }],
    ['no answer', { kind: 'disconnect', when: 'before' }],
  ] as const)('is only missing for a while where Slack does not take it: %s', async (_, fault) => {
    await open();
    const { workspace } = office;
    workspace.fault('views.publish', fault);
    workspace.person.open('home');
    expect(seen(await office.ask('/sources'))).toContain('No feed is followed');
    workspace.person.open('home');
    await homeWith('Sources');
    expect(office.logged.join()).toContain('Home could not be drawn');
  });
});
