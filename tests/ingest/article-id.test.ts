import { expect, test } from 'vitest';
import { given } from '../corpus/given.ts';
import { readAs } from './files/read-file.ts';

async function idOf(name: string, content: string): Promise<string> {
  return given(await readAs(name, content)).id;
}

const matter = (fields: string, text = 'Some text.') => `---\n${fields}\n---\n${text}`;

test('an article with an address keeps its id whatever else changes', async () => {
  const one = await idOf('a.md', matter('url: https://news.example/a/\ntitle: One'));
  const other = matter('url: http://news.example/a?utm_source=x#top\ntitle: Other', 'Edited.');
  expect(await idOf('b.md', other)).toBe(one);
  expect(await idOf('a.md', matter('url: https://news.example/b'))).not.toBe(one);
  expect(await idOf('a.md', matter('url: https://news.example/a?page=2'))).not.toBe(one);
});

test.each([
  'https://news.example',
  'https://news.example/',
  'https://news.example/?utm_source=x#a',
])('a site’s own address (%s) tells no articles apart', async (url) => {
  const one = await idOf('a.md', matter(`url: ${url}\ntitle: Breach grows`));
  expect(await idOf('b.md', matter(`url: ${url}\ntitle: Talks resume`))).not.toBe(one);
  expect(await idOf('c.md', matter(`url: ${url}\ntitle: Breach grows`, 'Edited.'))).toBe(one);
});

test('an article with title, outlet and day keeps its id when its text is edited', async () => {
  const facts = 'title: A talk\noutlet: The Courier\ndate: ';
  const one = await idOf('a.md', matter(`${facts}2015-06-22`));
  expect(await idOf('b.md', matter(`${facts}2015-06-22T10:00Z`, 'Edited.'))).toBe(one);
  expect(await idOf('a.md', matter(`${facts}2015-06-23`))).not.toBe(one);
  expect(await idOf('a.md', matter('title: A talk\ndate: 2015-06-22'))).not.toBe(one);
});

test('a plain text keeps its id when what follows its opening is edited', async () => {
  const opening = `A heading\n\n${'It began like this. '.repeat(60)}`;
  const one = await idOf('a.txt', `${opening}And ended so.`);
  expect(await idOf('b.txt', `${opening}And ended otherwise.`)).toBe(one);
});

test('two texts under one heading are two articles', async () => {
  const one = await idOf('a.txt', 'For immediate release\n\nThe first release says this.');
  expect(await idOf('a.txt', 'For immediate release\n\nThe second says that.')).not.toBe(one);
});
