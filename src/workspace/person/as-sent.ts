import type { World } from '../world.ts';
import { escapeText } from './escape.ts';

/** An address in escaped text; what ends a sentence or closes a bracket behind it is none of it. */
const ADDRESS = /\bhttps?:\/\/(?:(?!&[lg]t;)[^\s<>"'])+(?<![.,;:!?)\]])/gi;

/** What a person typed, as Slack passes it on: an address as a link, "@Briefing" as a mention, as picking it from a list does. */
export function asSent({ state }: World, typed: string): string {
  const name = state.app.botName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const linked = escapeText(typed.trim()).replace(ADDRESS, '<$&>');
  return linked.replace(new RegExp(`(^|\\s)@${name}\\b`, 'gi'), `$1<@${state.bot}>`);
}
