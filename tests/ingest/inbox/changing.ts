// Adds articles to a library, one change each, whoever owns it; prints the id of each that was acknowledged.
import { openChanger } from '../../../src/ingest/inbox/change-library.ts';
import { isRefusal } from '../../../src/news/refusal.ts';
import { article } from '../../corpus/new-article.ts';

const [folder = '', seeds = '', name = '', count = '1'] = process.argv.slice(2);
const changer = await openChanger(folder, seeds);
if (isRefusal(changer)) throw new Error(changer.refused);
for (let n = 0; n < Number(count); n += 1) {
  const one = article({ id: `${name}-${n}`, publishedAt: '2015-06-22' });
  const changed = await changer.change({ kind: 'add', articles: [one] });
  if (isRefusal(changed)) throw new Error(changed.refused);
  for (const { id } of changed.added) console.log(id);
}
await changer.close();
