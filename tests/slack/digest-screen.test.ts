import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/digest/parts.ts';
import { previewDigest } from '../../src/digest/upcoming.ts';
import type { Digest } from '../../src/news/delivery.ts';
import { digestMessage } from '../../src/slack/messages/digest.ts';
import { threadMessage } from '../../src/slack/messages/digest-thread.ts';
import { checkBlocks } from '../../src/workspace/block-kit/check-blocks.ts';
import { blockWeight, HEAVIEST_MESSAGE } from '../../src/workspace/block-kit/weight.ts';
import { generatedNews, TOPICS } from '../digest/generated-news.ts';
import { modelCorpus } from '../digest/model-corpus.ts';
import { seen } from './office.ts';

/** What one screen shows: characters, and blocks. */
const SCREEN = { characters: 3_000, blocks: 25 };

async function digestOf(count: number): Promise<Digest> {
  const corpus = modelCorpus();
  for (const topic of TOPICS) await corpus.setTopic(topic);
  await corpus.add(generatedNews(count));
  const preview = await previewDigest(corpus, 'C1', []);
  if ('refused' in preview) throw new Error(preview.refused);
  return preview.digest;
}

describe('a digest of 200 articles', () => {
  it('fits one screen, and tells every article there or one click away', async () => {
    const digest = await digestOf(200);
    const message = digestMessage({ digest }, undefined);
    expect(seen(message).length).toBeLessThanOrEqual(SCREEN.characters);
    expect(message.blocks.length).toBeLessThanOrEqual(SCREEN.blocks);
    expect(checkBlocks(message.blocks, 'message')).toEqual([]);
    const thread = partsOf(digest).map((part) => threadMessage(part, undefined));
    for (const { blocks } of thread) {
      expect(checkBlocks(blocks, 'message')).toEqual([]);
      expect(blockWeight(blocks)).toBeLessThan(HEAVIEST_MESSAGE);
    }
    const links = JSON.stringify(thread).match(/https:\/\/news\.example\/\d+/g);
    expect(new Set(links).size + (digest.leftOut?.articles ?? 0)).toBe(200);
    expect(digest.leftOut?.articles ?? 0).toBe(0);
  });

  it('opens with headlines, tells stories by topic, and draws the coverage', async () => {
    const words = seen(digestMessage({ digest: await digestOf(200) }, undefined));
    expect(words).toMatch(/^What is new: 50 stories200 articles · 12 outlets/);
    expect(words).toMatch(/[▁▂▃▄▅▆▇█]{8}/);
    expect(words).toContain('Articles a day, 14 days to');
  });

  it('says that it is late, and what it makes good', async () => {
    const digest = await digestOf(3);
    const missed = ['2026-03-02T08:30:00.000Z'];
    expect(seen(digestMessage({ digest, late: true, missed }, undefined))).toContain(
      'Late: makes good 1 digest that could not be posted',
    );
  });
});
