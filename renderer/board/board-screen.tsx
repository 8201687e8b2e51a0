// Card sorting: categories found in the text lie loose on a plane and are grouped by hand; a group becomes their parent.
import { ArrowLeft, Download, Group, Ungroup } from 'lucide-react';
import { useState } from 'react';
import type { Codebook, Grid } from '../../shared/domain/category.ts';
import type { GridId } from '../../shared/domain/ids.ts';
import { boardText } from '../../shared/i18n/board.ts';
import { useActions } from '../frame/offered-actions.ts';
import { useActionKeys } from '../frame/use-keymap.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeyWords } from '../ui/kbd.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useRun } from '../ui/use-run.ts';
import { BoardList } from './board-list.tsx';
import { BoardPlane } from './board-plane.tsx';
import './board.css';
import { NameForm } from './name-form.tsx';
import { useBoard } from './use-board.ts';
import type { BoardState } from './use-board.ts';

type Face = 'plane' | 'list';
const PICTURES = ['png', 'svg'] as const;

/** The grid that the address names, else the first one with something to sort. */
function gridOf(codebook: Codebook, gridId: string | undefined): Grid | undefined {
  const hasCards = ({ categories }: Grid) => categories.some(({ origin }) => origin !== 'a-priori');
  return codebook.find(({ id }) => id === gridId) ?? codebook.find(hasCards) ?? codebook[0];
}

export function BoardScreen({ codebook }: { codebook: Codebook }) {
  const text = useText(boardText);
  const { place, go, adjust } = useNavigation();
  const [face, setFace] = useState<Face>('plane');
  const grid = gridOf(codebook, place.gridId);
  if (!grid)
    return (
      <EmptyState title={text.noGrid} text={text.noGridText} actions={<Button onPress={() => go({ screen: 'grids' })}>{text.toGrids}</Button>} />
    );
  return (
    <div className="board">
      <header className="board-head">
        <IconButton icon={ArrowLeft} label={text.back} size="small" onPress={() => go({ screen: 'grids', gridId: grid.id })} />
        <h1>{text.title}</h1>
        <Select
          label={text.grid}
          hidesLabel
          options={codebook.map(({ id, title }) => ({ id: id as string, label: title }))}
          value={grid.id as string}
          onChange={(id) => adjust({ screen: 'grids', view: 'board', gridId: id as GridId })}
        />
        <Segmented
          label={text.view}
          options={[
            { id: 'plane', label: text.views.plane },
            { id: 'list', label: text.views.list },
          ]}
          value={face}
          onChange={(next) => next && setFace(next)}
        />
      </header>
      <OpenBoard key={grid.id} grid={grid} face={face} />
    </div>
  );
}

function OpenBoard({ grid, face }: { grid: Grid; face: Face }) {
  const text = useText(boardText);
  const { project } = useProject();
  const { go } = useNavigation();
  const state = useBoard(grid, project?.isReadOnly !== false);
  if (!state) return null;
  if (state.board.cards.length === 0)
    return (
      <EmptyState
        icon={Group}
        title={text.nothingLoose}
        text={text.nothingLooseText}
        actions={<Button onPress={() => go({ screen: 'coding' })}>{text.toText}</Button>}
      />
    );
  return (
    <>
      <BoardActs state={state} face={face} />
      {face === 'plane' ? <BoardPlane state={state} /> : <BoardList state={state} />}
      <p className="visually-hidden" role="status">
        {state.said}
      </p>
    </>
  );
}

function BoardActs({ state, face }: { state: BoardState; face: Face }) {
  const text = useText(boardText);
  const { language } = useLanguage();
  const run = useRun();
  const { go } = useNavigation();
  const { board, chosen, grid, naming } = state;
  const ids = [...chosen];
  const none = ids.length === 0;
  const isFixed = none || state.isReadOnly;
  useActions(() => (isFixed ? {} : { boardGroup: () => state.startGroup(ids), boardTakeOut: () => void state.takeOut(ids) }));
  const savePicture = (format: (typeof PICTURES)[number]) =>
    void run('board.picture', { gridId: grid.id, format, language }).then((file) => file && saveFile(file));
  return (
    <div className="board-acts">
      <span className="board-chosen-count">{text.selected(ids.length)}</span>
      <Button size="small" isDisabled={isFixed} onPress={() => state.startGroup(ids)}>
        <Group size={14} aria-hidden /> {text.group}
      </Button>
      <Menu
        label={text.moveInto}
        trigger={
          <Button size="small" isDisabled={isFixed || board.groups.length === 0}>
            {text.moveInto}
          </Button>
        }
      >
        {board.groups.map(({ category }) => (
          <MenuItem
            key={category.id}
            label={category.name}
            before={<Swatch color={category.color} />}
            onAction={() => void state.putInto(ids, category.id)}
          />
        ))}
      </Menu>
      <Button size="small" isDisabled={isFixed} onPress={() => void state.takeOut(ids)}>
        <Ungroup size={14} aria-hidden /> {text.takeOut}
      </Button>
      <Button
        size="small"
        variant="quiet"
        isDisabled={ids.length !== 1}
        onPress={() => ids[0] && go({ screen: 'grids', gridId: grid.id, categoryId: ids[0] })}
      >
        {text.openCard}
      </Button>
      <span className="board-spring" />
      <Menu
        label={text.savePicture}
        placement="bottom end"
        trigger={
          <Button size="small" variant="quiet">
            <Download size={14} aria-hidden /> {text.savePicture}
          </Button>
        }
      >
        {PICTURES.map((format) => (
          <MenuItem key={format} label={text.pictures[format]} onAction={() => savePicture(format)} />
        ))}
      </Menu>
      {face === 'list' && naming ? <NameForm onName={(name) => void state.makeGroup(naming, name)} onCancel={() => state.setNaming(null)} /> : null}
      {face === 'plane' ? <BoardKeys /> : null}
    </div>
  );
}

const HINTS = ['boardChoose', 'boardGroup', 'boardTakeOut'] as const;

/** The keys as they are now; one that was taken away is not named. */
function BoardKeys() {
  const text = useText(boardText);
  const keysOf = useActionKeys();
  const keyWords = useKeyWords();
  const hints = HINTS.flatMap((id) => {
    const keys = keysOf(id);
    return keys === undefined ? [] : [text.keyHint(keyWords(keys), text.keyHints[id])];
  });
  return <p className="board-keys">{`${text.keys} ${[text.keyHints.push, ...hints].join(' · ')}`}</p>;
}
