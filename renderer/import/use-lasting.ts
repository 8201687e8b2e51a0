// What is over at once is not announced: a sign of work appears only when the work lasts.
import { useEffect, useState } from 'react';

const LASTS_FROM_MS = 300;

/** True once `isBusy` has been so for a while. */
export function useLasting(isBusy: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isBusy) {
      setLong(false);
      return undefined;
    }
    const timer = setTimeout(() => setLong(true), LASTS_FROM_MS);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return isLong && isBusy;
}
