// What cannot be reached on a page as it stands: controls that lie under others or beyond an edge that does not scroll. At 200 % zoom first of all.
import type { Page } from 'playwright-core';

/** The window of 1280 × 800 at 200 %: half as many CSS pixels each way. */
export const ZOOMED = { width: 640, height: 400 };
export const ORDINARY = { width: 1280, height: 800 };

/** Controls that stay covered or cut off when they are brought into view, by name; and the page itself where it is wider than the window. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const FOCUSABLE =
      'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex]:not([tabindex="-1"])';
    // the help that lies over a narrow window closes when something else takes the focus
    const help = innerWidth < 960 ? document.querySelector<HTMLElement>('.help') : null;
    const top = [...document.querySelectorAll<HTMLElement>('.dialog')].at(-1) ?? help ?? document.body;
    const isShown = (element: HTMLElement): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden="true"], [inert]') === null
      );
    };
    const isHit = (control: HTMLElement): boolean => {
      // a box that is ticked by its label is the label
      const element = control.closest('label') ?? control;
      const { left, top: upper, width, height } = element.getBoundingClientRect();
      // a control is within reach where any fifth of it is
      return [0.5, 0.2, 0.8].some((across) =>
        [0.5, 0.2, 0.8].some((down) => {
          const hit = document.elementFromPoint(left + width * across, upper + height * down);
          return hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element) === true);
        }),
      );
    };
    const covered = [...top.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isShown).flatMap((element) => {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (isHit(element)) return [];
      element.scrollIntoView({ block: 'center', inline: 'center' });
      return isHit(element)
        ? []
        : [
            `${element.tagName.toLowerCase()}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''}`,
          ];
    });
    const isTooWide = document.documentElement.scrollWidth > innerWidth + 1;
    return [...(isTooWide ? ['the page is wider than the window'] : []), ...covered];
  });
}
