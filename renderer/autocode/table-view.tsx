// A table of codings made elsewhere: its rows and what is wrong with them, then all of it coded as one act.
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { MOST_TABLE_ROWS } from '../../shared/domain/coding-table.ts';
import type { CodingTablePreview } from '../../shared/domain/coding-table.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { base64Of } from '../import/chosen-files.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import './table.css';

const ACCEPTED = ['.csv', '.tsv', '.txt', '.xlsx', '.ods', '.json'];

interface ReadFile {
  readonly name: string;
  readonly base64: string;
}

export function TableView({ onBack }: { onBack: () => void }) {
  const text = useText(codingTableText);
  const { file, preview, creates, choose, setCreates, apply } = useTable();
  return (
    <div className="autocode-table">
      <header>
        <h2 className="autocode-start-title">{text.tableTitle}</h2>
        <p className="autocode-start-text">{text.tableText}</p>
        <div className="autocode-table-acts">
          <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(list) => list?.[0] && void choose(list[0])}>
            <Button variant={file ? 'plain' : 'primary'}>
              <FileUp size={15} aria-hidden />
              {file?.name ?? text.chooseTable}
            </Button>
          </FileTrigger>
          <Checkbox isSelected={creates} onChange={setCreates}>
            {text.createsCategories}
          </Checkbox>
          <Button variant="quiet" onPress={onBack}>
            {text.back}
          </Button>
        </div>
      </header>
      {preview ? <Rows preview={preview} /> : null}
      {preview?.plan ? (
        <footer className="autocode-foot">
          <p className="autocode-count" role="status">
            <b>{preview.total < 2 ? text.tableOneReady : text.tableReady(preview.total)}</b>
          </p>
          <Button variant="primary" onPress={() => void apply()}>
            {text.applyTable(preview.total)}
          </Button>
        </footer>
      ) : null}
    </div>
  );
}

function useTable() {
  const text = useText(codingTableText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [preview, setPreview] = useState<CodingTablePreview | null>(null);
  const [creates, setCreates] = useState(false);

  const plan = async (read: ReadFile, createsCategories: boolean) => {
    setPreview(null);
    setPreview((await run('autocode.planTable', { file: read, createsCategories, language })) ?? null);
  };
  return {
    file,
    preview,
    creates,
    choose: async (chosen: File) => {
      const read = { name: chosen.name, base64: await base64Of(chosen) };
      setFile(read);
      await plan(read, creates);
    },
    setCreates: (next: boolean) => {
      setCreates(next);
      if (file) void plan(file, next);
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

function Rows({ preview }: { preview: CodingTablePreview }) {
  const text = useText(codingTableText);
  const { total, refused, rows, newCategories, newCoders } = preview;
  const { columns } = text;
  const hasCoders = rows.some(({ coder }) => coder !== '');
  if (total === 0) return <p className="autocode-table-refused">{text.tableEmpty}</p>;
  return (
    <>
      {refused > 0 ? (
        <p className="autocode-table-refused" role="alert">
          {text.tableRefused(refused, total)}
        </p>
      ) : null}
      {newCategories.length > 0 ? <p className="autocode-table-note">{text.newCategories(newCategories)}</p> : null}
      {newCoders.length > 0 ? <p className="autocode-table-note">{text.newCoders(newCoders)}</p> : null}
      <div className="autocode-table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.line}</th>
              <th scope="col">{columns.source}</th>
              <th scope="col">{columns.quote}</th>
              <th scope="col">{columns.categories}</th>
              {hasCoders ? <th scope="col">{columns.coder}</th> : null}
              {refused > 0 ? <th scope="col">{columns.problem}</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line} className={row.problem === null ? undefined : 'autocode-table-bad'}>
                <td className="number">{row.line}</td>
                <td>{row.source}</td>
                <td className="autocode-table-quote">{row.quote}</td>
                <td>{row.categories}</td>
                {hasCoders ? <td>{row.coder}</td> : null}
                {refused > 0 ? <td>{row.problem}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > MOST_TABLE_ROWS ? <p className="autocode-table-note">{text.tableShown(MOST_TABLE_ROWS)}</p> : null}
    </>
  );
}
