import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefFor } from '../../src/briefing/brief.ts';
import { composeBrief } from '../../src/briefing/compose.ts';
import type { Compose } from '../../src/briefing/composed-lately.ts';
import { quotesFor } from '../../src/briefing/quotes.ts';
import { parseRequest } from '../../src/briefing/request.ts';
import { sourcesFor } from '../../src/briefing/sources.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { type ComposerApart, composeApart } from '../../src/slack/composing/compose-apart.ts';
import { given, newArticleOf, starterLibrary } from '../briefing/library.ts';

let library: OwnedCorpus;
let composer: ComposerApart;
beforeAll(async () => {
  library = await starterLibrary();
  composer = composeApart();
  composer.begin();
});
afterAll(async () => {
  await composer.close();
  await library.close();
});

const ask = (typed: string, compose: Compose) =>
  briefFor(library, given(parseRequest(typed, '2026-11-23')), 'U1', compose);

describe('a brief composed apart', () => {
  it.each([
    'opm',
    'dialogues',
    'kirby',
    'opm as of 2015-07-09',
    'how many people were affected?',
    'nothing of that',
  ])('on %s is the one composed here', async (typed) => {
    expect(await ask(typed, composer.brief)).toEqual(await ask(typed, composeBrief));
  });

  it.each(['kirby', 'opm', 'nobody at all'])(
    'has the quotes and the sources on %s that are found here',
    async (typed) => {
      const request = given(parseRequest(typed, '2026-11-23'));
      expect(await quotesFor(library, request, composer.quotes)).toEqual(
        await quotesFor(library, request),
      );
      expect(await sourcesFor(library, request, composer.sources)).toEqual(
        await sourcesFor(library, request),
      );
    },
  );

  it('tells what has changed since a day, and what is gone', async () => {
    const dam = { id: 'dam', title: 'Arbor dam spills', publishedAt: '2019-03-04' };
    const told = (tons: number) =>
      `The Arbor dam spilled ${tons} tons of mud into the valley, said Ann Bell of the water board.`;
    await library.add([newArticleOf({ ...dam, text: told(40) })]);
    await library.add([newArticleOf({ ...dam, text: told(65), updatedAt: '2019-03-10' })]);
    const apart = await ask('Arbor dam since 2019-03-08', composer.brief);
    expect(apart).toEqual(await ask('Arbor dam since 2019-03-08', composeBrief));
    expect(JSON.stringify(apart)).toContain('40 tons');
  });

  it('is composed once while its articles stay the same, and anew when one changes', async () => {
    const first = await ask('opm', composer.brief);
    expect((await ask('opm', composer.brief)) as unknown).toEqual(first);
    const text = 'The OPM breach was discussed again, a spokesman said on Friday.';
    await library.add([newArticleOf({ id: 'again', publishedAt: '2016-01-08', text })]);
    const later = await ask('opm', composer.brief);
    expect(later).not.toEqual(first);
    expect(later).toEqual(await ask('opm', composeBrief));
  });

  it('is composed though the thread has ended', async () => {
    await composer.close();
    expect(await ask('china', composer.brief)).toEqual(await ask('china', composeBrief));
  });

  it('that takes longer than it may costs whoever asked it alone', async () => {
    const hurried = composeApart(1);
    try {
      // Nothing is composed within a millisecond of a thread's start: each is given up in turn, and none hangs.
      const asked = ['opm', 'kirby'].map((typed) => ask(typed, hurried.brief));
      const settled = await Promise.allSettled(asked);
      expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    } finally {
      await hurried.close();
    }
  });

  it('of an endless run of capitals is there soon', async () => {
    const text = `The OPM breach was told in code: ${'QXZJ'.repeat(50_000)}.`;
    await library.add([newArticleOf({ id: 'capitals', publishedAt: '2016-02-08', text })]);
    expect(await ask('who hacked the OPM?', composer.brief)).toMatchObject({
      question: 'who hacked the OPM?',
    });
    await library.remove('capitals');
  });

  it('tells whoever asked of a defect, and composes the next', async () => {
    const broken = [{ ...newArticleOf({ id: 'x', text: 'The OPM breach.' }), reading: null }];
    const composing = { question: 'opm' };
    await expect(
      Promise.resolve(composer.brief(broken as never, 'opm', composing)),
    ).rejects.toThrow(TypeError);
    expect(await ask('kirby', composer.brief)).toEqual(await ask('kirby', composeBrief));
  });
});
