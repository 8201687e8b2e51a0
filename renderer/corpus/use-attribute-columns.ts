// The attributes of sources, participants or cases as columns to fill in.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { AttributeScope } from '../../shared/domain/corpus.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import type { SheetColumn } from './sheet-model.ts';

export function useAttributeColumns<Row extends { readonly id: string }>(corpus: Corpus, scope: AttributeScope): SheetColumn<Row>[] {
  const text = useText(corpusText);
  const run = useRun();
  const notify = useNotify();
  const values = new Map(corpus.values.map((value) => [`${value.attributeId} ${value.targetId}`, value.value]));

  return corpus.attributes
    .filter((attribute) => attribute.scope === scope)
    .map((attribute) => ({
      id: attribute.id,
      attributeId: attribute.id,
      title: attribute.name,
      width: 140,
      value: (row) => values.get(`${attribute.id} ${row.id}`) ?? null,
      edit: { kind: 'text', commit: (row, value) => void run('attribute.setValue', { attributeId: attribute.id, targetId: row.id, value }) },
      onRemove: () => {
        void run('attribute.remove', { attributeId: attribute.id }).then((removed) => {
          if (removed === undefined) return;
          notify({
            text: text.attributeRemoved(attribute.name),
            kind: 'done',
            action: { label: text.undo, onPress: () => void run('history.undo', {}) },
          });
        });
      },
    }));
}
