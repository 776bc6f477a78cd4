import { Temporal } from 'temporal-polyfill';

/** A date's clock time as numbers, before its zone is known. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

// Hours from UTC of the abbreviations that feeds and pages use. Where several zones share one, the one in mail's
// standard (RFC 822) or the commonest in English news. A name of winter or summer time means that in every month.
const HOURS: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MET: 1,
  MEZ: 1,
  CEST: 2,
  MEST: 2,
  MESZ: 2,
  EET: 2,
  SAST: 2,
  EEST: 3,
  MSK: 3,
  PKT: 5,
  IST: 5.5,
  HKT: 8,
  SGT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  ACDT: 10.5,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  NST: -3.5,
  NDT: -2.5,
  ADT: -3,
  AST: -4,
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
  AKDT: -8,
  AKST: -9,
  HST: -10,
};

// Said without telling summer from winter time: the place tells.
const PLACES: Readonly<Record<string, string>> = {
  AT: 'America/Halifax',
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  UK: 'Europe/London',
};
const IN_WORDS = /\b([ECMP])(?:astern|entral|ountain|acific)\s(?:standard\s|daylight\s)?time\b/gi;

const OFFSET = /^(?:GMT|UTC|UT|Z)?([+-])(\d{1,2})(?::?(\d{2}))?(?::\d{2})?$/i;
const PLACE = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$/;
const FURTHEST_HOURS = 14;

function written(sign: string, hours: number, minutes: number): string | undefined {
  if (hours > FURTHEST_HOURS || minutes > 59) return undefined;
  if (hours === 0 && minutes === 0) return 'Z';
  return `${sign}${two(hours)}:${two(minutes)}`;
}

/** A number as two digits at least. */
export function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A text with American zones written out, such as "Eastern Time", as their abbreviations. */
export function withShortZones(text: string): string {
  return text.replace(IN_WORDS, (_, letter: string) => `${letter.toUpperCase()}T`);
}

/**
 * The offset that a zone's name or number means at a clock time: `Z` or `+hh:mm`; undefined where it means
 * none. RFC 822's military letters count as that standard has them.
 */
export function zoneOffset(zone: string, clock: WallClock): string | undefined {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (sign !== undefined) return written(sign, Number(hours), Number(minutes));
  const name = zone.toUpperCase();
  const fixed = Object.hasOwn(HOURS, name) ? HOURS[name] : military(name);
  if (fixed !== undefined) {
    const size = Math.abs(fixed);
    return written(fixed < 0 ? '-' : '+', Math.trunc(size), (size % 1) * 60);
  }
  const place = Object.hasOwn(PLACES, name) ? PLACES[name] : PLACE.exec(zone)?.[0];
  return place === undefined ? undefined : placeOffset(place, clock);
}

/** A to M without J are 1 to 12 hours behind, N to Y ahead: RFC 822, 5.1. */
function military(letter: string): number | undefined {
  if (!/^[A-IK-Y]$/.test(letter)) return undefined;
  const behind = 'ABCDEFGHIKLM'.indexOf(letter);
  return behind >= 0 ? -(behind + 1) : 'NOPQRSTUVWXY'.indexOf(letter) + 1;
}

function placeOffset(place: string, clock: WallClock): string | undefined {
  try {
    const { offset } = Temporal.PlainDateTime.from(clock).toZonedDateTime(place);
    return offset === '+00:00' ? 'Z' : offset;
  } catch {
    return undefined;
  }
}
