// What one interview says to one question: how much, where, and which dimensions it fed.
import type { RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Coverage } from '../../shared/domain/guide.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import type { CategoryIndex } from '../reader/category-index.ts';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import type { CoverageRow } from './coverage-model.ts';
import { FedChips } from './fed-chips.tsx';
import { useOpenTurn } from './use-open-turn.ts';

interface AnswerPopoverProps {
  anchor: RefObject<HTMLElement | null>;
  row: CoverageRow;
  cell: Coverage;
  source: SourceSummary;
  index: CategoryIndex;
  onClose: () => void;
}

export function AnswerPopover({ anchor, row, cell, source, index, onClose }: AnswerPopoverProps) {
  const text = useText(guideText);
  const openTurn = useOpenTurn();
  const expected = row.question.categoryIds;
  const fed = cell.fed.map((each) => ({ ...each, isExpected: expected.includes(each.categoryId) }));
  const missing = expected
    .filter((id) => !cell.fed.some(({ categoryId }) => categoryId === id))
    .map((categoryId) => ({ categoryId, codings: 0, isExpected: true }));
  return (
    <Popover
      label={text.answer}
      className="guide-answer"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom"
    >
      <p className="guide-answer-question">{row.question.text}</p>
      <p className="guide-answer-source">
        {source.name} · {text.words(cell.words)}
      </p>
      <p className="guide-answer-places">
        {cell.asked.map(({ turnId, number }) => (
          <AriaButton
            key={turnId}
            className="guide-cite number"
            aria-label={text.openTurn(citationOf(source.name, number))}
            onPress={() => openTurn(source.id, turnId)}
          >
            {citationOf(source.name, number)}
          </AriaButton>
        ))}
      </p>
      {fed.length + missing.length === 0 ? (
        <p className="quiet">{text.fedNothing}</p>
      ) : (
        <FedChips fed={[...fed, ...missing]} index={index} most={null} areLinks />
      )}
    </Popover>
  );
}
