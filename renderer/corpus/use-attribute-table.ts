// A table of attributes on its way in: the file, how its rows are matched.
import { useEffect, useState } from 'react';
import type { AttributeTablePlan, AttributeTablePreview } from '../../shared/domain/attribute-table.ts';
import { useRun } from '../ui/use-run.ts';
import { base64Of } from '../import/chosen-files.ts';
import type { ChosenFile } from '../import/chosen-files.ts';

export interface TableFile {
  readonly name: string;
  readonly base64: string;
}

/** What the user settled of the match; the core proposes the rest anew whenever that changes. */
type Settled = Partial<AttributeTablePlan>;

/** `onUnreadable` stays the same function from one drawing to the next: the table is read again when it changes. */
export function useAttributeTable(chosen: ChosenFile, onUnreadable: () => void) {
  const run = useRun();
  const [file, setFile] = useState<TableFile | null>(null);
  const [settled, setSettled] = useState<Settled>({});
  const [preview, setPreview] = useState<AttributeTablePreview | null>(null);

  useEffect(() => {
    let isOver = false;
    void base64Of(chosen.file).then((base64) => !isOver && setFile({ name: chosen.path, base64 }));
    return () => {
      isOver = true;
    };
  }, [chosen]);
  useEffect(() => {
    if (!file) return undefined;
    let isOver = false;
    void run('attribute.previewTable', { file, ...settled }).then((answer) => {
      if (isOver) return;
      if (answer) setPreview(answer);
      else onUnreadable();
    });
    return () => {
      isOver = true;
    };
  }, [file, settled, run, onUnreadable]);

  return { file, preview, settle: setSettled };
}
