// What stands above the table: the matrix's name, how it is looked at, and its export.
import { ArrowLeftRight, EyeOff, PaintBucket } from 'lucide-react';
import type { MatrixDefinition, MatrixTable, SavedMatrix } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { canTranspose, transposed } from './definition.ts';
import { ExportButton } from './export-button.tsx';
import { SavedMenu } from './saved-menu.tsx';
import { VIEWS } from './session.ts';
import type { MatrixSession } from './use-matrix-session.ts';

interface TopBarProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  /** undefined until computed. */
  table: MatrixTable | undefined;
  saved: readonly SavedMatrix[];
  /** `Dimensions × Familles d’outils × Cas` */
  shortName: string;
  onDefinition: (definition: MatrixDefinition) => void;
}

export function TopBar({ view, definition, table, saved, shortName, onDefinition }: TopBarProps) {
  const words = useText(matricesText);
  const { session, change, choice, choose } = view;
  const name = saved.find(({ id }) => id === session.matrixId)?.name ?? shortName;
  const transpose = () => {
    onDefinition(transposed(definition));
    // The open cell is the same crossing, its sides exchanged.
    if (choice) choose({ ...choice, rowKey: choice.columnKey, columnKey: choice.rowKey });
  };
  return (
    <div className="matrices-bar">
      <SavedMenu view={view} definition={definition} saved={saved} suggestion={shortName} />
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
          isOn={session.isShaded}
          isDisabled={session.view !== 'table'}
          onChange={(isShaded) => change({ isShaded })}
        />
      </div>
      <Segmented
        label={words.viewsLabel}
        options={VIEWS.map((id) => ({ id, label: words.views[id] }))}
        value={session.view}
        onChange={(next) => next && change({ view: next })}
      />
      {table ? <ExportButton table={table} definition={definition} session={session} name={name} /> : null}
    </div>
  );
}
