/**
 * Finds a needle in a text, each time from a later place. What was found or missed is remembered, so that
 * all searches of a document together pass over it once, whatever its brackets and quotes pretend to open.
 */
export function searcher(text: string, needle: string): (from: number) => number {
  let searchedFrom = 0;
  let found = -2;
  return (from) => {
    const isKnown = found !== -2 && from >= searchedFrom && (found === -1 || from <= found);
    if (!isKnown) {
      searchedFrom = from;
      found = text.indexOf(needle, from);
    }
    return found;
  };
}
