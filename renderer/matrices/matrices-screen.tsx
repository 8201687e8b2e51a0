// The matrices screen: what the codings are for. A sentence says what is crossed; the table, the comparison and the figures show it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { withCasesInColumns } from '../../shared/domain/case-columns.ts';
import type { MatrixDefinition, MatrixTable as Table, SavedMatrix } from '../../shared/domain/matrix.ts';
import { isBlankCell } from '../../shared/domain/matrix-cell.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { placeToHash, useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf as failureSentence } from '../ui/use-run.ts';
import { Workspace } from '../ui/workspace.tsx';
import { placeOf } from './cell-choice.ts';
import type { CellChoice } from './cell-choice.ts';
import { CellPanel } from './cell-panel.tsx';
import { CompareView } from './compare-view.tsx';
import { ownStart } from './displays-start.ts';
import { usedAxes, withCases } from './definition.ts';
import { DisplaysGallery } from './displays-gallery.tsx';
import { NEW_LAYOUT } from './grid-layout.ts';
import { FigureView } from './figure-view.tsx';
import type { CellLinks } from './found-list.tsx';
import { hasOnlyInterviews } from './frame.ts';
import type { ProjectFrame } from './frame.ts';
import type { CaseTint } from './header-name.tsx';
import './matrices.css';
import './matrix-grid.css';
import './matrix-cells.css';
import './matrix-compare.css';
import './matrix-past.css';
import { MatrixGrid } from './matrix-grid.tsx';
import type { TableChanges } from './table-changes.ts';
import { MatrixNotes } from './matrix-notes.tsx';
import { ratingLevels } from './rating-levels.ts';
import type { RatingLevels } from './rating-levels.ts';
import { needsJoin, shortName } from './sentence.ts';
import { SentenceBar } from './sentence-bar.tsx';
import { SnapshotView } from './snapshot-view.tsx';
import type { Past } from './past.ts';
import { ThemeTabs } from './theme-tabs.tsx';
import { TopBar } from './top-bar.tsx';
import { useFolds } from './use-folds.ts';
import type { Folds } from './use-folds.ts';
import { useMatrix } from './use-matrix.ts';
import { DISPLAYS_VIEW, useMatrixSession } from './use-matrix-session.ts';
import type { MatrixSession } from './use-matrix-session.ts';

export function MatricesScreen() {
  const { project } = useProject();
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  const { data: saved } = useQuery('matrix.list', {});
  const { data: guides } = useQuery('guide.list', {});
  const { data: researchQuestions } = useQuery('researchQuestion.list', {});
  const { data: scales } = useQuery('scale.list', {});
  const frame = useMemo(
    () =>
      codebook && corpus && coders && guides && researchQuestions && scales ? { codebook, corpus, coders, guides, researchQuestions, scales } : null,
    [codebook, corpus, coders, guides, researchQuestions, scales],
  );
  if (!project || !frame || !saved) return null;
  return <Matrices key={project.id} projectId={project.id} frame={frame} saved={saved} />;
}

interface MatricesProps {
  projectId: string;
  frame: ProjectFrame;
  saved: readonly SavedMatrix[];
}

function Matrices({ projectId, frame, saved }: MatricesProps) {
  const view = useMatrixSession(projectId, saved);
  const { definition } = view.session;
  const { place, go } = useNavigation();
  if (definition === null || place.view === DISPLAYS_VIEW) {
    return <Gallery view={view} frame={frame} saved={saved} onBack={definition === null ? null : () => go(placeOf(view.session.matrixId, null))} />;
  }
  return <OpenMatrix view={view} definition={definition} frame={frame} saved={saved} />;
}

interface GalleryProps {
  view: MatrixSession;
  frame: ProjectFrame;
  saved: readonly SavedMatrix[];
  onBack: (() => void) | null;
}

function Gallery({ view, frame, saved, onBack }: GalleryProps) {
  const { go } = useNavigation();
  const own = ownStart(frame);
  const start = (definition: MatrixDefinition, display: string | null) => {
    view.change({ definition, display, matrixId: null, view: 'table', layout: NEW_LAYOUT, comparedCases: null });
    go(placeOf(null, null));
  };
  return (
    <DisplaysGallery
      frame={frame}
      saved={saved}
      onStart={({ definition, display }) => definition && start(definition, display.id)}
      onOpen={view.open}
      onCompose={own && (() => start(own, null))}
      onBack={onBack}
    />
  );
}

