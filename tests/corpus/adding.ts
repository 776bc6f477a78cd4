// Adds articles to a data folder, some at a time, and prints the id of each once it is acknowledged.
import { openCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { article } from './new-article.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const corpus = await openCorpus(folder);
if (isRefusal(corpus)) throw new Error(corpus.refused);
for (let n = 0; ; n += 1) {
  const batch = Array.from({ length: 1 + (n % 4) }, (_, part) =>
    article({
      id: `${round}-${n}-${part}`,
      publishedAt: `2015-06-${10 + ((n + part) % 9)}`,
      text: 'Something was said. '.repeat(1 + (n % 50)),
    }),
  );
  const added = await corpus.add(batch);
  for (const { id } of added) console.log(id);
}
