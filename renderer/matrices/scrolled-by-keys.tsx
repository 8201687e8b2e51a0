// Lists under a search field are walked through from that field, and are left out of the tab order by React Aria; what scrolls must be reached
// by keyboard all the same, by those too who read a list without choosing.
import type { ReactNode } from 'react';

export function ScrolledByKeys({ label, children }: { label: string; children: ReactNode }) {
  return (
    // what scrolls is reached by Tab; a press leaves the focus in the search field, where the arrows are heard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div className="matrices-scrolled" role="group" aria-label={label} tabIndex={0} onMouseDown={(event) => event.preventDefault()}>
      {children}
    </div>
  );
}
