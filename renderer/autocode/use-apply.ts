// The act of autocoding: what is ticked is coded, the rule kept where it is to be, and all of it is one undo away.
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { ruleOf } from './rule-in-hand.ts';
import type { RuleDraft } from './rule-in-hand.ts';
import { categoryNames } from './sentence.ts';
import type { Frame } from './sentence.ts';
import type { Preview } from './use-preview.ts';

interface ApplyProps {
  draft: RuleDraft;
  frame: Frame;
  preview: Preview;
  onDraft: (draft: RuleDraft) => void;
}

export function useApply({ draft, frame, preview, onDraft }: ApplyProps) {
  const text = useText(autocodeText);
  const run = useRun();
  const notify = useNotify();
  const names = categoryNames(draft, frame).join(', ');
  const apply = async () => {
    const { found } = preview;
    const rule = ruleOf(draft);
    if (!found || !rule) return;
    const { sourcesOff, off, on } = draft.ticks;
    const done = await run('autocode.apply', {
      rule,
      ruleId: draft.ruleId,
      print: found.print,
      excluded: { sourceIds: [...sourcesOff], keys: [...off] },
      included: [...on],
      keepAs: draft.ruleId === null ? draft.keepAs : null,
    });
    if (!done) return preview.refresh();
    onDraft({ ...draft, ruleId: done.ruleId, keepAs: null });
    const undo = { label: text.undo, onPress: () => void run('history.undo', {}) };
    const kept = draft.ruleId === null && draft.keepAs !== null ? text.kept(draft.keepAs) : '';
    if (done.codings > 0) notify({ text: [text.done(done.passages, names), kept].join(' ').trim(), kind: 'done', action: undo });
    else if (kept !== '') notify({ text: kept, kind: 'done', action: undo });
    else if (draft.ruleId !== null && off.size + sourcesOff.size > 0) notify({ text: text.leftOut, kind: 'done', action: undo });
    else notify({ text: text.nothingNew });
    return undefined;
  };
  return { apply, usualName: names };
}
