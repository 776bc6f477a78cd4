import { tellMessage } from '../app/tell-message.ts';
import type { Message } from '../state.ts';
import { nextTs, type World } from '../world.ts';
import { asSent } from './as-sent.ts';

/** Puts other words into a message that the person has sent. */
export function edit(world: World, message: Message, typed: string): void {
  message.text = asSent(world, typed);
  message.edited = nextTs(world);
  world.changed();
  tellMessage(world, message, 'changed');
}
