import { commonSize, type Fragment, type Line, type Row } from './fragment.ts';

/** Fragments sorted into rows, from the top down. */
export function rowsOf(fragments: readonly Fragment[]): readonly Row[] {
  const rows: Fragment[][] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const fragment of [...fragments].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1);
    if (row !== undefined && fragment.y - baseline < fragment.size * 0.45) row.push(fragment);
    else {
      rows.push([fragment]);
      baseline = fragment.y;
    }
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x));
}

/** Whether a fragment is the mark of a footnote: a small raised number or sign right behind a word. */
function isNoteMark(fragment: Fragment, before: Fragment | undefined, size: number): boolean {
  return (
    before !== undefined &&
    fragment.size < size * 0.8 &&
    fragment.y < before.y - size * 0.1 &&
    /^[\d*†‡§,\s]{1,5}$/u.test(fragment.text) &&
    /[\p{L}.,;:!?”"’')\]]$/u.test(before.text)
  );
}

/** A row as text. Gaps that the page leaves between words are spaces; marks of footnotes are left out. */
export function lineOf(row: Row): Line {
  const size = commonSize(row);
  const [first] = row;
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  let before: Fragment | undefined;
  for (const fragment of row) {
    if (isNoteMark(fragment, before, size)) continue;
    const hasGap = before !== undefined && fragment.x - right > size * 0.2;
    if (hasGap && !/\s$/u.test(text) && !/^\s/u.test(fragment.text)) text += ' ';
    text += fragment.text;
    right = Math.max(right, fragment.x + fragment.width);
    if (fragment.text.trim() !== '') before = fragment;
  }
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    left: first?.x ?? 0,
    right: before === undefined ? right : Math.max(before.x + before.width, first?.x ?? 0),
    y: row.find((one) => one.size > size * 0.9)?.y ?? first?.y ?? 0,
    size,
  };
}
