// A menu or the command field gives the focus back when it closes; what takes the focus for itself comes after that.

/** React Aria gives it back in the frame after the closing. */
export function afterFocusReturns(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
