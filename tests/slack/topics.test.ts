import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
afterEach(() => office.close());

const open = async (editors: readonly string[] = []) => {
  office = await openOffice({}, editors);
};
const errors = () => office.logged.filter((line) => /"level":(50|60)/.test(line));
const homeWords = () => seen({ text: '', blocks: office.workspace.home()?.blocks ?? [] });
const modalWords = () => seen({ text: '', blocks: office.workspace.modal()?.blocks ?? [] });
const homeWith = (sentence: string) => office.workspace.when(() => homeWords().includes(sentence));
const modalWith = (sentence: string) =>
  office.workspace.when(() => modalWords().includes(sentence));
const formWith = (title: string) =>
  office.workspace.when(() =>
    JSON.stringify(office.workspace.modal()?.title ?? '').includes(title),
  );
const topicCalled = async (name: string) =>
  (await office.corpus.topics()).find((topic) => topic.name === name);

const FINGERPRINTS = {
  name: 'fingerprints',
  title: 'Stolen fingerprints',
  aliases: 'fingerprints\n• fingerprint records\nFingerprints',
  questions: 'How many fingerprints were stolen? | 5.6 million, 21,500 people\nWho won the cup?',
};

async function subscribe(channel: string, topics: readonly string[]) {
  await office.corpus.subscribe({
    ...{ channel: office.workspace.channel(channel), topics, by: office.workspace.person.id },
    ...{ since: '2015-07-01T00:00:00Z', startsAfter: 0 },
    schedule: { days: [1], times: ['08:30'], timeZone: 'UTC' },
  });
}

