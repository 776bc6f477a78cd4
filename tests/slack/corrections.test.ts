import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readText } from '../../src/reading/read.ts';
import { POST_TO_CHANNEL } from '../../src/slack/actions/ids.ts';
import { type Office, openOffice, seen } from './office.ts';

const FIRST =
  'The Arbor dam spilled 40 tons of mud into the valley on Monday, the water board said.\n\n“The wall is safe,” board chairman Peter Lund said.';
const CHANGED =
  'The Arbor dam spilled 65 tons of mud into the valley on Monday, the water board said.\n\n“The wall is safe,” board chairman Peter Lund said.';
const BARE =
  'The Arbor dam spilled mud into the valley on Monday.\n\nFishing is forbidden there until May.';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** The dam's article as it reads now: a revision of what it was. */
async function publish(text: string): Promise<void> {
  const bare = {
    title: 'Arbor dam spills mud',
    outlet: 'Gazette',
    publishedAt: '2019-03-04',
    text,
  };
  const reading = readText(bare);
  await office.corpus.add([{ ...bare, id: 'dam', author: null, url: null, basedOn: [], reading }]);
}

async function ask(words: string): Promise<string> {
  const answer = seen(await office.ask(words));
  await office.desk.inFlight.settled();
  return answer;
}

/** Presses Post to channel and resolves with every message that all can see since. */
async function post() {
  const { workspace, desk } = office;
  const before = workspace.log.length;
  await workspace.person.press(POST_TO_CHANNEL);
  await desk.inFlight.settled();
  return workspace.log.slice(before).filter(({ visibleTo }) => !visibleTo);
}

describe('whoever was shown a line that its article no longer has', () => {
  it('sees both texts in the next brief, and once', async () => {
    await publish(FIRST);
    expect(await ask('/brief Arbor dam')).not.toContain('Corrections');
    await publish(CHANGED);
    const next = await ask('/brief Arbor dam');
    expect(next).toContain('Corrections');
    expect(next).toMatch(/Was: .*40 tons of mud.*Now: .*65 tons of mud/s);
    expect(await ask('/brief Arbor dam')).not.toContain('Corrections');
  });

  it('sees it in a brief about something else too', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    await publish(CHANGED);
    expect(await ask('/brief opm')).toMatch(/Was: .*40 tons.*Now: .*65 tons/s);
  });

  it('is told where nothing stands in its place', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    await publish(BARE);
    expect(await ask('/brief Arbor dam')).toContain('The article no longer says this.');
  });

  it('hears nothing of a change in punctuation, nor of an article that was removed', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    await publish(FIRST.replace('Monday, the', 'Monday; the'));
    expect(await ask('/brief Arbor dam')).not.toContain('Corrections');
    await publish(CHANGED);
    await office.corpus.remove('dam');
    expect(await ask('/brief opm')).not.toContain('Corrections');
  });

  it('is told when the words are laid to somebody else', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    await publish(FIRST.replace('board chairman Peter Lund', 'a person familiar with the dam'));
    expect(await ask('/brief Arbor dam')).toContain('Corrections');
  });

  it('alone sees it: another person was shown nothing', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    expect(await office.corpus.shown('U-other')).toEqual([]);
    expect(await office.corpus.shown(office.workspace.person.id)).toHaveLength(1);
  });

  it('is never shown what changed later in a brief as of a day', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    await publish(CHANGED);
    const then = await ask('/brief Arbor dam as of 2019-03-05');
    expect(then).toContain('40 tons');
    expect(then).not.toContain('65 tons');
  });
});

describe('what is new', () => {
  it('is the statement that changed, not what was there before', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    await publish(CHANGED);
    const fresh = await ask('/brief Arbor dam new');
    expect(fresh).toContain('65 tons');
    expect(fresh).not.toContain('The wall is safe');
    expect(await ask('/brief Arbor dam new')).toContain('Nothing new');
  });

  it('since a day holds what changed since, with what it was', async () => {
    await publish(FIRST);
    await publish(CHANGED);
    const since = await ask('/brief Arbor dam since 2019-06-01');
    expect(since).toMatch(/Was: .*40 tons.*Now: .*65 tons/s);
    expect(since).not.toContain('The wall is safe');
  });
});

describe('a brief that was posted to a channel', () => {
  it('is corrected in its thread when another is posted', async () => {
    await publish(FIRST);
    await ask('/brief Arbor dam');
    const [first] = await post();
    await publish(CHANGED);
    await ask('/brief opm');
    const posted = await post();
    const correction = posted.find(({ threadTs }) => threadTs === first?.ts);
    expect(seen(correction ?? { text: '', blocks: [] })).toMatch(/Was: .*40 tons.*Now: .*65 tons/s);
    await ask('/brief dialogues');
    expect((await post()).filter(({ threadTs }) => threadTs === first?.ts)).toEqual([]);
  });
});
