import type { ReactNode } from 'react';
import { blocksAt, findElement, placeOf } from '../person/find-element.ts';
import type { State } from '../state.ts';
import { TextOf } from './kit.tsx';
import type { Target } from './target.ts';

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
  target: Target,
): Confirm | undefined {
  const blocks = blocksAt(state, placeOf(state, ts));
  return findElement(blocks, target.actionId, target.blockId)?.element.confirm as
    | Confirm
    | undefined;
}

/** The question before a press, as a dialog. */
export function Confirmation({
  state,
  ts,
  target,
  back,
}: {
  state: State;
  ts: string | undefined;
  target: Target;
  back: string;
}): ReactNode {
  const confirm = confirmOf(state, ts, target);
  if (!confirm) return null;
  return (
    <dialog
      id="confirmation"
      open
      className="modal small"
      aria-labelledby="confirm-title"
      data-close={back}
    >
      <form method="post" action="/press">
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="confirmed" value="1" />
        {ts && <input type="hidden" name="ts" value={ts} />}
        <header>
          <h2 id="confirm-title">{confirm.title?.text ?? 'Are you sure?'}</h2>
        </header>
        <div className="body">
          <TextOf of={confirm.text} names={state} />
        </div>
        <footer>
          <a className="button" href={back}>
            {confirm.deny?.text ?? 'Cancel'}
          </a>
          <button
            className={`button ${confirm.style ?? 'primary'}`}
            type="submit"
            name="press"
            value={JSON.stringify([target.blockId, target.actionId])}
          >
            {confirm.confirm?.text ?? 'OK'}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
