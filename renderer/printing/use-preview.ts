// The pages of what is being set, asked for anew once the hand rests; what was asked before is forgotten.
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { PrintPiece, PrintStyle } from '../../shared/domain/print.ts';
import { CoreFailure, call } from '../core.ts';
import { bytesFromBase64 } from '../ui/save-file.ts';

const RESTS_MS = 350;

export interface Preview {
  /** The latest pages; kept while newer ones are on their way. */
  readonly pdf: Uint8Array | null;
  readonly isPending: boolean;
  readonly failure: Failure | null;
}

const NOTHING: Preview = { pdf: null, isPending: false, failure: null };

/** @param piece null: nothing is shown */
export function usePreview(piece: PrintPiece | null, style: PrintStyle): Preview {
  const [preview, setPreview] = useState<Preview>(NOTHING);
  const input = piece === null ? null : JSON.stringify({ piece, style });
  const isFirst = useRef(true);
  useEffect(() => {
    if (input === null) {
      setPreview(NOTHING);
      return undefined;
    }
    let isWanted = true;
    setPreview((before) => ({ ...before, isPending: true }));
    const ask = async () => {
      try {
        const file = await call('print.preview', JSON.parse(input) as { piece: PrintPiece; style: PrintStyle });
        if (isWanted) setPreview({ pdf: bytesFromBase64(file.base64), isPending: false, failure: null });
      } catch (error) {
        const failure: Failure = error instanceof CoreFailure ? error.failure : { kind: 'fault', code: String(error), data: {} };
        if (isWanted) setPreview({ pdf: null, isPending: false, failure });
      }
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : RESTS_MS);
    isFirst.current = false;
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [input]);
  return preview;
}
