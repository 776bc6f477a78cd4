import type { Sockets } from './app/sockets.ts';
import { fillIn } from './person/choose.ts';
import { edit } from './person/edit.ts';
import { findElement, findPlace } from './person/find-element.ts';
import { openTab } from './person/open-tab.ts';
import { press } from './person/press.ts';
import { runShortcut } from './person/run-shortcut.ts';
import { say } from './person/say.ts';
import { setMembership } from './person/set-membership.ts';
import { dismiss, submit } from './person/submit.ts';
import type { Channel, Message } from './state.ts';
import type { Person, Workspace } from './workspace.ts';
import type { World } from './world.ts';

type Controls = Omit<
  Workspace,
  'url' | 'apiUrl' | 'botToken' | 'appToken' | 'signingSecret' | 'log' | 'close'
>;

/** The hands that a test has on a workspace. A name or an element that is not there throws. */
export function controlsOf(world: World, sockets: Sockets, watchers: Set<() => void>): Controls {
  const { state } = world;

  const channelOf = (given: string): Channel => {
    if (given === 'dm') return state.channels.get(state.dm) as Channel;
    const name = given.replace(/^#/, '');
    const channel =
      state.channels.get(given) ?? [...state.channels.values()].find((one) => one.name === name);
    if (!channel) throw new Error(`The workspace has no channel ${given}.`);
    return channel;
  };

  const person: Person = {
    id: state.person,
    type: (channel, text, threadTs) => say(world, channelOf(channel), text, threadTs),
    edit(ts, text) {
      const message = state.messages.find((one) => one.ts === ts && one.user === state.person);
      if (!message) throw new Error(`The person has sent no message ${ts}.`);
      edit(world, message, text);
    },
    async press(actionId, { ts, value } = {}) {
      const there = findPlace(state, actionId, ts);
      if (!there) throw new Error(`Nothing on the screen has the action_id ${actionId}.`);
      await press(world, there.place, there.found, value);
    },
    open: (tab) => openTab(world, tab),
    async shortcut(callbackId, ts) {
      const message = state.messages.find((one) => one.ts === ts);
      if (ts !== undefined && !message) throw new Error(`The workspace has no message ${ts}.`);
      await runShortcut(world, callbackId, message);
    },
    async submit(values = {}) {
      const open = state.modals.at(-1);
      if (!open) throw new Error('No modal is open.');
      for (const [actionId, given] of Object.entries(values)) {
        const found = findElement(open.view.blocks, actionId);
        if (!found) throw new Error(`The modal has no element ${actionId}.`);
        fillIn(open, found, given);
      }
      await submit(world);
    },
    dismiss: () => dismiss(world),
  };

  return {
    person,
    bot: state.bot,
    channel: (name) => channelOf(name).id,
    messages: (channel): readonly Message[] =>
      state.messages.filter((message) => message.channel === channelOf(channel).id),
    modal: () => state.modals.at(-1)?.view,
    modalErrors: () => state.modals.at(-1)?.errors ?? {},
    home: () => state.home,
    when: (look) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          try {
            const found = look();
            if (!found) return;
            watchers.delete(watch);
            resolve(found);
          } catch (error) {
            watchers.delete(watch);
            reject(error);
          }
        };
        watchers.add(watch);
        watch();
      }),
    fault(method, ...faults) {
      state.faults.set(method, [...(state.faults.get(method) ?? []), ...faults]);
    },
    forgetFaults: () => state.faults.clear(),
    revokeToken() {
      state.tokenRevoked = true;
    },
    archive(channel) {
      channelOf(channel).archived = true;
      world.changed();
    },
    rename(channel, name) {
      channelOf(channel).name = name;
      world.changed();
    },
    invite: (channel) => setMembership(world, channelOf(channel), true),
    removeBot: (channel) => setMembership(world, channelOf(channel), false),
    connections: sockets.count,
    dropSockets: sockets.drop,
    disconnect: sockets.disconnect,
    tick: world.schedule.tick,
  };
}
