// F6: the focus goes round the window's panels, into the first thing of each that takes it.

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** 0-based index of the panel to go to; `current` -1 when the focus is in none. */
export function nextPanelIndex(current: number, count: number, step: 1 | -1): number {
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

export function focusNextPanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')].filter((panel) => panel.getClientRects().length > 0);
  const current = panels.findLastIndex((panel) => panel.contains(document.activeElement));
  for (let tried = 0, index = current; tried < panels.length; tried += 1) {
    index = nextPanelIndex(index, panels.length, step);
    const target = firstFocusable(panels[index]);
    if (!target) continue;
    target.focus({ focusVisible: true } as FocusOptions);
    return;
  }
}

/** In a list or a tree the chosen row, where there is one. */
function firstFocusable(panel: HTMLElement | undefined): HTMLElement | undefined {
  const candidates = [...(panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((element) => element.getClientRects().length > 0);
  return candidates.find((element) => element.getAttribute('role') !== 'separator');
}
