// What a table made elsewhere leaves to be said: which column holds what, and which sources its documents are.
import { useMemo } from 'react';
import { TABLE_FIELDS } from '../../shared/domain/coding-table.ts';
import type { CodingTableFile, TableDocument, TableField, TableMapping } from '../../shared/domain/coding-table.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { useQuery } from '../ui/use-query.ts';

const NONE = '';
const LEFT = 'left';
const MOST_SHOWN = 200;

interface TableMappingProps {
  preview: CodingTableFile;
  mapping: TableMapping;
  onSettle: (mapping: TableMapping) => void;
}

export function TableMappingForm({ preview, mapping, onSettle }: TableMappingProps) {
  const text = useText(codingTableText);
  return (
    <div className="coding-table-settle">
      {preview.format === 'table' ? (
        <Columns preview={preview} onColumns={(columns) => onSettle({ ...mapping, columns })} />
      ) : (
        <section>
          <p className="quiet">{text.hypothesis}</p>
        </section>
      )}
      <Documents
        documents={preview.documents}
        settled={mapping.sources ?? {}}
        onSource={(name, source) => onSettle({ ...mapping, sources: { ...mapping.sources, [name]: source } })}
      />
    </div>
  );
}

function Columns({ preview, onColumns }: { preview: CodingTableFile; onColumns: (columns: NonNullable<TableMapping['columns']>) => void }) {
  const text = useText(codingTableText);
  const options = [
    { id: NONE, label: text.noColumn },
    ...preview.columns.map(({ name, example }) => ({ id: name, label: text.columnExample(name, example) })),
  ];
  const change = (field: TableField, column: string) => {
    const { [field]: _before, ...others } = preview.mapping;
    onColumns(column === NONE ? others : { ...others, [field]: column });
  };
  return (
    <section>
      <SectionTitle level={3}>{text.columnsTitle}</SectionTitle>
      <p className="quiet">{text.columnsHint}</p>
      <div className="coding-table-fields">
        {TABLE_FIELDS.map((field) => (
          <Select
            key={field}
            label={text.fields[field]}
            value={preview.mapping[field] ?? NONE}
            onChange={(column) => change(field, column)}
            options={options}
          />
        ))}
      </div>
    </section>
  );
}

interface DocumentsProps {
  documents: readonly TableDocument[];
  settled: Readonly<Record<string, SourceId | null>>;
  onSource: (name: string, source: SourceId | null) => void;
}

/** Those that are not found stand first. */
function Documents({ documents, settled, onSource }: DocumentsProps) {
  const text = useText(codingTableText);
  const { data: corpus } = useQuery('corpus.read', {});
  const sources = corpus?.sources ?? [];
  const shown = useMemo(
    () => documents.toSorted((a, b) => Number(a.sourceId !== null) - Number(b.sourceId !== null)).slice(0, MOST_SHOWN),
    [documents],
  );
  const options = [...sources.map(({ id, name }) => ({ id: id as string, label: name })), { id: LEFT, label: text.leftOut }];
  const missing = { id: NONE, label: text.notFound };
  if (documents.length === 0) return null;
  return (
    <section>
      <SectionTitle level={3} end={documents.length}>
        {text.documentsTitle}
      </SectionTitle>
      <p className="quiet">{text.documentsHint}</p>
      <ul className="coding-table-documents">
        {shown.map(({ name, rows, sourceId }) => {
          const value = sourceId ?? (settled[name] === null ? LEFT : NONE);
          return (
            <li key={name}>
              <span title={name}>{name}</span>
              <span className="quiet number">{text.rowCount(rows)}</span>
              <Select
                label={text.documentOf(name)}
                hidesLabel
                value={value}
                onChange={(chosen) => onSource(name, sources.find(({ id }) => id === chosen)?.id ?? null)}
                options={value === NONE ? [missing, ...options] : options}
              />
            </li>
          );
        })}
      </ul>
      {documents.length > MOST_SHOWN ? <p className="quiet">{text.moreDocuments(documents.length - MOST_SHOWN)}</p> : null}
    </section>
  );
}
