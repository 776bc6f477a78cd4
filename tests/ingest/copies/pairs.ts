/** An invented report, in paragraphs. */
const REPORT = [
  'The harbour authority of Tellmar will dredge the eastern channel from next spring, its director said on Monday, ending four years of argument over who should pay for the work.',
  'The channel has silted up since the breakwater was lengthened, and loaded ships now have to wait for high water. Captains have complained of delays of up to 14 hours.',
  'Under the plan, the authority will borrow 62 million crowns and raise the fee for large ships by a tenth. The town council will lend its dredger for the first season without charge.',
  '“We could not wait another winter,” the director told reporters on the quay. “Every month that we argued, the sand moved on.”',
  'Fishing crews, who keep their boats in the western basin, had feared that the mud would be tipped on their grounds. The director promised that it would be taken 20 kilometres out to sea.',
  'A spokeswoman for the crews said that they would believe it when they saw it, and that they wanted the route of the barges in writing before the work began.',
  'The breakwater was built in the last century to shelter the shipyard, which has since closed. Its lengthening was meant to protect the marina that took the yard’s place.',
  'Engineers warned at the time that the current would slow behind it. Their report was read by the council and put aside, according to minutes that the local archive keeps.',
  'The first barge is to sail in April. If the weather holds, the channel should have its old depth back by the end of August.',
];
/** What another reporter writes of the same announcement. */
const OWN_WORDS = [
  'After years of quarrel, Tellmar is to get its deep channel back. Dredging begins in spring, paid for by a loan and by the owners of large ships.',
  'On the quay the mood was mixed. A pilot who has worked there for decades showed where ships scrape the bottom at low water, and shook his head over the time that was lost.',
  'In the market hall people spoke of little else. Some doubted that a borrowed dredger would do; others wondered aloud who would repay the loan if the ships stayed away.',
  'A shipping agent reckoned that two lines which left for a deeper port would come back within a year, though nobody at either company would say so.',
];

const text = (...paragraphs: readonly string[]) => paragraphs.join('\n\n');
const changed = (from: string | RegExp, to: string) => text(...REPORT).replace(from, to);

export const ORIGINAL = { title: 'Tellmar to dredge its eastern channel', text: text(...REPORT) };

interface Variant {
  readonly title?: string;
  readonly text: string;
}

/** What is the same article. */
export const COPIES: Readonly<Record<string, Variant>> = {
  'word for word': { text: text(...REPORT) },
  'another headline': { title: 'Harbour wins deep water at last', text: text(...REPORT) },
  'a dateline added': { text: `TELLMAR, May 5 (Coast Wire) — ${text(...REPORT)}` },
  'another dateline': { text: `TELLMAR — ${text(...REPORT)}` },
  'the tail cut': { text: text(...REPORT.slice(0, 7)) },
  'a paragraph cut in the middle': { text: text(...REPORT.slice(0, 3), ...REPORT.slice(4)) },
  'a line of introduction': {
    text: text('This report comes from our partner on the coast and is given in full.', ...REPORT),
  },
  'boilerplate at the end': {
    text: text(
      ...REPORT,
      'Sign up for our morning letter. All rights reserved; no part of this may be printed again without leave.',
    ),
  },
  'straight quotation marks': { text: changed(/[“”]/g, '"').replaceAll('’', "'") },
  'in capitals, on one line': {
    text: text(...REPORT)
      .toUpperCase()
      .replace(/\s+/g, ' '),
  },
  'house spelling': {
    text: changed('harbour', 'harbor').replace('quay', 'pier').replace('told reporters', 'said'),
  },
};

/** What is another article, though it shares much. */
export const OTHERS: Readonly<Record<string, Variant>> = {
  'an update under a new beginning': {
    title: 'Tellmar dredging put off',
    text: text(
      'The dredging of Tellmar’s eastern channel was put off on Thursday after the bank withdrew its loan, the harbour authority said, and nobody could say when the work would begin.',
      'The bank gave no reason. The director said that he had learnt of it from a letter delivered in the morning, and that he would look for another lender before the summer.',
      'Ships’ agents reacted with anger. Several said that they would send their largest vessels elsewhere for as long as the channel stayed shallow.',
      ...REPORT.slice(1),
    ),
  },
  'the background of an earlier report': { text: text(...OWN_WORDS, ...REPORT.slice(6)) },
  'own reporting on one announcement': {
    text: text(...OWN_WORDS, REPORT[3] ?? '', REPORT[4] ?? ''),
  },
  'a corrected figure': { text: changed('62 million', '78 million') },
  'a toll that has risen': { text: changed('14 hours', '19 hours') },
  'a number in words that has changed': { text: changed('four years', 'six years') },
  'one paragraph of it': { text: REPORT[2] ?? '' },
  'a long report that holds it': {
    text: text(
      ...REPORT,
      ...OWN_WORDS,
      ...OWN_WORDS.toReversed().map((one) => `${one} So it went on.`),
    ),
  },
  'another subject': { text: text(...OWN_WORDS) },
};
