// Opens what a memo is on or points to, where the window shows it.
import { useCallback } from 'react';
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import type { MemoLink, MemoTarget } from '../../shared/domain/memo.ts';
import type { CodingId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import type { Run } from '../ui/use-run.ts';
import { useRun } from '../ui/use-run.ts';

export interface Target {
  readonly kind: MemoLink['kind'] | MemoTarget;
  readonly id: string;
  /** Where it is known: for passages and codings. */
  readonly sourceId?: SourceId | null;
}

/** A coding's passage is known to its source only. */
async function placeOfCoding(run: Run, { id, sourceId }: Target): Promise<Place | null> {
  if (!sourceId) return null;
  const codings = await run('source.codings', { sourceId });
  const passageId = codings?.find((coding) => coding.id === (id as CodingId))?.passageId;
  return { screen: 'coding', sourceId, ...(passageId === undefined ? {} : { passageId }) };
}

async function placeOfPassage(run: Run, { id, sourceId }: Target): Promise<Place | null> {
  const source = sourceId ?? (await run('passage.read', { passageId: id as PassageId }))?.sourceId;
  return source === undefined ? null : { screen: 'coding', sourceId: source, passageId: id };
}

async function placeOf(run: Run, target: Target): Promise<Place | null> {
  const { kind, id } = target;
  switch (kind) {
    case 'project':
      return null;
    case 'source':
      return { screen: 'coding', sourceId: id };
    case 'passage':
      return placeOfPassage(run, target);
    case 'coding':
      return placeOfCoding(run, target);
    case 'category':
      return { screen: 'grids', categoryId: id };
    case 'case':
    case 'participant':
      return { screen: 'corpus' };
    case 'question':
      return { screen: 'corpus', view: 'guide' };
    case 'matrix':
      return { screen: 'matrices', matrixId: id };
    case 'memo':
      return { screen: 'memos', memoId: id };
    case 'cell': {
      const [rowKey = '', columnKey = ''] = entityKeysIn(id).toSorted(
        (a, b) => Number(b.startsWith('category:')) - Number(a.startsWith('category:')),
      );
      return { screen: 'matrices', rowKey, columnKey };
    }
  }
}

export function useOpenTarget(): (target: Target) => Promise<void> {
  const run = useRun();
  const { go } = useNavigation();
  return useCallback(
    async (target) => {
      const place = await placeOf(run, target);
      if (place) go(place);
    },
    [run, go],
  );
}
