// Stands in until the screen is there.
export function MemosScreen() {
  return null;
}
