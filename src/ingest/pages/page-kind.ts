import type { Json } from './linked-data.ts';
import { articlesNamed, isListData, saysNotFree } from './linked-data.ts';
import type { NotArticleKind } from './not-an-article.ts';
import type { Survey } from './survey.ts';

/** What is known of a page when it is judged. */
export interface Judged {
  readonly survey: Survey;
  readonly data: readonly Json[];
  /** The page's own title tag and headings, and the text read from it. */
  readonly title: string;
  readonly text: string;
  /** Paragraphs of the article that were no part of its text. */
  readonly dropped: readonly string[];
  readonly url: string | null;
  /** How much of all the page's text stands in links, 0 to 1. */
  readonly linkedShare: number;
  /** Whether the page gives a date of publication or an author. */
  readonly isDated: boolean;
}

const BOT_TITLE =
  /^(?:just a moment|attention required|access denied|are you a (?:human|robot)|robot or human|security check|pardon our interruption|please verify|verify (?:that )?you|checking your browser|ddos-guard|human verification|bot verification|one more step|captcha)/i;
const BOT =
  /(?:enable|turn on|activate) (?:java ?script|cookies)(?: and (?:java ?script|cookies))? (?:to continue|in your (?:web )?browser|and (?:then )?(?:reload|refresh))|verify(?:ing)? (?:that )?you(?:'re|’re| are) (?:a |not a )?(?:human|robot)|not a robot|checking your browser|unusual (?:traffic|activity) from|complete the (?:captcha|security check)|solve the captcha|why do i have to complete a captcha|(?:java ?script is|cookies are) (?:disabled|required|not enabled)|you need to enable javascript|please enable (?:java ?script|cookies)|requires javascript/i;
const CONSENT =
  /cookie|consent|\bgdpr\b|our (?:\d+ )?partners|personal data|privacy (?:policy|choices|settings)|legitimate interest|accept all|reject all/i;
const MISSING =
  /\b404\b|(?:page|article|story|content) (?:was |is |could |can )?(?:not|cannot|can['’]?t|couldn['’]?t)(?: be)? found|page not found|not found$|(?:page|article|story|content)(?: that)? you(?:['’]re| are| were|['’]ve)? (?:looking for|requested|trying to)|(?:no longer|doesn['’]?t|does not|not) (?:exist|available|here)|has been (?:removed|deleted|moved)|nothing (?:was )?found/i;
const PAYWALL =
  /(?:subscribe|log ?in|sign ?(?:in|up)|register|become a (?:member|subscriber))(?: (?:now|today|here|for free))?(?: or \w+(?: \w+)?)? to (?:continue|keep|read|view|access|unlock|see|get)|to (?:continue|keep) reading|continue reading (?:this|your|with|for)|already (?:a |have a )?(?:subscri|member)|(?:exclusive(?:ly)?|only|reserved|available) (?:for|to) (?:our )?(?:paid |premium |paying )?(?:subscribers|members)|for subscribers only|subscribers? only|subscriber[- ]exclusive|you(?:['’]ve| have) (?:reached|read|used) (?:your|all|\d)|(?:unlock|read|view) (?:this|the) (?:full |rest of (?:this|the) )?(?:article|story)|start your (?:free )?trial|free articles? (?:left|remaining|this month)/i;

const SHORT = 1_500;
const STUB = 1_000;

function sharesOf(text: string, pattern: RegExp): number {
  const paragraphs = text.split('\n\n');
  const matched = paragraphs.filter((paragraph) => pattern.test(paragraph.slice(0, 2_000)));
  const length = (all: readonly string[]) => all.reduce((sum, one) => sum + one.length, 0);
  return length(matched) / Math.max(1, length(paragraphs));
}

/** Whether a page is the front of a site: its address says so. */
function isFront(url: string | null): boolean {
  const { pathname, search } = (url === null ? null : URL.parse(url)) ?? {};
  return search === '' && /^\/(?:index\.\w{3,5})?$/.test(pathname ?? '');
}

const LONG = 250;

function isList({ survey, data, text, url, linkedShare, isDated }: Judged): boolean {
  const type = survey.metas.get('og:type')?.[0]?.toLowerCase() ?? '';
  if (type === 'article') return false;
  const prose = text
    .split('\n\n')
    .filter((one) => one.length > LONG)
    .reduce((sum, one) => sum + one.length, 0);
  const named = articlesNamed(data);
  if (isFront(url) && named !== 1) return linkedShare > 0.3 && prose < text.length * 0.8;
  if (isListData(data) && named === 0) return linkedShare > 0.3;
  return !isDated && named !== 1 && linkedShare > 0.6 && prose < LONG;
}

/** What a page is, where it is no article; undefined where it may well be one: a real article must not be lost. */
export function otherKind(page: Judged): NotArticleKind | undefined {
  const { title, text, data, dropped } = page;
  const whole = `${title}\n\n${text}`;
  if (text.length < SHORT) {
    if (BOT_TITLE.test(title.trim()) || sharesOf(whole, BOT) > 0.3) return 'bot-check';
    if (MISSING.test(title) || (text.length < STUB / 2 && sharesOf(whole, MISSING) > 0.5))
      return 'missing';
    if (sharesOf(text, CONSENT) > 0.6) return 'consent';
  }
  if (text.length < STUB && (saysNotFree(data) || dropped.some((one) => PAYWALL.test(one))))
    return 'paywall';
  return isList(page) ? 'list' : undefined;
}
