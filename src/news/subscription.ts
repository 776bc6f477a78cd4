/** Days of the week, ISO 8601: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a digest is due, on the wall clock of `timeZone`. */
export interface Schedule {
  readonly days: readonly Weekday[];
  /** "08:30", 24-hour clock; at least one, in order, each once. */
  readonly times: readonly string[];
  /** An IANA name ("America/New_York"). */
  readonly timeZone: string;
  /** Days on which nothing is due, whatever else holds; absent where there are none. */
  readonly quiet?: readonly QuietDays[];
}

/** Days in a row, the first and the last included, on the calendar of the schedule's time zone: ISO 8601 ("2026-12-24"). */
export interface QuietDays {
  readonly from: string;
  readonly to: string;
}

/** Which topics a channel gets, and when. A channel has at most one. */
export interface Subscription {
  /** A channel's id, or a user's where the digest is their own, by direct message. */
  readonly channel: string;
  /** Names of topics; empty means every article. */
  readonly topics: readonly string[];
  /** Words or phrases of which an article must hold one; absent or empty takes every article. */
  readonly include?: readonly string[];
  /** Words or phrases of which an article may hold none. */
  readonly exclude?: readonly string[];
  readonly schedule: Schedule;
  /** True where a digest with nothing in it says so; otherwise it posts nothing. */
  readonly saysNothingNew?: boolean;
  /** User who set it up, and who hears of problems. */
  readonly by: string;
  /** When it was set up or last changed; ISO 8601 in UTC. No slot before this is due. */
  readonly since: string;
  /** The corpus's last arrival when the channel first subscribed: only later ones are news to it. */
  readonly startsAfter: number;
  /** A slot of the schedule before the last change that had come then and has no delivery yet; ISO 8601 in UTC. */
  readonly stillDue?: string;
}
