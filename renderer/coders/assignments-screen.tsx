// Double codings: which sources, with which grids, by whom, until when, how far each is; revealed when all are done, then their agreement is read.
import { EyeOff, Users } from 'lucide-react';
import { useState } from 'react';
import { isLate } from '../../shared/domain/assignment.ts';
import type { Assignment, AssignmentProgress } from '../../shared/domain/assignment.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { placeToHash } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useNow } from '../ui/use-now.ts';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { AssignmentDialog } from './assignment-dialog.tsx';
import './coders.css';

type Words = (typeof codersText)['fr'];

export function AssignmentsScreen() {
  const words = useText(codersText);
  const { project } = useProject();
  const { data: assignments } = useQuery('assignment.list', {});
  const { data: coders = [] } = useQuery('coder.list', {});
  const [edited, setEdited] = useState<Assignment | 'new' | null>(null);
  if (!assignments || !project) return null;
  const canGive = coders.length > 1 && !project.isReadOnly;
  const give = canGive ? (
    <Button variant="primary" onPress={() => setEdited('new')}>
      {words.newAssignment}
    </Button>
  ) : null;
  return (
    <section className="coders-screen" aria-label={words.assignments}>
      <div className="coders-head">
        <div>
          <h2>{words.assignments}</h2>
          <p className="quiet">{words.assignmentsHint}</p>
        </div>
        {assignments.length > 0 ? give : null}
      </div>
      {assignments.length === 0 ? (
        <EmptyState icon={Users} title={words.none} text={coders.length > 1 ? words.noneText : words.needsTwo} actions={give} />
      ) : null}
      {assignments.map((assignment) => (
        <AssignmentCard
          key={assignment.id}
          assignment={assignment}
          actingId={project.coderId}
          isReadOnly={project.isReadOnly}
          words={words}
          onEdit={() => setEdited(assignment)}
        />
      ))}
      {edited ? <AssignmentDialog assignment={edited === 'new' ? null : edited} coders={coders} onClose={() => setEdited(null)} /> : null}
    </section>
  );
}

interface CardProps {
  assignment: Assignment;
  actingId: string;
  isReadOnly: boolean;
  words: Words;
  onEdit: () => void;
}

function AssignmentCard({ assignment, actingId, isReadOnly, words, onEdit }: CardProps) {
  const { language } = useLanguage();
  const today = useNow().toISOString().slice(0, 10);
  const day = (at: string): string => formatDate(language, at.slice(0, 10));
  const { title, due, isBlind, revealedAt, sources, grids, coders } = assignment;
  const isHidden = isBlind && revealedAt === null;
  const stateOf = ({ doneAt, codings }: AssignmentProgress): string =>
    doneAt !== null ? words.done(day(doneAt)) : codings === 0 ? words.notBegun : words.underWay;
  return (
    <article className="assignment" aria-label={title}>
      <div className="coders-head">
        <h3>{title}</h3>
        {isReadOnly ? null : <AssignmentActs assignment={assignment} actingId={actingId} words={words} onEdit={onEdit} />}
      </div>
      <p className="assignment-facts quiet">
        {due === null ? null : <span>{words.dueOn(day(due))}</span>}
        {isLate(assignment, today) ? <span className="assignment-late">{words.late}</span> : null}
        {isHidden ? (
          <span>
            <EyeOff size={12} aria-hidden /> {words.hidden}
          </span>
        ) : null}
        {revealedAt === null ? null : <span>{words.revealed(day(revealedAt))}</span>}
        <span>{grids.length > 0 ? grids.map((grid) => grid.title).join(', ') : words.allGrids}</span>
      </p>
      <p className="assignment-facts">
        {sources.map((source) => (
          <a key={source.id} href={placeToHash({ screen: 'coding', sourceId: source.id })} title={words.openSource(source.name)}>
            {source.name}
          </a>
        ))}
      </p>
      <DataTable
        label={title}
        columns={words.progressColumns}
        classAt={(column) => (column > 0 && column < 4 ? 'number' : undefined)}
        rows={coders.map((coder) => [
          <span key="who">
            <Swatch color={coder.color} /> {coder.name}
          </span>,
          words.seen(coder.seenTurns, coder.turns),
          coder.codedTurns,
          coder.codings,
          stateOf(coder),
        ])}
      />
      <p className="assignment-facts quiet">
        <span>{words.seenHint}</span>
        {isHidden || coders.length < 2 ? null : <a href="#/analysis?view=agreement">{words.readAgreement}</a>}
      </p>
    </article>
  );
}

function AssignmentActs({ assignment, actingId, words, onEdit }: Omit<CardProps, 'isReadOnly'>) {
  const run = useRun();
  const confirm = useConfirm();
  const { id, isBlind, revealedAt, coders } = assignment;
  const own = coders.find(({ coderId }) => coderId === actingId);
  const open = coders.filter(({ doneAt }) => doneAt === null).map(({ name }) => name);
  const isHidden = isBlind && revealedAt === null;
  const reveal = async () => {
    const text = [words.revealText, ...(open.length > 0 ? [words.revealOpen(open)] : [])].join(' ');
    if (await confirm({ title: words.revealTitle, text, action: words.reveal })) await run('assignment.reveal', { assignmentId: id });
  };
  return (
    <span className="coders-acts">
      {own ? (
        <Button size="small" onPress={() => void run('assignment.setDone', { assignmentId: id, isDone: own.doneAt === null })}>
          {own.doneAt === null ? words.markDone : words.takeUp}
        </Button>
      ) : null}
      {isHidden ? (
        <Button size="small" variant={open.length === 0 ? 'primary' : 'plain'} onPress={() => void reveal()}>
          {words.reveal}
        </Button>
      ) : null}
      <Button size="small" onPress={onEdit}>
        {words.change}
      </Button>
      <Button size="small" variant="quiet" onPress={() => void run('assignment.remove', { assignmentId: id })}>
        {words.remove}
      </Button>
    </span>
  );
}
