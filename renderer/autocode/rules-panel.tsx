// The rules that are kept: what each would find anew, run again, renamed, removed.
import { Ellipsis, Pencil, Plus, Table2, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RuleCard } from '../../shared/domain/coding-rule.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { NEW_DRAFT } from './rule-in-hand.ts';
import type { RuleDraft } from './rule-in-hand.ts';
import { plainSentence } from './sentence.ts';
import type { Frame } from './sentence.ts';

interface RulesPanelProps {
  rules: readonly RuleCard[];
  frame: Frame;
  draft: RuleDraft;
  isReadOnly: boolean;
  isTable: boolean;
  onDraft: (draft: RuleDraft) => void;
  onTable: () => void;
}

export function RulesPanel({ rules, frame, draft, isReadOnly, isTable, onDraft, onTable }: RulesPanelProps) {
  const text = useText(autocodeText);
  return (
    <div className="autocode-rules">
      <div className="autocode-rules-acts">
        <Button size="small" onPress={() => onDraft({ ...NEW_DRAFT, categoryIds: draft.categoryIds })}>
          <Plus size={14} aria-hidden />
          {text.newRule}
        </Button>
        {isReadOnly ? null : (
          <Button size="small" variant="quiet" aria-current={isTable ? 'page' : 'false'} onPress={onTable}>
            <Table2 size={14} aria-hidden />
            {text.table}
          </Button>
        )}
      </div>
      <SectionTitle>{text.rules}</SectionTitle>
      {rules.length === 0 ? <p className="autocode-rules-none">{text.noRules}</p> : null}
      <ul className="autocode-rules-list">
        {rules.map((card) => (
          <Rule key={card.id} card={card} frame={frame} isHere={!isTable && draft.ruleId === card.id} isReadOnly={isReadOnly} onDraft={onDraft} />
        ))}
      </ul>
    </div>
  );
}

interface RuleProps extends Pick<RulesPanelProps, 'frame' | 'isReadOnly' | 'onDraft'> {
  card: RuleCard;
  isHere: boolean;
}

function Rule({ card, frame, isHere, isReadOnly, onDraft }: RuleProps) {
  const text = useText(autocodeText);
  const run = useRun();
  const notify = useNotify();
  const row = useRef<HTMLLIElement>(null);
  const [isNaming, setIsNaming] = useState(false);
  const { data: fresh } = useQuery('autocode.newHits', { ruleId: card.id });
  const inHand = { ...NEW_DRAFT, ...card.rule, ruleId: card.id };
  const remove = async () => {
    if ((await run('autocode.removeRule', { ruleId: card.id })) === undefined) return;
    notify({ text: text.removed(card.name), kind: 'done', action: { label: text.undo, onPress: () => void run('history.undo', {}) } });
  };
  return (
    <li className={classes('autocode-rule', isHere && 'autocode-rule-here')} ref={row}>
      <AriaButton className="autocode-rule-button" aria-current={isHere ? 'true' : 'false'} onPress={() => onDraft(inHand)}>
        <span className="autocode-rule-name">{card.name}</span>
        <span className="autocode-rule-sentence">{plainSentence(inHand, frame, text)}</span>
        <span className="autocode-rule-facts number">
          {fresh ? <b>{text.newHits(fresh)} · </b> : null}
          {text.codings(card.codings)}
          {card.excluded > 0 ? ` · ${text.excludedOf(card.excluded)}` : ''}
        </span>
      </AriaButton>
      {isReadOnly ? null : (
        <Menu
          label={text.ruleActs(card.name)}
          placement="bottom end"
          trigger={<IconButton icon={Ellipsis} size="small" label={text.ruleActs(card.name)} />}
        >
          <MenuItem icon={Pencil} label={text.rename} onAction={() => setIsNaming(true)} />
          <MenuItem icon={Trash2} isDanger label={text.remove} onAction={() => void remove()} />
        </Menu>
      )}
      <Popover label={text.rename} triggerRef={row} isOpen={isNaming} onOpenChange={setIsNaming} placement="bottom start">
        <Naming card={card} onDone={() => setIsNaming(false)} />
      </Popover>
    </li>
  );
}

function Naming({ card, onDone }: { card: RuleCard; onDone: () => void }) {
  const text = useText(autocodeText);
  const run = useRun();
  const [name, setName] = useState(card.name);
  const save = async () => {
    if (name.trim() === '') return;
    if ((await run('autocode.renameRule', { ruleId: card.id, name })) !== undefined) onDone();
  };
  return (
    <form
      className="autocode-naming"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField autoFocus label={text.renameField} value={name} onChange={setName} maxLength={300} />
      <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
        {text.save}
      </Button>
    </form>
  );
}
