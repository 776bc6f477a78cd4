import type { WebCause, WebFailure } from './web.ts';

/** Sentences for each way in which an address gives nothing; `host` and `detail` name the thing. */
export function webFailure(
  cause: WebCause,
  url: string,
  beside: {
    readonly detail?: string;
    readonly status?: number;
    readonly retryAfterSeconds?: number;
  } = {},
): WebFailure {
  const { detail = '', status, retryAfterSeconds } = beside;
  // A password typed into an address is repeated to nobody.
  const shown = url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1');
  const [refused, next] = sentences(cause, shown, detail, retryAfterSeconds);
  return {
    ...{ refused, next, cause },
    ...(status !== undefined && { status }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function sentences(
  cause: WebCause,
  url: string,
  detail: string,
  wait: number | undefined,
): readonly [string, string] {
  const inBrowser = 'Look whether it opens in a browser.';
  switch (cause) {
    case 'unsafe':
      return [
        `${url} is not fetched: ${detail}.`,
        'Give an http or https address of the public web; whoever runs the bot may allow a host by PRIVATE_HOSTS.',
      ];
    case 'malformed':
      return [`${url} gave an answer that is not HTTP as it should be (${detail}).`, inBrowser];
    case 'gone':
      return [`${url} is gone for good, says its host (410).`, 'Look for its new address.'];
    case 'missing':
      return [`There is nothing at ${url} (404).`, 'Check the address.'];
    case 'denied':
      return [
        `${url} is not shown to us (${detail}).`,
        'Open it in a browser, save its text as a .txt file and add that.',
      ];
    case 'busy':
      return [
        `${url} asks to be left alone${wait === undefined ? '' : ` for ${inWords(wait)}`}${detail === '' ? '' : ` (${detail})`}.`,
        'Try again after that.',
      ];
    case 'server':
      return [`${url} answered with an error of its own (${detail}).`, 'Try again later.'];
    case 'unreachable':
      return [`${url} can't be reached (${detail}).`, `${inBrowser} If it does, try again later.`];
    case 'too-large':
      return [
        `${url} is larger than is read (${detail}).`,
        'Save the article itself and add that.',
      ];
    case 'too-slow':
      return [`${url} did not send all of its answer in time (${detail}).`, 'Try again later.'];
    case 'redirects':
      return [`${url} leads from address to address and nowhere (${detail}).`, inBrowser];
    case 'closed':
      return [`${url} was not fetched, for the bot is stopping.`, 'Try again once it runs.'];
    case 'wrong-kind':
      return [`${url} is no page of text (${detail}).`, 'Give the address of the article’s page.'];
  }
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
