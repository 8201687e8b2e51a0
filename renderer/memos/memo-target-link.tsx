// What a memo is on, as a way there.
import { Button } from 'react-aria-components';
import type { Memo } from '../../shared/domain/memo.ts';
import type { CategoryId, CodingId, MatrixId, PassageId } from '../../shared/domain/ids.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { useText } from '../ui/language.tsx';
import type { Run } from '../ui/use-run.ts';
import { useRun } from '../ui/use-run.ts';
import { TARGET_ICONS } from './target-icons.ts';

/** A coding's passage is known to its source only. */
async function placeOfCoding(run: Run, memo: Memo): Promise<Place | null> {
  if (memo.sourceId === null) return null;
  const codings = await run('source.codings', { sourceId: memo.sourceId });
  const passageId = codings?.find(({ id }) => id === (memo.targetId as CodingId))?.passageId;
  return { screen: 'coding', sourceId: memo.sourceId, ...(passageId === undefined ? {} : { passageId }) };
}

async function placeOf(run: Run, memo: Memo): Promise<Place | null> {
  switch (memo.targetKind) {
    case 'project':
      return null;
    case 'source':
      return { screen: 'coding', sourceId: memo.targetId };
    case 'passage':
      return memo.sourceId === null ? null : { screen: 'coding', sourceId: memo.sourceId, passageId: memo.targetId as PassageId };
    case 'coding':
      return placeOfCoding(run, memo);
    case 'category':
      return { screen: 'grids', categoryId: memo.targetId as CategoryId };
    case 'case':
    case 'participant':
      return { screen: 'corpus' };
    case 'matrix':
      return { screen: 'matrices', matrixId: memo.targetId as MatrixId };
  }
}

export function MemoTargetLink({ memo }: { memo: Memo }) {
  const words = useText(memosText);
  const { go } = useNavigation();
  const run = useRun();
  const Icon = TARGET_ICONS[memo.targetKind];
  const kind = words.kinds[memo.targetKind];
  const open = async () => {
    const place = await placeOf(run, memo);
    if (place) go(place);
  };
  return (
    <p className="memos-on">
      <Icon size={14} aria-hidden />
      <span className="quiet">{kind}</span>
      {memo.targetKind === 'project' ? (
        <span>{memo.targetLabel}</span>
      ) : memo.targetLabel === '' ? (
        <span className="quiet">{words.gone}</span>
      ) : (
        <Button className="memos-link" onPress={() => void open()}>
          {memo.targetKind === 'passage' || memo.targetKind === 'coding' ? words.quote(memo.targetLabel) : memo.targetLabel}
        </Button>
      )}
    </p>
  );
}
