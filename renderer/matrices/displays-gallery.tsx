// The gallery of ready-made displays: what the methods' literature draws, filled by this very project, one press away.
import { Grid3x3, PencilLine } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { SavedMatrix } from '../../shared/domain/matrix.ts';
import { DISPLAY_FAMILIES } from '../../shared/domain/display.ts';
import { MATRIX_DISPLAYS, filledDisplay } from '../../shared/domain/matrix-displays.ts';
import type { ChoiceId, DisplayId } from '../../shared/domain/display.ts';
import type { FilledDisplay } from '../../shared/domain/matrix-displays.ts';
import type { DisplayStudy } from '../../shared/domain/display-choices.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Workspace } from '../ui/workspace.tsx';
import { DisplayDetail } from './displays-detail.tsx';
import { answersSearch } from './displays-options.ts';
import { DisplayThumbnail } from './displays-thumbnail.tsx';
import './displays.css';
import type { ProjectFrame } from './frame.ts';

type Picks = Readonly<Partial<Record<DisplayId, Readonly<Partial<Record<ChoiceId, string>>>>>>;

interface GalleryProps {
  frame: ProjectFrame;
  saved: readonly SavedMatrix[];
  onStart: (filled: FilledDisplay) => void;
  onOpen: (matrix: SavedMatrix) => void;
  /** A sentence of one's own; null where there is nothing to cross yet. */
  onCompose: (() => void) | null;
  /** Back to the matrix that is open behind the gallery; null: there is none. */
  onBack: (() => void) | null;
}

function useDisplays(frame: ProjectFrame) {
  const [picks, setPicks] = useState<Picks>({});
  const study = useMemo((): DisplayStudy => ({ ...frame.corpus, codebook: frame.codebook, scales: frame.scales }), [frame]);
  const filled = useMemo(() => MATRIX_DISPLAYS.map((display) => filledDisplay(display, study, picks[display.id])), [study, picks]);
  const pick = (id: DisplayId) => (choice: ChoiceId, key: string) => setPicks((before) => ({ ...before, [id]: { ...before[id], [choice]: key } }));
  return { filled, pick };
}

export function DisplaysGallery({ frame, saved, onStart, onOpen, onCompose, onBack }: GalleryProps) {
  const words = useText(matrixDisplaysText);
  const { filled, pick } = useDisplays(frame);
  const [typed, setTyped] = useState('');
  const shown = filled.filter(({ display }) => answersSearch(display, typed, words));
  // null until somebody chooses: the first one is shown meanwhile, where there is room for it
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = shown.find(({ display }) => display.id === chosenId) ?? shown[0];
  const start = (id: string) => {
    const display = filled.find((each) => each.display.id === id);
    if (display?.definition) onStart(display);
  };

  return (
    <Workspace
      name="displays"
      defaults={{ rightWidth: 372 }}
      rightLabel={words.detail}
      unfoldsRightFor={chosenId ?? undefined}
      right={
        chosen ? (
          <DisplayDetail key={chosen.display.id} filled={chosen} onPick={pick(chosen.display.id)} onOpen={() => start(chosen.display.id)} />
        ) : (
          <p className="displays-detail quiet">{words.chooseOne}</p>
        )
      }
    >
      <div className="displays">
        <header className="displays-bar">
          <h1 className="displays-title">{words.title}</h1>
          {onBack ? <Button onPress={onBack}>{words.back}</Button> : null}
          {onCompose ? (
            <Button variant="quiet" onPress={onCompose}>
              <PencilLine size={15} strokeWidth={1.75} aria-hidden />
              {words.own}
            </Button>
          ) : null}
        </header>
        <p className="quiet">{words.intro}</p>
        {saved.length > 0 ? <Saved saved={saved} onOpen={onOpen} /> : null}
        <SearchField label={words.search} value={typed} onChange={setTyped} className="displays-search" />
        {shown.length === 0 ? (
          <EmptyState title={words.noneFound} />
        ) : (
          <Cards shown={shown} chosenId={chosen?.display.id ?? ''} onChoose={setChosenId} onStart={start} />
        )}
      </div>
    </Workspace>
  );
}

interface CardsProps {
  shown: readonly FilledDisplay[];
  chosenId: string;
  onChoose: (id: string) => void;
  onStart: (id: string) => void;
}

/** Arrows walk through the cards and choose; Enter opens the matrix. */
function Cards({ shown, chosenId, onChoose, onStart }: CardsProps) {
  const words = useText(matrixDisplaysText);
  const families = DISPLAY_FAMILIES.map((id) => ({ id, displays: shown.filter(({ display }) => display.family === id) })).filter(
    ({ displays }) => displays.length > 0,
  );
  return (
    <ListBox
      aria-label={words.gallery}
      className="displays-list"
      layout="grid"
      items={families}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosenId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onChoose(String(key));
      }}
      onAction={(key) => onStart(String(key))}
      dependencies={[words]}
    >
      {(family) => (
        <ListBoxSection id={family.id} className="displays-family">
          <Header className="displays-family-name">{words.families[family.id]}</Header>
          <Collection items={family.displays.map((each) => ({ ...each, id: each.display.id }))} dependencies={[words]}>
            {(each) => <Card filled={each} />}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}

function Card({ filled }: { filled: FilledDisplay }) {
  const words = useText(matrixDisplaysText);
  const { display, gaps } = filled;
  const { name, when } = words.displays[display.id];
  return (
    <ListBoxItem id={display.id} className="displays-card" textValue={name}>
      <DisplayThumbnail shape={display.shape} />
      <span className="displays-card-words">
        <span className="displays-card-name">{name}</span>
        <span className="displays-card-when">{when}</span>
        {gaps.length > 0 ? <span className="displays-card-lacks">{words.lacksBriefly}</span> : null}
      </span>
    </ListBoxItem>
  );
}

function Saved({ saved, onOpen }: { saved: readonly SavedMatrix[]; onOpen: (matrix: SavedMatrix) => void }) {
  const words = useText(matrixDisplaysText);
  return (
    <section>
      <SectionTitle level={2}>{words.saved}</SectionTitle>
      <ul className="displays-saved">
        {saved.map((matrix) => (
          <li key={matrix.id}>
            <Button size="small" onPress={() => onOpen(matrix)}>
              <Grid3x3 size={13} strokeWidth={1.75} aria-hidden />
              {matrix.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
