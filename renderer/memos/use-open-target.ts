// Opens what a memo is on or points to, where the window shows it.
import { useCallback } from 'react';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { TextLink } from '../../shared/domain/text-link.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import type { CodingId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import type { Run } from '../ui/use-run.ts';
import { useRun } from '../ui/use-run.ts';

export interface Target {
  readonly kind: TextLink['kind'] | MemoTarget;
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

async function placeOfCell(run: Run, key: string): Promise<Place | null> {
  const place = await run('memo.cellPlace', { key });
  return place ? { screen: 'matrices', ...place } : null;
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
    case 'cell':
      return placeOfCell(run, id);
  }
}

/** Opens it; where no saved matrix shows a crossing, says so. */
export function useOpenTarget(): (target: Target) => Promise<void> {
  const run = useRun();
  const words = useText(memosText);
  const notify = useNotify();
  const { go } = useNavigation();
  return useCallback(
    async (target) => {
      const place = await placeOf(run, target);
      if (place) go(place);
      else if (target.kind === 'cell')
        notify({ text: words.cellNowhere, action: { label: words.goMatrices, onPress: () => go({ screen: 'matrices' }) } });
    },
    [run, go, notify, words],
  );
}
