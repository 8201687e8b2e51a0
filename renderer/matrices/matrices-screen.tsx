// The matrices screen: what the codings are for. A sentence says what is crossed; the table, the comparison and the figures show it.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MatrixDefinition, MatrixTable as Table, SavedMatrix } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { placeToHash } from '../navigation.tsx';
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
import { usedAxes, withCases } from './definition.ts';
import { FigureView } from './figure-view.tsx';
import type { CellLinks } from './found-list.tsx';
import { hasOnlyInterviews } from './frame.ts';
import type { ProjectFrame } from './frame.ts';
import type { CaseTint } from './header-name.tsx';
import './matrices.css';
import { MatrixTable } from './matrix-table.tsx';
import { needsJoin, shortName } from './sentence.ts';
import { SentenceBar } from './sentence-bar.tsx';
import { StartingCards } from './starting-cards.tsx';
import { withCasesInColumns } from './table-cases.ts';
import { findCell } from './table-cells.ts';
import { TopBar } from './top-bar.tsx';
import { useMatrixSession } from './use-matrix-session.ts';
import type { MatrixSession } from './use-matrix-session.ts';

export function MatricesScreen() {
  const { project } = useProject();
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  const { data: saved } = useQuery('matrix.list', {});
  const frame = useMemo(() => (codebook && corpus && coders ? { codebook, corpus, coders } : null), [codebook, corpus, coders]);
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
  if (definition === null) {
    return (
      <Workspace name="matrices">
        <StartingCards frame={frame} saved={saved} onStart={(started) => view.change({ definition: started, matrixId: null })} onOpen={view.open} />
      </Workspace>
    );
  }
  return <OpenMatrix view={view} definition={definition} frame={frame} saved={saved} />;
}

interface OpenMatrixProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  frame: ProjectFrame;
  saved: readonly SavedMatrix[];
}

function OpenMatrix({ view, definition, frame, saved }: OpenMatrixProps) {
  const words = useText(matricesText);
  const { language } = useLanguage();
  const { session, choice, change, choose } = view;
  const { data: table, failure } = useQuery('matrix.compute', { definition });
  const content = useRef<HTMLDivElement>(null);
  /** How often a cell was asked for, and how often by keyboard. */
  const [openings, setOpenings] = useState(0);
  const [focusRequest, setFocusRequest] = useState(0);
  const cases = useMemo(
    () => new Map<string, CaseTint>(frame.corpus.cases.map(({ id, name, position }) => [`case:${id}`, { name, position }])),
    [frame.corpus.cases],
  );
  const addressOf = useCallback((to: CellChoice) => placeToHash(placeOf(session.matrixId, to)), [session.matrixId]);
  const setDefinition = (next: MatrixDefinition) => change({ definition: next });
  const open = (to: CellChoice, byKeyboard: boolean) => {
    choose(to);
    setOpenings((before) => before + 1);
    if (byKeyboard) setFocusRequest((before) => before + 1);
  };
  const focusTable = () =>
    content.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"], [data-mark][tabindex="0"], .matrices-compared a')?.focus();
  const name = shortName(definition, frame, words);

  return (
    <Workspace
      name="matrices"
      defaults={{ rightWidth: 330 }}
      unfoldsRightFor={choice ? `${choice.rowKey} ${choice.columnKey} ${openings}` : undefined}
      {...(choice && table && findCell(table, choice.rowKey, choice.columnKey)
        ? {
            right: (
              <CellPanel
                table={table}
                definition={definition}
                frame={frame}
                cases={cases}
                choice={choice}
                focusRequest={focusRequest}
                onChoose={choose}
                onClose={() => {
                  choose(null);
                  focusTable();
                }}
                onLeave={focusTable}
              />
            ),
          }
        : {})}
    >
      <div ref={content} className="matrices">
        <TopBar view={view} definition={definition} table={table} saved={saved} shortName={name} onDefinition={setDefinition} />
        <SentenceBar definition={definition} frame={frame} onChange={setDefinition} />
        {failure && !table ? <EmptyState title={failureSentence(failure, language)} /> : null}
        {failure && table ? <p className="matrices-note matrices-warning">{failureSentence(failure, language)}</p> : null}
        {table ? (
          <Shown
            links={{ table, cases, addressOf, onOpen: open }}
            view={view}
            definition={definition}
            onLoosen={() => setDefinition({ ...definition, join: { kind: 'turn' } })}
            onAddCases={() => setDefinition(withCases(definition))}
          />
        ) : null}
        {table ? <Foot table={table} frame={frame} /> : null}
      </div>
    </Workspace>
  );
}

interface ShownProps {
  links: CellLinks;
  view: MatrixSession;
  definition: MatrixDefinition;
  onLoosen: () => void;
  onAddCases: () => void;
}

function Shown({ links, view, definition, onLoosen, onAddCases }: ShownProps) {
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
        figure={session.figure}
        compared={session.comparedCases}
        chosen={choice}
        onFigure={(figure) => change({ figure })}
        onAddCases={usedAxes(definition).has('case') ? null : onAddCases}
        onClose={() => choose(null)}
      />
    );
  if (session.view === 'compare') {
    if (!withCasesInColumns(table))
      return <EmptyState title={words.compareNoCase} actions={<Button onPress={onAddCases}>{words.compareAddCase}</Button>} />;
    return <CompareView links={links} compared={session.comparedCases} onCompare={(comparedCases) => change({ comparedCases })} />;
  }
  return <MatrixTable links={links} chosen={choice} isShaded={session.isShaded} onClose={() => choose(null)} />;
}

/** Nothing coded and nothing written: a table of dashes would only hide what to do next. */
function isBare(table: Table): boolean {
  return !table.cells.some((row) => row.some((cell) => cell.passages > 0 || cell.synthesis !== null));
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
