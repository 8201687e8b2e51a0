// Times and speeds as the player shows and counts them.

/** `4:07`, `1:02:33` */
export function shortClock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

export const SPEEDS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 1.75, 2] as const;

/** The next speed in the list, or the same at its ends. */
export function nextSpeed(speed: number, step: 1 | -1): number {
  const others = SPEEDS.filter((each) => (step === 1 ? each > speed : each < speed));
  return (step === 1 ? others[0] : others.at(-1)) ?? speed;
}

/** Seconds that the recording goes back when it is played again after a pause: as long as it took to stop. */
export const REWINDS = [0, 1, 2, 3, 5] as const;
