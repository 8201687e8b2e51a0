// Which hand was used last: the pointer, or the keys. A pointer that lies still while somebody types points at nothing.

/** The first key pressed since the pointer moved or pressed. */
let firstKey: KeyboardEvent | null = null;

/** Whether a key was pressed before this one since the pointer last moved or pressed. */
export const hasKeyedBefore = (key: KeyboardEvent): boolean => firstKey !== null && firstKey !== key;

const keyed = (key: KeyboardEvent) => {
  firstKey ??= key;
};

const pointed = ({ type, movementX, movementY }: PointerEvent) => {
  // what moves away under a still pointer makes browsers tell of a movement by nothing
  if (type === 'pointerdown' || movementX !== 0 || movementY !== 0) firstKey = null;
};

/** From now on; asked again, it is still once. */
export function watchHands(): void {
  window.addEventListener('keydown', keyed, true);
  window.addEventListener('pointermove', pointed, true);
  window.addEventListener('pointerdown', pointed, true);
}
