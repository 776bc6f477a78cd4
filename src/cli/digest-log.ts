import type { CorpusReader } from '../corpus/corpus.ts';
import { type LedgerRow, ledgerRows } from '../digest/log.ts';
import { notSubscribed } from '../digest/upcoming.ts';
import type { LeftOut } from '../news/delivery.ts';
import type { Refusal } from '../news/refusal.ts';
import { counted } from './counted.ts';

/** The ledger of a channel, or of every subscribed one, oldest first; `now` is ISO 8601 in UTC. */
export async function digestLog(
  corpus: CorpusReader,
  channel: string | undefined,
  now: string,
): Promise<readonly LedgerRow[] | Refusal> {
  const subscriptions = (await corpus.subscriptions()).filter(
    (one) => channel === undefined || one.channel === channel,
  );
  if (channel !== undefined && subscriptions.length === 0) return notSubscribed(channel);
  const rows = subscriptions.map(async (subscription) =>
    ledgerRows(subscription, await corpus.deliveries(subscription.channel), now),
  );
  return (await Promise.all(rows)).flat().sort((one, other) => (one.slot < other.slot ? -1 : 1));
}

/** One slot on one line: when, where, what became of it, what it held, what was left out and why. */
export function ledgerLine(row: LedgerRow): string {
  const facts = [
    row.part === undefined ? '' : `thread, message ${row.part}`,
    row.fate === 'missed' ? `made good by ${minute(row.madeGoodBy ?? '')}` : '',
    row.late ? 'late' : '',
    row.articles > 0
      ? `${counted(row.stories, 'story', 'stories')} from ${counted(row.articles, 'article', 'articles')}`
      : '',
    row.leftOut === null ? '' : leftOutAsText(row.leftOut),
    row.reason ?? '',
    row.retryAt === undefined ? '' : `again at ${minute(row.retryAt)}`,
  ];
  return [minute(row.slot), row.channel, row.fate, ...facts.filter(Boolean)].join('  ');
}

/** What had no room in a digest, in words. */
export function leftOutAsText({ stories, articles, statements, repeats = 0 }: LeftOut): string {
  const left = [
    stories > 0 && counted(stories, 'story', 'stories'),
    articles > 0 && counted(articles, 'article', 'articles'),
    statements > 0 && counted(statements, 'statement', 'statements'),
  ].filter(Boolean);
  return [
    left.length > 0 && `left out for want of room: ${left.join(', ')}`,
    repeats > 0 && `left out as nothing new: ${counted(repeats, 'article', 'articles')}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')}Z`;
}
