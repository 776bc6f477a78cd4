import { childText, type XmlElement } from './xml-element.ts';

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
};

const LONGEST = 366 * 24 * 60;

/**
 * How many minutes a channel asks to be left alone for: its `ttl`, else what the syndication module says;
 * null where neither is a sensible number.
 */
export function refreshMinutes(channel: XmlElement): number | null {
  const ttl = Number(childText(channel, 'ttl'));
  if (ttl > 0) return ttl <= LONGEST ? Math.ceil(ttl) : null;
  const period = PERIODS[childText(channel, 'sy:updateperiod')?.toLowerCase() ?? ''];
  if (period === undefined) return null;
  const frequency = Number(childText(channel, 'sy:updatefrequency') ?? 1);
  return frequency > 0 ? Math.max(1, Math.round(period / frequency)) : period;
}
