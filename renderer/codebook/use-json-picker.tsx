// Lets a menu item or a button open the system's file dialog for a grid's file.
import { useRef } from 'react';
import type { ReactElement } from 'react';

/** The hidden field to put somewhere on the page, and what opens it. */
export function useJsonPicker(onPick: (file: File) => void): { readonly field: ReactElement; readonly open: () => void } {
  const input = useRef<HTMLInputElement>(null);
  const field = (
    <input
      ref={input}
      type="file"
      accept=".json,.xlsx,.qdc"
      hidden
      onChange={(event) => {
        const file = event.target.files?.[0];
        // emptied, so that the same file can be chosen again after it was mended
        event.target.value = '';
        if (file) onPick(file);
      }}
    />
  );
  return { field, open: () => input.current?.click() };
}
