// Where the sheet of exports appears; what it is made of is loaded when it is first asked for.
import { Suspense, lazy } from 'react';
import { useActions } from '../frame/offered-actions.ts';
import { closePrinting, openPrinting, usePrintingRequest } from './printing-store.ts';

const PrintingSheet = lazy(async () => ({ default: (await import('./printing-sheet.tsx')).PrintingSheet }));

export function PrintingHost() {
  const request = usePrintingRequest();
  useActions(() => ({ exportPack: () => openPrinting(null) }));
  return request === null ? null : (
    <Suspense fallback={null}>
      <PrintingSheet request={request} onClose={closePrinting} />
    </Suspense>
  );
}
