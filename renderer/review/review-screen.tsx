// The review's screen: what reviewers said as a to-do list, the packs sent, what coders disagree on.
import { FilePlus2, Inbox, MessagesSquare } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { reviewText } from '../../shared/i18n/review.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { DisagreementsTab } from './disagreements/disagreements-tab.tsx';
import { PackDialog } from './pack-dialog.tsx';
import { PacksView } from './packs-view.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import './review.css';
import { ToDo } from './to-do.tsx';
import { useIntake } from './use-intake.tsx';
import type { Intake } from './use-intake.tsx';

const TABS = ['todo', 'packs', 'disagreements'] as const;
type Tab = (typeof TABS)[number];

function Acts({ intake, onPack }: { intake: Intake; onPack: () => void }) {
  const words = useText(reviewText);
  const field = useRef<HTMLInputElement>(null);
  const [isPasting, setPasting] = useState(false);
  return (
    <div className="review-acts">
      <Button variant="primary" onPress={onPack}>
        <FilePlus2 size={14} aria-hidden />
        {words.newPack}
      </Button>
      <Button onPress={() => field.current?.click()}>
        <Inbox size={14} aria-hidden />
        {words.takeFile}
      </Button>
      <Button variant="quiet" onPress={() => setPasting(true)}>
        {words.pasteText}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json,text/plain"
        aria-label={words.takeFile}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void intake.readFile(file);
          target.value = '';
        }}
      />
      {isPasting ? <PasteDialog onRead={intake.readText} onClose={() => setPasting(false)} /> : null}
    </div>
  );
}

/** In a copy that is reviewed: the comments go back as a file. */
function SaveComments() {
  const words = useText(reviewText);
  const run = useRun();
  const save = async () => {
    const file = await run('review.saveComments', {});
    if (file) saveFile(file);
  };
  return (
    <Button variant="primary" onPress={() => void save()}>
      {words.saveComments}
    </Button>
  );
}

function DropZone({ intake, children }: { intake: Intake; children: ReactNode }) {
  const words = useText(reviewText);
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={isOver ? 'review-screen review-screen-over' : 'review-screen'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        void intake.readFile(file);
      }}
    >
      {isOver ? <p className="review-drop">{words.dropHere}</p> : null}
      {children}
    </div>
  );
}

export function ReviewScreen() {
  const words = useText(reviewText);
  const { project } = useProject();
  const { place, adjust } = useNavigation();
  const { data: threads } = useQuery('review.threads', {});
  const [isPacking, setPacking] = useState(false);
  const tab: Tab = TABS.find((each) => each === place.view) ?? 'todo';
  const go = (view: Tab) => adjust({ screen: 'review', view });
  const intake = useIntake(() => go('todo'));
  if (!threads) return null;
  const isCopy = project?.isReviewCopy === true;
  const isEmpty = tab === 'todo' && threads.length === 0;
  const acts = isCopy ? <SaveComments /> : <Acts intake={intake} onPack={() => setPacking(true)} />;
  const labels: Readonly<Record<Tab, string>> = { todo: words.tabToDo, packs: words.tabPacks, disagreements: words.tabDisagreements };
  return (
    <DropZone intake={intake}>
      <header className="review-head">
        <h1>{words.title}</h1>
        <Segmented label={words.tabs} options={TABS.map((id) => ({ id, label: labels[id] }))} value={tab} onChange={(next) => next && go(next)} />
        {tab === 'disagreements' || isEmpty ? null : acts}
      </header>
      <div className={tab === 'disagreements' ? 'review-whole' : 'review-body'}>
        {tab === 'packs' ? <PacksView /> : null}
        {tab === 'disagreements' ? <DisagreementsTab /> : null}
        {tab === 'todo' && !isEmpty ? <ToDo threads={threads} /> : null}
        {isEmpty ? <EmptyState icon={MessagesSquare} title={words.emptyTitle} text={words.emptyText} actions={acts} /> : null}
      </div>
      {isPacking ? <PackDialog onClose={() => setPacking(false)} /> : null}
      {intake.dialog}
    </DropZone>
  );
}
