/** The ladder of standing, strongest first. */
export const STANDINGS = [
  'document',
  'on-record',
  'unnamed-official',
  'anonymous',
  'outlet',
] as const;

/** On what footing words reach the reader. */
export type Standing = (typeof STANDINGS)[number];

/** How each standing is named to a reader, everywhere. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  document: 'document',
  'on-record': 'on the record',
  'unnamed-official': 'unnamed official',
  anonymous: 'anonymous source',
  outlet: "the outlet's own words",
};

/** The lower of two standings: of a chain of sources the weakest counts. */
export function weaker(one: Standing, other: Standing): Standing {
  return STANDINGS.indexOf(one) > STANDINGS.indexOf(other) ? one : other;
}
