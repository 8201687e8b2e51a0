// What a grid becomes on paper and in files: the grid itself, the codebook with counts, the data structure, its versions.
import { BookText, Download, History, Network } from 'lucide-react';
import { useState } from 'react';
import type { Grid } from '../../shared/domain/category.ts';
import { lostInQdc } from '../../shared/domain/qdc-losses.ts';
import type { Input } from '../../shared/contract/contract.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import { codebookVersionsText } from '../../shared/i18n/codebook-versions.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { PrintMenuItem } from '../printing/print-menu-item.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import type { View } from './chosen.ts';

const GRID_FORMATS = ['json', 'xlsx', 'qdc'] as const;
const PRINT_FORMATS = ['docx', 'xlsx', 'html'] as const;

export function GridFilesMenu({ grid, onView }: { grid: Grid; onView: (view: View) => void }) {
  const work = useText(codebookWorkText);
  const versions = useText(codebookVersionsText);
  const files = useText(codebookFileText);
  const notify = useNotify();
  const run = useRun();
  const [isByCase, setIsByCase] = useState(false);
  const exportAs = async (format: (typeof GRID_FORMATS)[number]) => {
    const file = await run('grid.export', { gridId: grid.id, format });
    if (!file) return;
    saveFile(file);
    const lost = format === 'qdc' ? lostInQdc(grid) : [];
    if (lost.length > 0)
      notify({ text: files.notInQdc(lost), stays: true, action: { label: work.formats.json, onPress: () => void exportAs('json') } });
  };
  const print = (gridIds: Input<'codebook.print'>['gridIds'], format: (typeof PRINT_FORMATS)[number]) =>
    void run('codebook.print', { gridIds, byCase: isByCase, title: null, format }).then((file) => file && saveFile(file));
  return (
    <>
      <Menu
        label={work.exportAs}
        placement="bottom end"
        trigger={
          <Button size="small">
            <Download size={14} aria-hidden />
            {work.exportAs}
          </Button>
        }
      >
        {GRID_FORMATS.map((format) => (
          <MenuItem key={format} label={work.formats[format]} onAction={() => void exportAs(format)} />
        ))}
      </Menu>
      <Menu
        label={work.print}
        placement="bottom end"
        trigger={
          <Button size="small">
            <BookText size={14} aria-hidden />
            {work.print}
          </Button>
        }
      >
        <PrintMenuItem piece={{ kind: 'codebook', gridIds: [grid.id], withExamples: true, withCounts: true }} />
        <MenuItem label={work.printByCase} isChosen={isByCase} onAction={() => setIsByCase(!isByCase)} />
        <MenuSeparator />
        <MenuSection title={work.printThis}>
          {PRINT_FORMATS.map((format) => (
            <MenuItem key={format} label={work.printFormats[format]} onAction={() => print([grid.id], format)} />
          ))}
        </MenuSection>
        <MenuSection title={work.printAll}>
          {PRINT_FORMATS.map((format) => (
            <MenuItem key={format} label={work.printFormats[format]} onAction={() => print(null, format)} />
          ))}
        </MenuSection>
      </Menu>
      <Button size="small" onPress={() => onView('structure')}>
        <Network size={14} aria-hidden />
        {work.structure}
      </Button>
      <Button size="small" onPress={() => onView('versions')}>
        <History size={14} aria-hidden />
        {versions.versions}
      </Button>
    </>
  );
}
