// Runs where files may not grow large: adds a small article, then too large ones, then reports what is in memory.
import { openCorpus } from '../../src/corpus/open.ts';
import { StorageError } from '../../src/corpus/storage-error.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { article } from './new-article.ts';

const corpus = await openCorpus(process.argv[2] ?? '');
if (isRefusal(corpus)) throw new Error(corpus.refused);
await corpus.add([article({ id: 'small', publishedAt: '2015-06-22', text: 'Small.' })]);
const text = 'Too much. '.repeat(20_000);
try {
  await corpus.add([
    article({ id: 'beside', publishedAt: '2015-06-21' }),
    article({ id: 'large', publishedAt: '2015-06-22', text }),
  ]);
} catch (error) {
  if (!(error instanceof StorageError)) throw error;
  console.log(JSON.stringify({ refused: error.refused, next: error.next }));
}
const found = await corpus.search({});
console.log(JSON.stringify(found.map((one) => one.article.id)));
await corpus.add([article({ id: 'after', publishedAt: '2015-06-22' })]);
await corpus.close();
