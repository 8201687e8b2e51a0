// The same matrix as a picture: a gallery that says when to use which, one shown large as it will be printed, its table behind it.
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Refusal } from '../../shared/domain/failure.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { FIGURE_KINDS } from '../../shared/domain/print.ts';
import { figureTable } from '../../shared/figure/figure-table.ts';
import { LEAST_PT, TALLEST_CM, printedSize } from '../../shared/figure/matrix-figure.ts';
import type { Scene } from '../../shared/figure/scene.ts';
import { sceneToSvg } from '../../shared/figure/scene-to-svg.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { figuresText } from '../../shared/i18n/matrix-figures.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useTheme } from '../ui/theme.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { CellChoice } from './cell-choice.ts';
import { figurePiece, optionsOf } from './figure-piece.ts';
import { figureScene, figureSetting } from './figure-scenes.ts';
import { FigureSettings } from './figure-settings.tsx';
import type { Picture } from './figure-settings.tsx';
import { FigureTableView } from './figure-table-view.tsx';
import type { CellLinks } from './found-list.tsx';
import { LargeFigure } from './large-figure.tsx';
import './matrix-figures.css';
import type { Session } from './session.ts';

interface FigureViewProps {
  links: CellLinks;
  session: Session;
  definition: MatrixDefinition;
  /** What the matrix is called in files. */
  name: string;
  chosen: CellChoice | null;
  onChange: (changes: Partial<Session>) => void;
  /** Given where the cases are not among the axes. */
  onAddCases: (() => void) | null;
  onClose: () => void;
}

export function FigureView({ links, session, definition, name, chosen, onChange, onAddCases, onClose }: FigureViewProps) {
  const words = useText(figuresText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { data: scales } = useQuery('scale.list', {});
  const { table } = links;
  const { figure } = session;
  const [isTable, setIsTable] = useState(false);
  const facts = useMemo(() => ({ options: optionsOf(session), scales: scales ?? [], language, theme }), [session, scales, language, theme]);
  const scenes = useMemo(() => FIGURE_KINDS.map((kind) => ({ kind, scene: figureScene(kind, { table, ...facts }) })), [table, facts]);
  const scene = scenes.find(({ kind }) => kind === figure)?.scene;
  const drawn = scene && !(scene instanceof Refusal) ? scene : null;
  const behind = useMemo(() => (isTable ? figureTable(table, figure, figureSetting(facts)) : null), [isTable, table, figure, facts]);
  const exportAs = useFigureExport(session, definition, name);
  const figureName = words.kinds[figure].name;

  return (
    <div className="matrices-figures">
      <div className="matrices-gallery" role="group" aria-label={words.gallery}>
        {scenes.map(({ kind, scene: small }) => (
          <AriaButton
            key={kind}
            className={classes('matrices-figure-card', kind === figure && 'matrices-figure-chosen')}
            aria-pressed={kind === figure}
            onPress={() => onChange({ figure: kind })}
          >
            <span className="matrices-figure-thumb">{small instanceof Refusal ? null : <img src={pictureOf(small)} alt="" />}</span>
            <span className="matrices-figure-name">{words.kinds[kind].name}</span>
            <span className="matrices-figure-when">{words.kinds[kind].when}</span>
          </AriaButton>
        ))}
      </div>
      <div className="figures-shown">
        <FigureSettings
          figure={figure}
          options={session.figureOptions}
          isTable={isTable}
          onOptions={(figureOptions) => onChange({ figureOptions })}
          onTable={setIsTable}
          onExport={drawn ? (format) => void exportAs(format) : null}
        />
        {drawn ? <FigureAdvice scene={drawn} session={session} /> : null}
        {drawn && !isTable ? (
          <LargeFigure key={figure} scene={drawn} label={words.label(figureName)} links={links} chosen={chosen} onClose={onClose} />
        ) : null}
        {drawn && behind ? <FigureTableView table={behind} name={figureName} /> : null}
        {scene instanceof Refusal ? (
          <EmptyState
            title={failureText[language][scene.code](scene.data)}
            actions={
              scene.code === 'figure.needsCases' && onAddCases ? (
                <Button onPress={onAddCases}>{words.addCases}</Button>
              ) : scene.code === 'figure.radarThemes' ? (
                <Button onPress={() => onChange({ figureOptions: { ...session.figureOptions, profile: 'bars' } })}>{words.backToBars}</Button>
              ) : null
            }
          />
        ) : null}
      </div>
    </div>
  );
}

/** The core draws files anew, in light, at their size on paper. */
function useFigureExport(session: Session, definition: MatrixDefinition, name: string): (format: Picture) => Promise<void> {
  const words = useText(figuresText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  return async (format) => {
    const style = { language, author: null, sourceLine: null, reference: { who: 'nobody' as const }, links: false };
    const file = await run('print.make', { piece: figurePiece(session, definition, name), style, format });
    if (!file) return;
    saveFile(file);
    notify({ text: words.saved(file.fileName), kind: 'done' });
  };
}

/** How large it will be on paper; what would be too small or too tall there, and what to do. */
function FigureAdvice({ scene, session }: { scene: Scene; session: Session }) {
  const words = useText(figuresText);
  const { figureOptions, figure } = session;
  const { widthCm, heightCm, smallestPt } = printedSize(scene, figureOptions.widthCm);
  const warnings = [
    ...(smallestPt < LEAST_PT ? [words.tooSmall(smallestPt)] : []),
    ...(heightCm > (TALLEST_CM[figureOptions.widthCm] ?? Number.POSITIVE_INFINITY) ? [words.tooTall] : []),
    ...(figure === 'caseProfiles' && figureOptions.profile === 'radar' ? [words.radarWarning] : []),
  ];
  return (
    <p className="figures-advice">
      <span>{words.size(widthCm, heightCm)}</span>
      {warnings.map((warning) => (
        <span key={warning} className="matrices-warning">
          {warning}
        </span>
      ))}
      <span className="figures-keys">{words.keys}</span>
    </p>
  );
}

/** One image, however many marks it has. */
function pictureOf(scene: Scene): string {
  return `data:image/svg+xml,${encodeURIComponent(sceneToSvg(scene, null))}`;
}
