// Codings made elsewhere, in a table or in Hypothes.is: what its columns and documents are, its rows and what is wrong with them, then one act.
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { MOST_TABLE_ROWS } from '../../shared/domain/coding-table.ts';
import type { CodingTablePreview } from '../../shared/domain/coding-table.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import './coding-table.css';
import { TableMappingForm } from './table-mapping.tsx';
import { useCodingTable } from './use-coding-table.ts';

const ACCEPTED = ['.csv', '.tsv', '.txt', '.xlsx', '.ods', '.json'];

export function CodingTableView({ onBack }: { onBack: () => void }) {
  const text = useText(codingTableText);
  const { file, preview, creates, mapping, choose, setCreates, settle, apply } = useCodingTable();
  const ready = preview ? preview.total - preview.refused : 0;
  return (
    <div className="coding-table">
      <header>
        <h2 className="autocode-start-title">{text.tableTitle}</h2>
        <p className="autocode-start-text">{text.tableText}</p>
        <div className="coding-table-acts">
          <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(list) => list?.[0] && void choose(list[0])}>
            <Button variant={file ? 'plain' : 'primary'}>
              <FileUp size={15} aria-hidden />
              {file?.name ?? text.chooseTable}
            </Button>
          </FileTrigger>
          <Checkbox isSelected={creates === true} onChange={setCreates}>
            {text.createsCategories}
          </Checkbox>
          {preview && (preview.refused > 0 || mapping.leavesRefused !== undefined) ? (
            <Checkbox
              isSelected={mapping.leavesRefused ?? preview.format === 'hypothesis'}
              onChange={(leavesRefused) => settle({ ...mapping, leavesRefused })}
            >
              {text.leavesRefused}
            </Checkbox>
          ) : null}
          <Button variant="quiet" onPress={onBack}>
            {text.back}
          </Button>
        </div>
      </header>
      {preview ? <TableMappingForm preview={preview} mapping={mapping} onSettle={settle} /> : null}
      {preview ? <Rows preview={preview} /> : null}
      {preview?.plan ? (
        <footer className="autocode-foot">
          <p className="autocode-count" role="status">
            <b>{ready < 2 ? text.tableOneReady : text.tableReady(ready)}</b>
          </p>
          <Button variant="primary" onPress={() => void apply()}>
            {text.applyTable(ready)}
          </Button>
        </footer>
      ) : null}
    </div>
  );
}

function Rows({ preview }: { preview: CodingTablePreview }) {
  const text = useText(codingTableText);
  const { total, refused, rows, newCategories, newCoders } = preview;
  const { columns } = text;
  const hasCoders = rows.some(({ coder }) => coder !== '');
  if (total === 0) return <p className="coding-table-refused">{text.tableEmpty}</p>;
  return (
    <>
      {refused > 0 ? (
        <p className="coding-table-refused" role="alert">
          {preview.plan ? text.refusedLeft(refused, total) : text.tableRefused(refused, total)}
        </p>
      ) : null}
      {newCategories.length > 0 ? <p className="coding-table-note">{text.newCategories(newCategories)}</p> : null}
      {newCoders.length > 0 ? <p className="coding-table-note">{text.newCoders(newCoders)}</p> : null}
      <div className="coding-table-scroll">
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
              <tr key={row.line} className={row.problem === null ? undefined : 'coding-table-bad'}>
                <td className="number">{row.line}</td>
                <td>{row.source}</td>
                <td className="coding-table-quote">{row.quote}</td>
                <td>{row.categories}</td>
                {hasCoders ? <td>{row.coder}</td> : null}
                {refused > 0 ? <td>{row.problem}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > MOST_TABLE_ROWS ? <p className="coding-table-note">{text.tableShown(MOST_TABLE_ROWS)}</p> : null}
    </>
  );
}
