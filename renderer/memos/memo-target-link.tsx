// What a memo is on, as a way there.
import { Button } from 'react-aria-components';
import type { Memo } from '../../shared/domain/memo.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useText } from '../ui/language.tsx';
import { TARGET_ICONS } from './target-icons.ts';
import { useOpenTarget } from './use-open-target.ts';

export function MemoTargetLink({ memo }: { memo: Memo }) {
  const words = useText(memosText);
  const open = useOpenTarget();
  const Icon = TARGET_ICONS[memo.targetKind];
  const kind = words.targets[memo.targetKind];
  return (
    <p className="memos-on">
      <Icon size={14} aria-hidden />
      <span className="quiet">{kind}</span>
      {memo.targetKind === 'project' ? (
        <span>{memo.targetLabel}</span>
      ) : memo.targetLabel === '' ? (
        <span className="quiet">{words.gone}</span>
      ) : (
        <Button className="memos-link" onPress={() => void open({ kind: memo.targetKind, id: memo.targetId, sourceId: memo.sourceId })}>
          {memo.targetKind === 'passage' || memo.targetKind === 'coding' ? words.quote(memo.targetLabel) : memo.targetLabel}
        </Button>
      )}
    </p>
  );
}
