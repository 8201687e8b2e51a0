// Takes the matrix on screen out of the program: to the sheet of exports, or as data at once.
import { Download, FileJson2 } from 'lucide-react';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import type { PrintPiece } from '../../shared/domain/print.ts';
import { comparableCases } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { openPrinting } from '../printing/printing-store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { figurePiece } from './figure-piece.ts';
import type { ProjectFrame } from './frame.ts';
import type { Session } from './session.ts';
import { allSheets, themeSheets } from './theme-sheets.ts';

interface ExportProps {
  table: MatrixTable;
  definition: MatrixDefinition;
  session: Session;
  frame: ProjectFrame;
  /** Title at first. */
  name: string;
}

/** The contract compares at most so many cases in one export. */
const MOST_COMPARED = 12;

/** What is on screen, as a piece of the thesis. */
function pieceOnScreen({ table, definition, session, name }: ExportProps): PrintPiece {
  if (session.view === 'figure') return figurePiece(session, definition, name);
  const { comparedCases } = session;
  const cases = comparableCases(table).filter(({ key }) => comparedCases === null || comparedCases.includes(key));
  const compares = session.view === 'compare' && cases.length > 1 && cases.length <= MOST_COMPARED;
  return { kind: 'matrix', definition, title: name, compareCaseKeys: compares ? cases.map(({ key }) => key) : null, shape: 'whole' };
}

export function ExportButton(props: ExportProps) {
  const words = useText(matricesText);
  const run = useRun();
  const notify = useNotify();
  const saveData = async () => {
    const { definition, name: title } = props;
    const file = await run('matrix.export', { definition, title });
    if (!file) return;
    saveFile(file);
    notify({ text: words.exported(file.fileName), kind: 'done' });
  };
  return (
    <>
      <IconButton icon={FileJson2} label={words.exportData} onPress={() => void saveData()} />
      <PrintButton {...props} />
    </>
  );
}

/** A framework chart is printed with all its sheets, or with the one that is open; everything else as it is on screen. */
function PrintButton(props: ExportProps) {
  const words = useText(matricesText);
  const displays = useText(matrixDisplaysText);
  const { definition, session, frame, name } = props;
  const sheets =
    session.view === 'table' ? themeSheets(session.display, definition, { ...frame.corpus, codebook: frame.codebook, scales: frame.scales }) : null;
  const content = (
    <>
      <Download size={15} strokeWidth={1.75} aria-hidden />
      {words.export}
    </>
  );
  if (!sheets)
    return (
      <Button variant="primary" onPress={() => openPrinting(pieceOnScreen(props))}>
        {content}
      </Button>
    );
  const printAll = () =>
    openPrinting({
      kind: 'matrix',
      definition: allSheets(definition, sheets),
      title: session.matrixId === null ? displays.displays.frameworkChart.name : name,
      compareCaseKeys: null,
      shape: 'perTheme',
    });
  return (
    <MenuButton label={words.export} variant="primary" placement="bottom end" content={content}>
      <MenuItem label={displays.printAllSheets(sheets.themes.length)} onAction={printAll} />
      <MenuItem label={displays.printThisSheet} onAction={() => openPrinting(pieceOnScreen(props))} />
    </MenuButton>
  );
}
