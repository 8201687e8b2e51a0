// Who reviews in this window: given once, remembered by the browser.
import { useState } from 'react';

const KEY = 'trame.reviewer';

export function useReviewerName(): [name: string, setName: (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(KEY) ?? '');
  return [
    name,
    (next) => {
      localStorage.setItem(KEY, next);
      setName(next);
    },
  ];
}