interface OpenMatrixProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  frame: ProjectFrame;
  saved: readonly SavedMatrix[];
}

/** What the views of the matrix link to, and how often a cell was asked for. */
function useLinks({ view, frame }: OpenMatrixProps) {
  const { session, choose } = view;
  const [openings, setOpenings] = useState(0);
  const [focusRequest, setFocusRequest] = useState(0);
  const cases = useMemo(
    () => new Map<string, CaseTint>(frame.corpus.cases.map(({ id, name, position }) => [`case:${id}`, { name, position }])),
    [frame.corpus.cases],
  );
  const addressOf = useCallback((to: CellChoice) => placeToHash(placeOf(session.matrixId, to)), [session.matrixId]);
  const onOpen = (to: CellChoice, byKeyboard: boolean) => {
    choose(to);
    setOpenings((before) => before + 1);
    if (byKeyboard) setFocusRequest((before) => before + 1);
  };
  return { openings, focusRequest, links: { cases, addressOf, onOpen } };
}

function OpenMatrix(props: OpenMatrixProps) {
  const { view, definition, frame } = props;
  const { session, choice, choose } = view;
  const matrix = useMatrix(definition);
  const content = useRef<HTMLDivElement>(null);
  const { openings, focusRequest, links } = useLinks(props);
  const folds = useFolds(matrix.table, definition, session.layout.collapsed, frame);
  const home = choice && folds.homeOf(choice);
  /** What is shown of the past; null: the matrix as it is now. */
  const [past, setPast] = useState<Past | null>(null);
  useEffect(() => setPast(null), [session.matrixId]);
  const focusTable = () => content.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"], [data-mark][tabindex="0"]')?.focus();
  const panel =
    choice && home && !past ? (
      <CellPanel
        table={home.table}
        definition={home.definition}
        frame={frame}
        cases={links.cases}
        choice={choice}
        focusRequest={focusRequest}
        onChoose={choose}
        onClose={() => {
          choose(null);
          focusTable();
        }}
        onLeave={focusTable}
      />
    ) : null;

  return (
    <Workspace
      name="matrices"
      defaults={{ rightWidth: 330 }}
      unfoldsRightFor={choice ? `${choice.rowKey} ${choice.columnKey} ${openings}` : undefined}
      {...(panel ? { right: panel } : {})}
    >
      <div ref={content} className="matrices">
        <Content {...props} {...{ matrix, links, folds, past }} onPast={setPast} />
      </div>
    </Workspace>
  );
}

interface ContentProps extends OpenMatrixProps {
  matrix: ReturnType<typeof useMatrix>;
  links: Omit<CellLinks, 'table'>;
  folds: Folds;
  past: Past | null;
  onPast: (past: Past | null) => void;
}

function Content({ view, definition, frame, saved, matrix, links, folds, past, onPast }: ContentProps) {
  const words = useText(matricesText);
  const { language } = useLanguage();
  const { session, change } = view;
  const { table, failure, onShown } = matrix;
  const ratings = useMemo(() => ratingLevels(frame.scales), [frame.scales]);
  const [showsNotes, setShowsNotes] = useState(false);
  const current = saved.find(({ id }) => id === session.matrixId) ?? null;
  const { data: snapshots = [] } = useQuery('matrixSnapshot.list', past && current ? { matrixId: current.id } : null);
  const onDefinition = (next: MatrixDefinition) => change({ definition: next });
  const { layout } = session;
  const changes: TableChanges = { definition, onDefinition, layout, onLayout: (next) => change({ layout: next }) };
  return (
    <>
      <TopBar
        {...{ view, definition, frame, table, saved, onDefinition, showsNotes, onPast }}
        shortName={shortName(definition, frame, words)}
        onNotes={setShowsNotes}
      />
      {showsNotes ? <MatrixNotes matrix={current} /> : null}
      <SentenceBar definition={definition} frame={frame} onChange={onDefinition} />
      <ThemeTabs display={session.display} definition={definition} frame={frame} onChange={onDefinition} />
      {failure && !table ? (
        <EmptyState
          title={failureSentence(failure, language)}
          actions={failure.code.startsWith('matrix.order') ? <OrderBack definition={definition} onDefinition={onDefinition} /> : null}
        />
      ) : null}
      {failure && table ? (
        <p className="matrices-note matrices-warning" role="alert">
          {failureSentence(failure, language)} <OrderBack definition={definition} onDefinition={onDefinition} />
        </p>
      ) : null}
      {table && past && current ? (
        <SnapshotView {...{ past, onPast, snapshots, frame, ratings, layout }} onLayout={changes.onLayout} links={{ ...links, table }} />
      ) : table ? (
        <Shown
          links={{ ...links, table, onShown }}
          {...{ folds, frame, ratings, changes, view, definition }}
          onLoosen={() => onDefinition({ ...definition, join: { kind: 'turn' } })}
          onAddCases={() => onDefinition(withCases(definition))}
        />
      ) : null}
      {table && !past && (session.view !== 'table' || isBare(table)) ? <Foot table={table} frame={frame} /> : null}
    </>
  );
}

