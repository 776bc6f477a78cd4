import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownProse } from '../../../src/ingest/files/markdown.ts';

const word = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const inline = fc.oneof(
  words,
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `_${text}_`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://x.example/a)`),
  words.map((text) => `[${text}][ref]`),
);
const run = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => `Word ${all.join(' ')}`);
const block = fc.oneof(
  run,
  run.map((text) => `> ${text}`),
  run.map((text) => `## ${text}`),
  run.map((text) => `- ${text}`),
  run.map((text) => text.replace(' ', '\n')),
);

test('prose has exactly the words of its Markdown, in order', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const markdown = blocks.join('\n\n');
      const plain = markdown
        .replaceAll('](https://x.example/a)', '')
        .replaceAll('][ref]', '')
        .replace(/[*_`[>#-]/g, ' ');
      expect(markdownProse(markdown).text.split(/\s+/)).toEqual(plain.trim().split(/\s+/));
    }),
  );
});

test('any text is read, in a time that grows with its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      markdownProse(text);
    }),
  );
  for (const piece of [
    '[',
    '![',
    '*a ',
    '_a',
    '`',
    '<a',
    '<!--',
    '[a](',
    '| - ',
    '&amp',
    '# ',
    ' ',
  ]) {
    markdownProse(piece.repeat(200_000));
    markdownProse(`a${piece.repeat(200_000)}b`);
  }
});
