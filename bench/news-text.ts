const people = [
  'Anna Reed',
  'Paul Stone',
  'Carl Moss',
  'Ines Vega',
  'Tom Hale',
  'Mara Lind',
  'Omar Said',
  'Eva Brandt',
];
const roles = [
  'spokesman',
  'director',
  'senator',
  'minister',
  'inspector general',
  'chairman',
  'ambassador',
  'analyst',
];
const bodies = [
  'the Harbor Office',
  'the Energy Ministry',
  'the Senate panel',
  'the U.N. mission',
  'Dale & Sons Inc.',
  'the Audit Board',
];
const days = [
  'Monday',
  'Tuesday',
  'on Wednesday',
  'on June 4',
  'last week',
  'in April 2014',
  'on Sept. 25, 2015',
  'yesterday',
  'two weeks ago',
];
const amounts = [
  '21.5 million people',
  'about 4,200 records',
  '$133.3 million',
  '93 percent of the files',
  'between 18 and 32 million workers',
  'two dozen officials',
];
const deeds = [
  'closed the port',
  'published the list',
  'refused to answer',
  'moved the files',
  'agreed to new talks',
  'found the fault in the system',
];
const claims = [
  'nobody has been accused',
  'the talks will go on',
  'the damage is far greater than first thought',
  'there is no proof of that',
  'the system was open for a year',
];

/** News prose of about `length` characters that nobody wrote: speakers, quotations, dates and figures, the same for the same seed. */
export function newsText(length: number, seed = 1): string {
  let state = seed >>> 0 || 1;
  const pick = <T>(from: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] as T;
  };
  const sentences: readonly (() => string)[] = [
    () =>
      `“We know that ${pick(claims)},” ${pick(people)}, the ${pick(roles)} of ${pick(bodies)}, said ${pick(days)}.`,
    () => `A senior official, who asked not to be named, said ${pick(claims)}.`,
    () =>
      `The ${pick(roles)} ${pick(deeds)} ${pick(days)}, and ${pick(amounts)} were affected, according to ${pick(bodies)}.`,
    () =>
      `Mr. ${pick(people).split(' ')[1]} ${pick(deeds)} in the U.S. capital, where ${pick(claims)}.`,
    () => `“It was late,” she added. “And ${pick(claims)}.”`,
    () => `Reuters, citing two people familiar with the matter, reported that ${pick(claims)}.`,
    () => `He denied that ${pick(amounts)} had been lost ${pick(days)}.`,
    () =>
      `After a long night the members of ${pick(bodies)} went home, tired of a quarrel that had begun years before.`,
  ];
  const parts: string[] = [];
  for (let written = 0; written < length; ) {
    const sentence = pick(sentences)();
    const gap = pick([' ', ' ', '\n\n']);
    parts.push(sentence, gap);
    written += sentence.length + gap.length;
  }
  return parts.join('').slice(0, length);
}
