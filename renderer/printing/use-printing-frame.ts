// Reads what a study can print.
import { useMemo } from 'react';
import { useQuery } from '../ui/use-query.ts';
import type { PrintingFrame } from './frame.ts';

/** Null until all of it has come. */
export function usePrintingFrame(): PrintingFrame | null {
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  const { data: guides } = useQuery('guide.list', {});
  const { data: matrices } = useQuery('matrix.list', {});
  return useMemo(() => {
    if (!codebook || !corpus || !coders || !guides || !matrices) return null;
    const { cases, groups, sources, attributes } = corpus;
    return { codebook, cases, groups, sources, attributes, coders, guides, matrices };
  }, [codebook, corpus, coders, guides, matrices]);
}
