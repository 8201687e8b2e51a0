// A file of codings in hand: what the core says would come of it under what is settled so far, asked again at every change.
import { useRef, useState } from 'react';
import type { CodingTableFile, TableMapping } from '../../shared/domain/coding-table.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { base64Of } from '../import/chosen-files.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';

interface ReadFile {
  readonly name: string;
  readonly base64: string;
}

export interface CodingTable {
  readonly file: ReadFile | null;
  readonly preview: CodingTableFile | null;
  /** Null while nobody has said: then it is as the kind of file has it. */
  readonly creates: boolean | null;
  readonly mapping: TableMapping;
  readonly choose: (chosen: File) => Promise<void>;
  readonly setCreates: (creates: boolean) => void;
  readonly settle: (mapping: TableMapping) => void;
  readonly apply: () => Promise<void>;
}

export function useCodingTable(): CodingTable {
  const text = useText(codingTableText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [preview, setPreview] = useState<CodingTableFile | null>(null);
  const [creates, setCreates] = useState<boolean | null>(null);
  const [mapping, setMapping] = useState<TableMapping>({});
  const asked = useRef(0);

  /** An answer that another question has overtaken is dropped. */
  const plan = async (read: ReadFile, createsCategories: boolean | null, settled: TableMapping) => {
    asked.current += 1;
    const number = asked.current;
    const input = { file: read, createsCategories: createsCategories ?? false, language, mapping: settled };
    const answer = await run('autocode.planTable', input);
    if (number !== asked.current) return;
    // annotations come with tags that no codebook has yet: they are made unless somebody says otherwise
    if (answer?.format === 'hypothesis' && createsCategories === null) {
      setCreates(true);
      await plan(read, true, settled);
    } else setPreview(answer ?? null);
  };
  return {
    file,
    preview,
    creates,
    mapping,
    choose: async (chosen) => {
      const read = { name: chosen.name, base64: await base64Of(chosen) };
      setFile(read);
      setPreview(null);
      setMapping({});
      setCreates(null);
      await plan(read, null, {});
    },
    setCreates: (next) => {
      setCreates(next);
      if (file) void plan(file, next, mapping);
    },
    settle: (next) => {
      setMapping(next);
      if (file) void plan(file, creates, next);
    },
    apply: async () => {
      if (!preview?.plan) return;
      const done = await run('autocode.applyTable', { plan: preview.plan });
      if (!done) return;
      setPreview(null);
      setFile(null);
      const undo = { label: text.undo, onPress: () => void run('history.undo', {}) };
      notify(done.codings === 0 ? { text: text.tableNothingNew } : { text: text.tableDone(done.codings), kind: 'done', action: undo });
    },
  };
}
