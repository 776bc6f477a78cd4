/** Values by their keys, of which so many are kept: those put in or asked for last. */
export interface Latest<Key, Value> {
  get(key: Key): Value | undefined;
  /** Gives the value back. */
  put(key: Key, value: Value): Value;
  drop(key: Key): void;
  clear(): void;
}

export function keepLatest<Key, Value>(most: number): Latest<Key, Value> {
  // A Map gives its keys in the order in which they were put in.
  const kept = new Map<Key, Value>();

  function put(key: Key, value: Value): Value {
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return value;
  }

  return {
    put,
    get(key) {
      const value = kept.get(key);
      return value === undefined ? undefined : put(key, value);
    },
    drop: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
