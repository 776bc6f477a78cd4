import type { TopicCoverage } from '../../news/delivery.ts';
import { sayDay } from './day.ts';
import { type Block, shorten } from './message.ts';
import { italic, label, richText, section, text } from './rich-text.ts';

const BARS = '▁▂▃▄▅▆▇█';
const LONGEST_TOPIC = 40;

/** How much was published day by day, a line of bars a topic, all to one scale; a day without articles is a dot. */
export function coverageBlocks(coverage: readonly TopicCoverage[]): Block[] {
  const [first] = coverage;
  if (first === undefined) return [];
  const most = Math.max(...coverage.flatMap(({ days }) => days));
  const lines = coverage.map(({ topic, days }) => {
    const total = days.reduce((sum, count) => sum + count, 0);
    return section(
      label(days.map((count) => bar(count, most)).join('')),
      text(`  ${shorten(topic, LONGEST_TOPIC)}: ${total} ${total === 1 ? 'article' : 'articles'}`),
    );
  });
  const caption = `Articles a day, ${first.days.length} days to ${sayDay(first.lastDay)}; the highest bar is ${most}`;
  return [richText(section(italic(caption)), ...lines)];
}

function bar(count: number, most: number): string {
  if (count === 0) return '·';
  return BARS[Math.ceil((count / most) * BARS.length) - 1] ?? '·';
}