describe('a new topic', () => {
  it('is filled in on Home, works over the whole library at once, and says what it found', async () => {
    await open();
    const { person } = office.workspace;
    person.open('home');
    await homeWith('Topics');
    await person.press('new-topic');
    await formWith('New topic');
    await person.submit(FINGERPRINTS);
    await modalWith('It finds 3 of 23 articles, 9 July 2015 – 7 September 2016.');
    expect(await topicCalled('fingerprints')).toEqual({
      name: 'fingerprints',
      title: 'Stolen fingerprints',
      aliases: ['fingerprints', 'fingerprint records'],
      questions: [
        { ask: 'How many fingerprints were stolen?', words: ['5.6 million', '21,500 people'] },
        { ask: 'Who won the cup?', words: [] },
      ],
    });
    await homeWith('Stolen fingerprints');
    await person.press('brief-topic:fingerprints');
    await modalWith('How many fingerprints were stolen?');
    expect(modalWords()).toMatch(/How many fingerprints were stolen\?.*5\.6 million/s);
    expect(modalWords()).toMatch(/Who won the cup\?\s+The articles don't say/);
    // Slack takes three modals above one another; a fourth stands in the place of the third.
    await person.press('show-sources');
    await modalWith('Sources: Stolen fingerprints');
    await person.press('read-article:1');
    await modalWith('revision 1');
    expect(errors()).toEqual([]);
  });

  it('without questions says who said what', async () => {
    await open();
    await office.ask('/brief topics');
    await office.workspace.person.press('new-topic');
    await formWith('New topic');
    await office.workspace.person.submit({ name: 'kirby', title: 'John Kirby', aliases: 'Kirby' });
    await modalWith('It finds 10 of 23 articles');
    expect(seen(await office.ask('/brief kirby'))).toMatch(/Who said what\?.*Kirby/s);
  });

  it('that is wrong is refused at each field', async () => {
    await open();
    await office.ask('/brief topics');
    await office.workspace.person.press('new-topic');
    await formWith('New topic');
    const lines = (n: number) => Array.from({ length: n }, (_, at) => `Who is ${at}?`).join('\n');
    for (const [given, field, sentence] of [
      [{ name: 'U S' }, 'name', 'is no name for a topic'],
      [{ name: 'new' }, 'name', 'means something else after /brief'],
      [{ name: 'opm' }, 'name', 'There is a topic “opm” already'],
      [{ aliases: 'fingerprints\n—' }, 'aliases', 'holds no word'],
      [{ aliases: 'x'.repeat(101) }, 'aliases', 'too long for an alias'],
      [{ aliases: lines(101) }, 'aliases', 'up to 100'],
      [{ questions: '| million' }, 'questions', 'is no question'],
      [{ questions: `Who? | ${'x'.repeat(101)}` }, 'questions', 'cannot mark an answer'],
      [{ questions: lines(11) }, 'questions', 'up to 10 questions'],
    ] as const) {
      await office.workspace.person.submit({ ...FINGERPRINTS, ...given });
      expect(office.workspace.modalErrors()).toEqual({
        [field]: expect.stringContaining(sentence),
      });
    }
    expect(await topicCalled('fingerprints')).toBeUndefined();
  });

  it('whose alias is in most articles is saved with a warning that counts them', async () => {
    await open();
    await office.ask('/brief topics');
    await office.workspace.person.press('new-topic');
    await formWith('New topic');
    await office.workspace.person.submit({ name: 'us', title: 'Any', aliases: 'the\nhotline' });
    await modalWith('“the” by itself is in 23 of 23 articles');
    expect(modalWords()).not.toContain('“hotline” by itself');
  });

  it('that finds nothing says so, and offers no brief', async () => {
    await open();
    await office.ask('/brief topics');
    await office.workspace.person.press('new-topic');
    await formWith('New topic');
    await office.workspace.person.submit({ name: 'zebra', title: 'Zebra <!here>', aliases: '' });
    await modalWith('None of the 23 articles so far belongs to it');
    const modal = JSON.stringify(office.workspace.modal());
    expect(modal).not.toContain('brief-topic:');
    expect(modal).not.toContain('<!here>');
  });
});

describe('a topic', () => {
  it('is edited in a form that holds what it is, and the list beneath shows it at once', async () => {
    await open();
    const before = await topicCalled('opm');
    await office.ask('/brief topics');
    await office.workspace.person.press('show-topics:all');
    await modalWith('6 topics');
    await office.workspace.person.press('edit-topic:opm');
    await formWith('Edit topic');
    await office.workspace.person.submit({});
    await modalWith('It finds 23 of 23');
    expect(await topicCalled('opm')).toEqual(before);
    await office.workspace.person.dismiss();
    await office.workspace.person.press('edit-topic:opm');
    await formWith('Edit topic');
    await office.workspace.person.submit({ title: 'The breaches' });
    await modalWith('The breaches');
    await office.workspace.person.dismiss();
    await modalWith('6 topics');
    await office.desk.inFlight.settled();
    expect(modalWords()).toContain('The breaches');
    expect(await topicCalled('opm')).toEqual({ ...before, title: 'The breaches' });
    expect(errors()).toEqual([]);
  });

  it('is not written over where somebody changed or removed it meanwhile', async () => {
    await open();
    const opm = (await topicCalled('opm')) ?? expect.fail();
    await office.ask('/brief topics');
    await office.workspace.person.press('show-topics:all');
    await modalWith('6 topics');
    await office.workspace.person.press('edit-topic:opm');
    await formWith('Edit topic');
    await office.corpus.setTopic({ ...opm, title: 'Theirs' });
    await office.workspace.person.submit({ title: 'Mine' });
    expect(office.workspace.modalErrors().title).toContain('Somebody has changed this topic');
    await office.corpus.removeTopic('opm');
    await office.workspace.person.submit({ title: 'Mine' });
    expect(office.workspace.modalErrors().title).toContain('Somebody has removed this topic');
    expect(await topicCalled('opm')).toBeUndefined();
  });

  it('is removed once that is confirmed, and the digests that named it are named', async () => {
    await open();
    await subscribe('briefing', ['sed']);
    await subscribe('general', ['sed', 'opm']);
    const { person, channel } = office.workspace;
    person.open('home');
    await homeWith('Topics');
    await person.press('show-topics:all');
    await modalWith('6 topics');
    expect(JSON.stringify(office.workspace.modal())).toContain('"confirm":');
    await person.press('remove-topic:sed');
    await modalWith('is no topic any more');
    expect(modalWords()).toContain(
      `The digest of <#${channel('briefing')}> named it and has no topic left`,
    );
    expect(modalWords()).toContain(
      `The digest of <#${channel('general')}> named it and gets only opm now`,
    );
    await homeWith('“sed” is no topic any more');
    await person.dismiss();
    await modalWith('5 topics');
    expect(await topicCalled('sed')).toBeUndefined();
    expect(seen(await office.ask('/digest'))).toContain('“sed” is no topic any more');
    expect(seen(await office.ask('/digest now'))).toContain('every topic that it names');
    expect(errors()).toEqual([]);
  });

  it('is for editors to change where there are any, and for all to see', async () => {
    await open(['U0EDITOR1']);
    expect(seen(await office.ask('/brief topics'))).toContain('The OPM breaches');
    for (const action of ['new-topic', 'show-topics:all']) {
      await office.workspace.person.press(action);
      await office.desk.inFlight.settled();
    }
    await modalWith('6 topics');
    await office.workspace.person.press('remove-topic:sed');
    await modalWith('Only the editors');
    await office.workspace.person.dismiss();
    await office.workspace.person.press('edit-topic:sed');
    await modalWith('Only the editors');
    expect(await office.corpus.topics()).toHaveLength(6);
    expect(office.workspace.messages('briefing').map(seen).join()).toContain('Only the editors');
  });
});

describe('/brief topics', () => {
  it('lists them, each with its brief, and help names it', async () => {
    await open();
    const answer = await office.ask('/brief topics');
    expect(answer.visibleTo).toBe(office.workspace.person.id);
    expect(seen(answer)).toContain('/brief cyber-agreement');
    expect(seen(await office.press('brief-topic:ssd'))).toContain('Strategic Security Dialogue');
    expect(seen(await office.ask('/brief help'))).toContain('/brief topics');
  });

  it('holds 60 topics of the longest kind, on Home and in the list too', async () => {
    await open();
    for (const { name } of await office.corpus.topics()) await office.corpus.removeTopic(name);
    const asks = Array.from({ length: 10 }, (_, at) => ({
      ask: `${at}${'&'.repeat(149)}`,
      words: [],
    }));
    for (let at = 0; at < 60; at += 1) {
      const name = `${at}${'&'.repeat(39 - String(at).length)}x`;
      const title = `${at}${'&'.repeat(100 - String(at).length)}`;
      await office.corpus.setTopic({ name, title, aliases: ['opm'], questions: asks });
    }
    expect(seen(await office.ask('/brief topics'))).toContain('48 more');
    office.workspace.person.open('home');
    await homeWith('35 more');
    await office.workspace.person.press('show-topics:all');
    await modalWith('1 to 20 of 60 topics');
    await office.workspace.person.press('show-topics:after');
    await modalWith('21 to 40 of 60 topics');
    const [, second] = JSON.stringify(office.workspace.modal()).match(/"(edit-topic:[^"]+)"/) ?? [];
    await office.workspace.person.press(second ?? '');
    await formWith('Edit topic');
    await office.workspace.person.submit({});
    await modalWith('It finds 23 of 23');
    expect(seen(await office.ask('/brief help'))).toContain('/brief topics');
    expect(errors()).toEqual([]);
  });

  it('says how to begin where there is none', async () => {
    await open();
    for (const { name } of await office.corpus.topics()) await office.corpus.removeTopic(name);
    expect(seen(await office.ask('/brief topics'))).toContain('There is no topic yet');
    office.workspace.person.open('home');
    await homeWith('There is no topic yet');
    await office.workspace.person.press('new-topic');
    await formWith('New topic');
  });
});
