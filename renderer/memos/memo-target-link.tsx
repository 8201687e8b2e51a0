// What a memo is on, as a way there.
import { Button } from 'react-aria-components';
import type { Memo } from '../../shared/domain/memo.ts';
import { targetWords } from '../../shared/i18n/memo-words.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { TARGET_ICONS } from '../writing/target-icons.ts';
import { useOpenTarget } from './use-open-target.ts';

export function MemoTargetLink({ memo }: { memo: Memo }) {
  const words = useText(memosText);
  const { language } = useLanguage();
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
          {targetWords(language, memo)}
        </Button>
      )}
    </p>
  );
}
