// What a row is called, whatever kind it is of; for the line that says whose history is shown.
import { useQuery } from '../ui/use-query.ts';

/** null for what is gone or has no name. */
export function useObjectName(id: string | undefined): { readonly name: string | null; readonly isCategory: boolean } {
  const isAsked = id !== undefined;
  const { data: codebook } = useQuery('codebook.read', isAsked ? {} : null);
  const { data: corpus } = useQuery('corpus.read', isAsked ? {} : null);
  const { data: memos } = useQuery('memo.list', isAsked ? {} : null);
  const { data: matrices } = useQuery('matrix.list', isAsked ? {} : null);
  const category = codebook?.flatMap(({ categories }) => categories).find((each) => each.id === id);
  if (category) return { name: category.name, isCategory: true };
  const titled = [...(codebook ?? []), ...(memos ?? [])].find((each) => each.id === id);
  if (titled) return { name: titled.title, isCategory: false };
  const named = [...(corpus?.sources ?? []), ...(corpus?.cases ?? []), ...(corpus?.participants ?? []), ...(matrices ?? [])].find(
    (each) => each.id === id,
  );
  return { name: named?.name ?? null, isCategory: false };
}
