/** The words of a list written with white space between them; an underscore stands for a space within one. */
export function wordList(list: string): readonly string[] {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
}
