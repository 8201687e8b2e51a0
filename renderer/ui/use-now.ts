// The present, for words such as « aujourd’hui à 14:32 »: it moves on by itself, so that they stay true.
import { useEffect, useState } from 'react';

const EVERY_MS = 60_000;

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
