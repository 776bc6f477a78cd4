import { campaign } from './campaign.ts';

/** Runs drawn at random, besides every boundary and every fault in turn. */
const RANDOM = 700;

const { runs, lost, doubled } = await campaign(
  { boundaries: Number.POSITIVE_INFINITY, random: RANDOM },
  console.log,
);
console.log(`${runs} runs, ${lost} lost, ${doubled} doubled`);
process.exitCode = lost === 0 && doubled === 0 ? 0 : 1;
