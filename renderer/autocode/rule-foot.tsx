// The last line of the screen: how much will be coded, whether the rule is kept, and the act itself.
import type { RuleCard, RulePreview } from '../../shared/domain/coding-rule.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { RuleDraft } from './rule-in-hand.ts';

interface RuleFootProps {
  found: RulePreview;
  draft: RuleDraft;
  /** The kept rule in hand. */
  card: RuleCard | undefined;
  /** Hits that are ticked. */
  ticked: number;
  isReadOnly: boolean;
  isReady: boolean;
  /** What the rule is called until somebody names it. */
  usualName: string;
  onDraft: (draft: RuleDraft) => void;
  onApply: () => void;
}

export function RuleFoot({ found, draft, card, ticked, isReadOnly, isReady, usualName, onDraft, onApply }: RuleFootProps) {
  const text = useText(autocodeText);
  const coded = found.sources.reduce((sum, source) => sum + source.coded, 0);
  const isKept = draft.keepAs !== null;
  const open = found.sources.reduce((sum, source) => sum + source.hits - source.coded - source.excluded, 0);
  // a kept rule may be told what not to propose any more, with nothing to code
  const leavesOut = card !== undefined && ticked === 0 && open > 0;
  const canApply = isReady && draft.categoryIds.length > 0 && (!isKept || draft.keepAs?.trim() !== '');
  return (
    <footer className="autocode-foot">
      <p className="autocode-count" role="status">
        <b>{text.found(found.total, found.sources.length)}</b>
        {coded > 0 ? ` (${text.foundCoded(coded)})` : ''}
      </p>
      {isReadOnly ? (
        <p className="quiet">{text.readOnly}</p>
      ) : (
        <div className="autocode-foot-acts">
          {card ? (
            <span className="quiet">{text.ruleInHand(card.name)}</span>
          ) : (
            <Checkbox isSelected={isKept} onChange={(keeps) => onDraft({ ...draft, keepAs: keeps ? usualName : null })}>
              {text.keep}
            </Checkbox>
          )}
          {isKept && !card ? (
            <TextField
              className="autocode-keep-name"
              label={text.keepName}
              hidesLabel
              value={draft.keepAs ?? ''}
              onChange={(keepAs) => onDraft({ ...draft, keepAs })}
              maxLength={300}
            />
          ) : null}
          <Button variant="primary" isDisabled={!canApply || (ticked === 0 && !isKept && !leavesOut)} onPress={onApply}>
            {leavesOut ? text.leaveOut : ticked === 0 && isKept ? text.keep : text.toDo(ticked)}
          </Button>
        </div>
      )}
    </footer>
  );
}
