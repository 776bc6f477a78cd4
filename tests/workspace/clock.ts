/** A clock that stands until it is moved, in ms. */
export function handClock(start = Date.UTC(2026, 0, 5, 9, 0, 0)) {
  let time = start;
  const clock = () => time;
  return Object.assign(clock, {
    move(ms: number) {
      time += ms;
    },
  });
}
