import type { ReactNode } from 'react';
import { findElement } from '../person/find-element.ts';
import type { State } from '../state.ts';
import { TextOf } from './kit.tsx';

interface Confirm {
  readonly title?: { readonly text: string };
  readonly text: object;
  readonly confirm?: { readonly text: string };
  readonly deny?: { readonly text: string };
  readonly style?: string;
}

/** What an element asks before its press is carried out; nothing where it asks nothing. */
export function confirmOf(
  state: State,
  ts: string | undefined,
  press: string,
): Confirm | undefined {
  const [blockId, actionId] = JSON.parse(press) as [string, string];
  const blocks = ts
    ? state.messages.find((message) => message.ts === ts)?.blocks
    : (state.modals.at(-1)?.view ?? state.home)?.blocks;
  return findElement(blocks ?? [], actionId, blockId)?.element.confirm as Confirm | undefined;
}

/** The question before a press, as a dialog. */
export function Confirmation({
  state,
  ts,
  press,
  back,
}: {
  state: State;
  ts: string | undefined;
  press: string;
  back: string;
}): ReactNode {
  const confirm = confirmOf(state, ts, press);
  if (!confirm) return null;
  const target = back.replace(/[?&]confirm=.*$/, '');
  return (
    <dialog
      id="confirmation"
      open
      className="modal small"
      aria-labelledby="confirm-title"
      data-close={target}
    >
      <form method="post" action="/press">
        <input type="hidden" name="back" value={target} />
        <input type="hidden" name="confirmed" value="1" />
        {ts && <input type="hidden" name="ts" value={ts} />}
        <header>
          <h2 id="confirm-title">{confirm.title?.text ?? 'Are you sure?'}</h2>
        </header>
        <div className="body">
          <TextOf of={confirm.text} names={state} />
        </div>
        <footer>
          <a className="button" href={target}>
            {confirm.deny?.text ?? 'Cancel'}
          </a>
          <button
            className={`button ${confirm.style ?? 'primary'}`}
            type="submit"
            name="press"
            value={press}
          >
            {confirm.confirm?.text ?? 'OK'}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
