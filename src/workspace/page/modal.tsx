import type { ReactNode } from 'react';
import type { State } from '../state.ts';
import { Blocks } from './blocks.tsx';

const textOf = (object: unknown) => (object as { text: string } | null)?.text;

/** The topmost modal, as a dialog that works without script too. */
export function Modal({ state, back }: { state: State; back: string }): ReactNode {
  const open = state.modals.at(-1);
  if (!open) return null;
  const { view } = open;
  return (
    <dialog
      id={`view-${view.id}`}
      open
      className="modal"
      aria-labelledby="modal-title"
      data-close="/modal/close"
    >
      <form method="post" action="/modal/submit" noValidate>
        <input type="hidden" name="back" value={back} />
        {/* Enter in a field presses a form's first button: this one, not a button of a block. */}
        {view.submit !== null && (
          <button className="hidden" type="submit" tabIndex={-1} aria-hidden="true">
            {textOf(view.submit)}
          </button>
        )}
        <header>
          <h2 id="modal-title">{textOf(view.title)}</h2>
          <button className="quiet" type="submit" formAction="/modal/close" aria-label="Close">
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div className="body">
          {open.trouble && (
            <p className="trouble" role="alert">
              {open.trouble}
            </p>
          )}
          <Blocks blocks={view.blocks} names={state} open={open} />
        </div>
        <footer>
          <button className="button" type="submit" formAction="/modal/close">
            {textOf(view.close) ?? (view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit !== null && (
            <button className="button primary" type="submit">
              {textOf(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
