// Begins a memo: on the whole project, in the diary, or from a template on a source or a case.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { MEMO_TEMPLATES, TEMPLATE_TARGETS } from '../../shared/domain/memo-template.ts';
import type { MemoTemplateId } from '../../shared/domain/memo-template.ts';
import type { MemoKind } from '../../shared/domain/memo.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { memoTemplateText } from '../../shared/i18n/memo-templates.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

export function NewMemo({ isPrimary = false }: { isPrimary?: boolean }) {
  const words = useText(memosText);
  const templates = useText(memoTemplateText).templates;
  const { language } = useLanguage();
  const { go } = useNavigation();
  const run = useRun();
  const [template, setTemplate] = useState<MemoTemplateId | null>(null);
  const write = async (kind: MemoKind, title: string) => {
    const memoId = await run('memo.write', { memoId: null, targetKind: 'project', targetId: '', kind, title, text: '' });
    if (memoId !== undefined) go({ screen: 'memos', memoId });
  };
  const writeDiary = () => write('diary', words.diaryTitle(formatDate(language, new Date().toLocaleDateString('sv-SE'))));
  return (
    <>
      <Menu
        label={words.newMemo}
        trigger={
          <Button size={isPrimary ? 'normal' : 'small'} variant={isPrimary ? 'primary' : 'quiet'}>
            <Plus size={14} aria-hidden />
            {words.newMemo}
          </Button>
        }
      >
        <MenuItem label={words.blankMemo} onAction={() => void write('analytic', words.newMemo)} />
        <MenuItem label={words.diaryEntry} onAction={() => void writeDiary()} />
        <MenuSection title={words.fromTemplate}>
          {MEMO_TEMPLATES.map((id) => (
            <MenuItem key={id} label={templates[id].name} onAction={() => setTemplate(id)} />
          ))}
        </MenuSection>
      </Menu>
      {template === null ? null : <TemplateDialog template={template} onClose={() => setTemplate(null)} />}
    </>
  );
}

function TemplateDialog({ template, onClose }: { template: MemoTemplateId; onClose: () => void }) {
  const words = useText(memosText);
  const { name } = useText(memoTemplateText).templates[template];
  const { language } = useLanguage();
  const { go } = useNavigation();
  const run = useRun();
  const targetKind = TEMPLATE_TARGETS[template] === 'case' ? 'case' : 'source';
  const targets = useSubjects(targetKind);
  const [picked, setPicked] = useState<string | null>(null);
  const begin = async () => {
    const filled = picked === null ? undefined : await run('memo.template', { template, targetId: picked, language });
    if (!filled || picked === null) return;
    const document = JSON.stringify(filled.document);
    const memoId = await run('memo.write', { memoId: null, targetKind, targetId: picked, kind: 'analytic', title: filled.title, text: '', document });
    if (memoId === undefined) return;
    onClose();
    go({ screen: 'memos', memoId });
  };
  return (
    <Dialog
      title={name}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={picked === null} onPress={() => void begin()}>
            {words.begin}
          </Button>
        </>
      }
    >
      <ComboBox
        label={words.targets[targetKind]}
        hint={words.templateHint}
        options={targets}
        picked={picked}
        text={targets.find(({ id }) => id === picked)?.label ?? ''}
        onPick={setPicked}
        onText={() => undefined}
      />
    </Dialog>
  );
}

/** The sources, or the cases, that a template can be about. */
function useSubjects(kind: 'source' | 'case'): { id: string; label: string }[] {
  const { data: corpus } = useQuery('corpus.read', {});
  const found: readonly { id: string; name: string }[] = (kind === 'source' ? corpus?.sources : corpus?.cases) ?? [];
  return found.map(({ id, name }) => ({ id, label: name }));
}
