import { inYear, parseDays } from '../briefing/days.ts';
import { type BriefRequest, parseRequest } from '../briefing/request.ts';
import { publishedDay } from '../corpus/published-day.ts';
import type { Article } from '../news/article.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';

/** The options of `brief`, as typed. */
export interface BriefOptions {
  readonly from?: string;
  readonly asOf?: string;
  readonly since?: string;
  readonly words?: number;
  readonly json?: true;
}

/** What a command line asks for: its words as after `/brief`, its options over the times among them. */
export function requestFrom(
  words: readonly string[],
  options: BriefOptions,
  today: string,
): BriefRequest | Refusal {
  const typed = words.join(' ');
  const isAllOfFiles = typed.trim() === '' && options.from !== undefined;
  const request = isAllOfFiles ? EVERYTHING : parseRequest(typed, today);
  if (isRefusal(request)) return typedHere(request);
  if (request.view === 'help' && !isAllOfFiles) {
    return refuse('Nothing was asked.', 'Name a topic or any words, for example: brief opm');
  }
  if (request.view === 'topics') {
    return refuse('Topics have a command of their own here.', 'Type: topics list');
  }
  if (request.onlyNew) {
    return refuse(
      'What you have asked before is remembered in Slack only, so here nothing is “new”.',
      'Ask for what was published since a day, for example: brief opm --since 2015-06-20',
    );
  }
  const asOf = options.asOf === undefined ? undefined : parseDays(options.asOf, today);
  if (isRefusal(asOf)) return typedHere(asOf);
  const since = options.since === undefined ? undefined : parseDays(options.since, today);
  if (isRefusal(since)) return typedHere(since);
  return {
    ...request,
    asOf: asOf?.to ?? request.asOf,
    since: since?.from ?? request.since,
  };
}

const EVERYTHING: BriefRequest = {
  view: 'brief',
  typed: '',
  words: '',
  onlyNew: false,
  since: null,
  asOf: null,
};

/** A request whose days typed without a year get the latest one that the articles reach. */
export function withYears(request: BriefRequest, articles: readonly Article[]): BriefRequest {
  const days = articles.map(({ publishedAt }) => publishedDay(publishedAt) ?? '').sort();
  const newest = days.at(-1) || new Date().toISOString().slice(0, 10);
  const dated = (day: string | null) => (day === null ? null : inYear(day, newest));
  return { ...request, since: dated(request.since), asOf: dated(request.asOf) };
}

/** A refusal's examples as they are typed in a terminal, without the slash. */
export function typedHere({ refused, next }: Refusal): Refusal {
  return refuse(refused, next.replace(/\/brief\b/g, 'brief'));
}
