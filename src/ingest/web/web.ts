import type { Validators } from '../../news/feed.ts';
import type { Refusal } from '../../news/refusal.ts';

/** What is asked of the web. */
export interface WebRequest {
  readonly url: string;
  /** What is wanted: for a page, an answer that is plainly neither text nor a PDF is refused unread. */
  readonly accept: 'page' | 'feed' | 'any';
  /** What an earlier answer was told apart by, so that an unchanged one need not be sent again. */
  readonly validators?: Validators;
}

interface Answered {
  /** The address that answered, after all redirects. */
  readonly url: string;
  /** The address to remember, where every redirect on the way was permanent; null where there was none. */
  readonly movedTo: string | null;
  readonly validators: Validators;
  /** How long the answer holds by its own word; null where it doesn't say. */
  readonly freshForSeconds: number | null;
}

/** An answer with all of its body, decompressed. */
export interface WebBody extends Answered {
  readonly kind: 'body';
  readonly status: number;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** What the address holds has not changed since the validators were given. */
export interface WebUnchanged extends Answered {
  readonly kind: 'unchanged';
}

export type WebAnswer = WebBody | WebUnchanged;

/** Why there was no answer that can be used. */
export type WebCause =
  | 'unsafe'
  | 'malformed'
  | 'gone'
  | 'missing'
  | 'denied'
  | 'busy'
  | 'server'
  | 'unreachable'
  | 'too-large'
  | 'too-slow'
  | 'redirects'
  | 'wrong-kind'
  /** This process is stopping: it says nothing of the host. */
  | 'closed';

export interface WebFailure extends Refusal {
  readonly cause: WebCause;
  /** How long the host asks to be left alone. */
  readonly retryAfterSeconds?: number;
  readonly status?: number;
}

/** The only door to the web: safe, bounded, and polite to every host. */
export interface Web {
  get(request: WebRequest): Promise<WebAnswer | WebFailure>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Time, as a test may bend it. */
export interface WebClock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}
