// The rule as a sentence: each underlined word is a button that opens its picker in place.
import { useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import type { RuleFind } from '../../shared/domain/coding-rule.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { FindPicker } from './find-picker.tsx';
import { withFind } from './rule-in-hand.ts';
import type { RuleDraft } from './rule-in-hand.ts';
import { CategoryPicker, ExtendPicker, ScopePicker } from './rule-pickers.tsx';
import { sentenceOf } from './sentence.ts';
import type { Frame, Slot } from './sentence.ts';
import { ALL_TICKED } from './ticks.ts';

interface SentenceBarProps {
  draft: RuleDraft & { find: RuleFind };
  frame: Frame;
  onChange: (draft: RuleDraft) => void;
  /** What is wrong with what is looked for, in words. */
  problem: string | null;
  /** The picker to open at once: the way here said what is looked for. */
  opens: Slot | null;
}

export function SentenceBar({ draft, frame, onChange, problem, opens }: SentenceBarProps) {
  const text = useText(autocodeText);
  const isMissing = (slot: Slot): boolean => slot === 'categories' && draft.categoryIds.length === 0;
  return (
    <p className="autocode-sentence" role="group" aria-label={text.sentence}>
      {sentenceOf(draft, frame, text).map((part, at) => {
        if (part.kind === 'words') return <span key={`words-${at}`}>{part.text}</span>;
        const name = text.slots[part.slot](part.text.replace(/^, /u, ''));
        const className = classes('autocode-slot', isMissing(part.slot) && 'autocode-slot-missing');
        if (part.slot !== 'interviewers')
          return (
            <PickerSlot
              key={part.slot}
              slot={part.slot}
              text={part.text}
              name={name}
              className={className}
              opensAtOnce={opens === part.slot}
              draft={draft}
              frame={frame}
              problem={problem}
              onChange={onChange}
            />
          );
        const { scope } = draft;
        return (
          <span key={part.slot}>
            {', '}
            <AriaButton
              className={className}
              aria-label={name}
              onPress={() => onChange({ ...draft, scope: { ...scope, withInterviewers: !scope.withInterviewers }, ticks: ALL_TICKED })}
            >
              {part.text.replace(/^, /u, '')}
            </AriaButton>
          </span>
        );
      })}
    </p>
  );
}

interface PickerSlotProps extends Omit<SentenceBarProps, 'opens'> {
  slot: Exclude<Slot, 'interviewers'>;
  text: string;
  name: string;
  className: string;
  opensAtOnce: boolean;
}

function PickerSlot({ slot, text, name, className, opensAtOnce, draft, frame, problem, onChange }: PickerSlotProps) {
  const words = useText(autocodeText);
  const [isOpen, setIsOpen] = useState(opensAtOnce);
  const label = { find: words.chooseFind, scope: words.chooseScope, extend: words.chooseExtend, categories: words.chooseCategories }[slot];
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <AriaButton className={className} aria-label={name}>
        {text}
      </AriaButton>
      <Popover label={label} placement="bottom start" className="autocode-popover">
        {slot === 'find' ? (
          <FindPicker find={draft.find} frame={frame} problem={problem} onChange={(find) => onChange(withFind(draft, find))} />
        ) : null}
        {slot === 'scope' ? <ScopePicker draft={draft} frame={frame} onChange={onChange} /> : null}
        {slot === 'extend' ? <ExtendPicker draft={draft} onChange={onChange} /> : null}
        {slot === 'categories' ? <CategoryPicker draft={draft} frame={frame} onChange={onChange} /> : null}
      </Popover>
    </DialogTrigger>
  );
}
