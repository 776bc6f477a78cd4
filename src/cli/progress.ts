import { harmless } from './harmless.ts';

/** How far a long piece of work is. */
export interface Progress {
  readonly done: number;
  /** How much there is to do; null while nobody knows. */
  readonly of: number | null;
  /** What is being worked on. */
  readonly at: string;
}

/** Where progress is shown: standard error, or what stands in for it. */
export interface Watched {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Progress on a stream. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Takes the bar away, so that something else can be printed; the next `show` draws it again. */
  clear(): void;
}

const BLANK_LINE = '\r\u001b[K';
const WIDEST_BAR = 30;
/** A bar that changes more often than this is drawn too often to be read. */
const REDRAW_MS = 50;
/** Where there is only a log, short work says nothing, and long work a line now and then. */
const FIRST_LINE_MS = 5_000;
const NEXT_LINE_MS = 30_000;

function counted({ done, of }: Progress): string {
  return of === null ? `${done} done` : `${done} of ${of}`;
}

function bar({ done, of }: Progress, columns: number): string {
  if (of === null || of === 0) return '';
  const width = Math.min(WIDEST_BAR, Math.floor(columns / 4));
  const full = Math.min(width, Math.floor((done / of) * width));
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] `;
}

/** A bar in one line; of a long name the end is shown, which tells files of one folder apart. */
function drawn(progress: Progress, columns: number): string {
  const head = `${bar(progress, columns)}${counted(progress)} `;
  const room = Math.max(0, columns - 1 - head.length);
  const at = harmless(progress.at).replaceAll('\n', ' ');
  return head + (at.length <= room ? at : room < 2 ? '' : `…${at.slice(1 - room)}`);
}

/** Shows progress as a bar on a terminal, and as a line now and then elsewhere; `now` gives milliseconds. */
export function progressOn(stream: Watched, now: () => number): ProgressLine {
  let shown = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  let lineAt: number | undefined;

  function draw(progress: Progress): void {
    const line = drawn(progress, stream.columns || 80);
    const isLast = progress.done === progress.of;
    if (line === shown || (shown !== '' && !isLast && now() - drawnAt < REDRAW_MS)) return;
    stream.write(BLANK_LINE + line);
    shown = line;
    drawnAt = now();
  }
  function log(progress: Progress): void {
    lineAt ??= now() + FIRST_LINE_MS;
    if (now() < lineAt) return;
    stream.write(`${counted(progress)}, at ${harmless(progress.at).replaceAll('\n', ' ')}\n`);
    lineAt = now() + NEXT_LINE_MS;
  }
  return {
    show: (progress) => (stream.isTTY ? draw(progress) : log(progress)),
    clear() {
      if (shown !== '') stream.write(BLANK_LINE);
      shown = '';
    },
  };
}
