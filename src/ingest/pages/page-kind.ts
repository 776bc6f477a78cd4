import { isBotCheck } from './bot-check.ts';
import { isConsentWall } from './consent-wall.ts';
import type { Judged } from './judged.ts';
import { isListPage } from './list-page.ts';
import { isMissingPage } from './missing-page.ts';
import type { NotArticleKind } from './not-an-article.ts';
import { isPaywallStub } from './paywall-stub.ts';

/** What a page is, where it is no article; undefined where it may well be one: a real article must not be lost. */
export function otherKind(page: Judged): NotArticleKind | undefined {
  if (isBotCheck(page)) return 'bot-check';
  if (isMissingPage(page)) return 'missing';
  if (isConsentWall(page)) return 'consent';
  if (isPaywallStub(page)) return 'paywall';
  return isListPage(page) ? 'list' : undefined;
}
