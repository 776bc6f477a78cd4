// At each line "take" takes a data folder and prints "owned" or the refusal; at each line "let go" lets it go.
import { createInterface } from 'node:readline';
import { openCorpus } from '../../src/corpus/open.ts';
import { isRefusal } from '../../src/news/refusal.ts';

console.log('ready');
let letGo = async (): Promise<void> => {};
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'take') {
    const corpus = await openCorpus(process.argv[2] ?? '');
    if (!isRefusal(corpus)) letGo = () => corpus.close();
    console.log(isRefusal(corpus) ? corpus.refused : 'owned');
  } else {
    await letGo();
    letGo = async () => {};
    console.log('let go');
  }
}
