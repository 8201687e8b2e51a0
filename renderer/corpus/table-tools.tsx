// Beside a sheet: the corpus table, tables of attributes in and out, and a new attribute.
import { FileDown, FileUp, Plus, Table, TableProperties, Tags } from 'lucide-react';
import { useRef, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { AttributeFileFormat } from '../../shared/domain/attribute-table.ts';
import type { AttributeScope } from '../../shared/domain/corpus.ts';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { corpusTableText } from '../../shared/i18n/corpus-table.ts';
import { useNavigation } from '../navigation.tsx';
import { PrintMenuItem } from '../printing/print-menu-item.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { NewAttribute } from './attribute-settings.tsx';

interface TableToolsProps {
  scope: AttributeScope;
  /** There is nothing in the sheet that attributes could describe. */
  isEmpty: boolean;
  isReadOnly: boolean;
  onCorpusTable: () => void;
  /** A table was chosen to be brought in. */
  onTable: (list: FileList | null) => void;
}

/** The tables that are read as tables (the core says why another one is not). */
const TABLES = ['.csv', '.tsv', '.xlsx', '.ods'];

export function TableTools({ scope, isEmpty, isReadOnly, onCorpusTable, onTable }: TableToolsProps) {
  const text = useText(attributesText);
  const { corpusTable } = useText(corpusTableText);
  const { bring } = useText(codingTableText);
  const { go } = useNavigation();
  const run = useRun();
  const chooser = useRef<HTMLInputElement>(null);
  const save = async (format: AttributeFileFormat) => {
    const file = await run('attribute.table', { scope, format });
    if (file) saveFile(file);
  };
  if (isEmpty) return null;
  return (
    <>
      <Menu
        trigger={
          <Button>
            <Table size={14} aria-hidden />
            {text.tables}
          </Button>
        }
        label={text.tables}
        placement="bottom end"
      >
        <MenuItem label={corpusTable} icon={TableProperties} onAction={onCorpusTable} />
        <PrintMenuItem piece={{ kind: 'corpusTable' }} />
        {isReadOnly ? null : <MenuItem label={bring} icon={Tags} onAction={() => go({ screen: 'autocode', view: 'table' })} />}
        <MenuSeparator />
        <MenuSection title={text.tablesOf[scope]}>
          {isReadOnly ? null : <MenuItem label={text.importTable} icon={FileUp} onAction={() => chooser.current?.click()} />}
          <MenuItem label={text.exportXlsx} icon={FileDown} onAction={() => void save('xlsx')} />
          <MenuItem label={text.exportCsv} icon={FileDown} onAction={() => void save('csv')} />
        </MenuSection>
      </Menu>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={TABLES.join(',')}
        aria-label={text.importTable}
        onChange={(event) => {
          onTable(event.target.files);
          // the same table can be chosen again
          event.target.value = '';
        }}
      />
    </>
  );
}

export function AddAttribute({ scope }: { scope: AttributeScope }) {
  const text = useText(attributesText);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button aria-label={text.addTitle}>
        <Plus size={14} aria-hidden />
        {text.add}
      </Button>
      <Popover label={text.addTitle} placement="bottom end">
        {(close) => <NewAttribute scope={scope} onDone={close} />}
      </Popover>
    </DialogTrigger>
  );
}
