import { Temporal } from 'temporal-polyfill';
import { slipsBetween } from '../corpus/spelling.ts';
import { type Refusal, refuse } from '../news/refusal.ts';

const ZONES: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** Abbreviations name an offset that changes in summer, or several places at once: asked back, not guessed. */
const ABBREVIATIONS = new Map<string, readonly string[]>(
  Object.entries({
    et: ['America/New_York'],
    est: ['America/New_York'],
    edt: ['America/New_York'],
    eastern: ['America/New_York'],
    ct: ['America/Chicago'],
    cst: ['America/Chicago', 'Asia/Shanghai'],
    cdt: ['America/Chicago'],
    central: ['America/Chicago'],
    mt: ['America/Denver'],
    mst: ['America/Denver', 'America/Phoenix'],
    mdt: ['America/Denver'],
    mountain: ['America/Denver'],
    pt: ['America/Los_Angeles'],
    pst: ['America/Los_Angeles'],
    pdt: ['America/Los_Angeles'],
    pacific: ['America/Los_Angeles'],
    bst: ['Europe/London'],
    wet: ['Europe/Lisbon'],
    cet: ['Europe/Berlin', 'Europe/Paris'],
    cest: ['Europe/Berlin', 'Europe/Paris'],
    eet: ['Europe/Helsinki', 'Europe/Athens'],
    eest: ['Europe/Helsinki', 'Europe/Athens'],
    msk: ['Europe/Moscow'],
    ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
    sgt: ['Asia/Singapore'],
    hkt: ['Asia/Hong_Kong'],
    jst: ['Asia/Tokyo'],
    kst: ['Asia/Seoul'],
    aest: ['Australia/Sydney'],
    aedt: ['Australia/Sydney'],
  }),
);

/** The IANA time zone that words name in full or by its city alone ("Berlin"), in its own spelling; undefined where none or several do. */
export function zoneNamed(words: string): string | undefined {
  const wanted = words.trim().replace(/\s+/g, '_').toLowerCase();
  if (wanted === 'utc' || wanted === 'gmt') return 'UTC';
  if (wanted.includes('/')) return inItsOwnSpelling(wanted);
  const inThatCity = ZONES.filter((zone) => cityOf(zone) === wanted && zone.includes('/'));
  return inThatCity.length === 1 ? inThatCity[0] : undefined;
}

/** The time zone that words name, alone; Refusal with those that may have been meant. */
export function readZone(words: string): string | Refusal {
  const zone = zoneNamed(words);
  if (zone !== undefined) return zone;
  const near = zonesLike(words);
  const typed = words.trim().slice(0, 60);
  return refuse(
    typed === '' ? 'No time zone is named.' : `"${typed}" is not a time zone that I know.`,
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Name it by place, such as America/New_York or Europe/Berlin.',
  );
}

/** Up to three time zones that somebody who typed these words may have meant, nearest first. */
export function zonesLike(words: string): readonly string[] {
  const wanted = words.trim().replace(/\s+/g, '_').toLowerCase();
  const known = ABBREVIATIONS.get(wanted);
  if (known !== undefined) return known;
  const city = wanted.slice(wanted.lastIndexOf('/') + 1);
  const most = Math.max(1, Math.floor(city.length / 3));
  return ZONES.map((zone) => {
    const whole = slipsBetween(zone.toLowerCase(), wanted, most);
    return { zone, far: Math.min(whole, slipsBetween(cityOf(zone), city, most)) };
  })
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ zone }) => zone);
}

function inItsOwnSpelling(zone: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}
