import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suggestionsFromFile } from '../../../src/ingest/feeds/suggestions.ts';
import { isRefusal } from '../../../src/news/refusal.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/feeds.yml');

async function fileOf(text: string): Promise<string> {
  const path = join(await temporaryFolder(), 'feeds.yml');
  await writeFile(path, text);
  return path;
}

describe('the suggestions', () => {
  it('of the seeds are feeds of the web, each named once', async () => {
    const found = await suggestionsFromFile(SEEDS);
    if (isRefusal(found)) throw new Error(found.refused);
    expect(found.length).toBeGreaterThan(8);
    for (const key of ['url', 'title'] as const) {
      expect(new Set(found.map((one) => one[key])).size).toBe(found.length);
    }
    expect(found.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
  });

  it('may be none', async () => {
    expect(await suggestionsFromFile(await fileOf('# none yet\n'))).toEqual([]);
  });

  it.each([
    ['- title: [\n', 'line'],
    ['- {title: A feed, what: news}\n', '0.url'],
    ['- {title: A feed, what: news, url: "file:///etc/passwd"}\n', 'address of the web'],
    ['- {title: A feed, what: news, url: "https://news.example/feed", extra: 1}\n', 'extra'],
    ['title: not a list\n', 'array'],
  ])('name the place where the file is broken: %j', async (text, place) => {
    const path = await fileOf(text);
    const refused = await suggestionsFromFile(path);
    expect(refused).toMatchObject({ refused: expect.stringContaining(place) });
    expect(JSON.stringify(refused)).toContain('feeds.yml');
  });

  it('say so where the file is missing', async () => {
    const refused = await suggestionsFromFile(join(await temporaryFolder(), 'none.yml'));
    expect(refused).toMatchObject({ refused: expect.stringContaining('none.yml') });
  });
});
