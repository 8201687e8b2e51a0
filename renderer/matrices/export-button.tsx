// Takes the matrix on screen out of the program: to the sheet of exports, or as data at once.
import { Download, FileJson2 } from 'lucide-react';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import type { PrintPiece } from '../../shared/domain/print.ts';
import { comparableCases } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { openPrinting } from '../printing/printing-store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { figurePiece } from './figure-piece.ts';
import type { Session } from './session.ts';

interface ExportProps {
  table: MatrixTable;
  definition: MatrixDefinition;
  session: Session;
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
      <Button variant="primary" onPress={() => openPrinting(pieceOnScreen(props))}>
        <Download size={15} strokeWidth={1.75} aria-hidden />
        {words.export}
      </Button>
    </>
  );
}
