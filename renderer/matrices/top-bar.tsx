// What stands above the table: the matrix's name, how it is looked at, what is noted about it, how it once stood, and its export.
import { ArrowLeftRight, ChartNoAxesColumn, EyeOff, NotebookPen, PaintBucket } from 'lucide-react';
import type { MatrixDefinition, MatrixTable, SavedMatrix } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { canTranspose, transposed } from './definition.ts';
import { ExportButton } from './export-button.tsx';
import type { ProjectFrame } from './frame.ts';
import { SavedMatrices } from './saved-matrices.tsx';
import { VIEWS } from './session.ts';
import { SnapshotButton } from './snapshot-button.tsx';
import type { Past } from './past.ts';
import type { MatrixSession } from './use-matrix-session.ts';

interface TopBarProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  frame: ProjectFrame;
  /** undefined until computed. */
  table: MatrixTable | undefined;
  saved: readonly SavedMatrix[];
  /** `Dimensions × Familles d’outils × Cas` */
  shortName: string;
  onDefinition: (definition: MatrixDefinition) => void;
  showsNotes: boolean;
  onNotes: (shown: boolean) => void;
  onPast: (past: Past) => void;
}

export function TopBar({ view, definition, frame, table, saved, shortName, onDefinition, showsNotes, onNotes, onPast }: TopBarProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  const { session, change, choice, choose } = view;
  const { layout } = session;
  const current = saved.find(({ id }) => id === session.matrixId) ?? null;
  const isTable = session.view === 'table';
  const transpose = () => {
    change({ definition: transposed(definition), layout: { ...layout, frozenColumns: 0 } });
    // The open cell is the same crossing, its sides exchanged.
    if (choice) choose({ ...choice, rowKey: choice.columnKey, columnKey: choice.rowKey });
  };
  return (
    <div className="matrices-bar">
      <SavedMatrices view={view} definition={definition} saved={saved} suggestion={shortName} />
      <div className="matrices-bar-tools">
        <IconButton
          icon={ArrowLeftRight}
          label={canTranspose(definition) ? words.transpose : words.cannotTranspose}
          isDisabled={!canTranspose(definition)}
          onPress={transpose}
        />
        <IconToggle
          icon={EyeOff}
          label={words.hideEmpty}
          isOn={definition.hidesEmpty}
          onChange={(hidesEmpty) => onDefinition({ ...definition, hidesEmpty })}
        />
        <IconToggle
          icon={PaintBucket}
          label={words.shade}
          isOn={layout.isShaded}
          isDisabled={!isTable}
          onChange={(isShaded) => change({ layout: { ...layout, isShaded } })}
        />
        <IconToggle
          icon={ChartNoAxesColumn}
          label={grid.sparklines}
          isOn={layout.showsSparklines}
          isDisabled={!isTable}
          onChange={(showsSparklines) => change({ layout: { ...layout, showsSparklines } })}
        />
        <IconToggle icon={NotebookPen} label={grid.showNotes} isOn={showsNotes} onChange={onNotes} />
        <SnapshotButton view={view} definition={definition} matrix={current} onPast={onPast} />
      </div>
      <Segmented
        label={words.viewsLabel}
        options={VIEWS.map((id) => ({ id, label: words.views[id] }))}
        value={session.view}
        onChange={(next) => next && change({ view: next })}
      />
      {table ? <ExportButton table={table} definition={definition} session={session} frame={frame} name={current?.name ?? shortName} /> : null}
    </div>
  );
}
