// Takes cases and sources out of the corpus, and says how they come back.
import type { Case } from '../../shared/domain/corpus.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';

export function useRemovals() {
  const text = useText(corpusText);
  const run = useRun();
  const notify = useNotify();
  const confirm = useConfirm();

  const sayDone = (sentence: string) =>
    notify({ text: sentence, kind: 'done', action: { label: text.undo, onPress: () => void run('history.undo', {}) } });

  const removeSource = async (source: SourceSummary) => {
    const isSure = await confirm({
      title: text.removeSourceTitle(source.name),
      text: text.removeSourceText(source.turns, source.codings),
      action: text.removeSource,
      isDanger: true,
    });
    if (isSure && (await run('source.remove', { sourceId: source.id })) !== undefined) sayDone(text.sourceRemoved(source.name));
  };
  const removeCase = async (one: Case) => {
    if ((await run('case.remove', { caseId: one.id })) !== undefined) sayDone(text.caseRemoved(one.name));
  };
  return { removeSource, removeCase };
}