interface OrderBackProps {
  definition: MatrixDefinition;
  onDefinition: (definition: MatrixDefinition) => void;
}

/** Where lines cannot be sorted as was asked, the way back is beside the reason. */
function OrderBack({ definition, onDefinition }: OrderBackProps) {
  const words = useText(gridText);
  const { rowOrder, columnOrder, ...unsorted } = definition;
  if (!rowOrder && !columnOrder) return null;
  return (
    <Button size="small" onPress={() => onDefinition(unsorted)}>
      {words.orderBack}
    </Button>
  );
}

interface ShownProps {
  links: CellLinks;
  folds: Folds;
  frame: ProjectFrame;
  ratings: RatingLevels;
  changes: TableChanges;
  view: MatrixSession;
  definition: MatrixDefinition;
  onLoosen: () => void;
  onAddCases: () => void;
}

function Shown({ links, folds, frame, ratings, changes, view, definition, onLoosen, onAddCases }: ShownProps) {
  const words = useText(matricesText);
  const { session, choice, change, choose } = view;
  const { table } = links;
  if (isBare(table)) {
    const canLoosen = needsJoin(definition) && (definition.join.kind === 'passage' || definition.join.kind === 'overlap');
    return (
      <EmptyState
        title={words.nothingTitle}
        text={needsJoin(definition) ? words.nothingText : words.nothingAxisText}
        actions={canLoosen ? <Button onPress={onLoosen}>{words.loosen}</Button> : null}
      />
    );
  }
  if (session.view === 'figure')
    return (
      <FigureView
        links={links}
        session={session}
        definition={definition}
        name={shortName(definition, frame, words)}
        chosen={choice}
        onChange={change}
        onAddCases={usedAxes(definition).has('case') ? null : onAddCases}
        onClose={() => choose(null)}
      />
    );
  if (session.view === 'compare') {
    if (!withCasesInColumns(table))
      return <EmptyState title={words.compareNoCase} actions={<Button onPress={onAddCases}>{words.compareAddCase}</Button>} />;
    return <CompareView links={links} ratings={ratings} compared={session.comparedCases} onCompare={(comparedCases) => change({ comparedCases })} />;
  }
  return (
    <MatrixGrid
      links={links}
      folds={folds}
      view={view}
      frame={frame}
      ratings={ratings}
      changes={changes}
      foot={<Foot table={table} frame={frame} />}
    />
  );
}

/** Nothing coded and nothing written: a table of dashes would only hide what to do next. */
function isBare(table: Table): boolean {
  return !table.cells.some((row) => row.some((cell) => !isBlankCell(cell)));
}

function Foot({ table, frame }: { table: Table; frame: ProjectFrame }) {
  const words = useText(matricesText);
  return (
    <div className="matrices-foot">
      <span>
        {words.totals(table.rows.length, table.columns.length, table.totals.passages, words.sources(table.totals.sources, hasOnlyInterviews(frame)))}
      </span>
      {table.omittedCodings > 0 ? <span className="matrices-warning">{words.omitted(table.omittedCodings)}</span> : null}
    </div>
  );
}
