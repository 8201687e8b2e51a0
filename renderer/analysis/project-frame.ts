// All that filters and pickers of analyses read of the project.
import { useMemo } from 'react';
import type { ProjectFrame } from '../matrices/frame.ts';
import { useQuery } from '../ui/use-query.ts';

/** Null until it is known. */
export function useProjectFrame(): ProjectFrame | null {
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  const { data: guides } = useQuery('guide.list', {});
  const { data: researchQuestions } = useQuery('researchQuestion.list', {});
  const { data: scales } = useQuery('scale.list', {});
  return useMemo(
    () =>
      codebook && corpus && coders && guides && researchQuestions && scales ? { codebook, corpus, coders, guides, researchQuestions, scales } : null,
    [codebook, corpus, coders, guides, researchQuestions, scales],
  );
}
