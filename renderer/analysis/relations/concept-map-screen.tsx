// Concept maps: categories placed by hand, the links between them with their evidence, and what co-occurrence proposes, dashed.
import { useState } from 'react';
import type { ConceptMapId } from '../../../shared/domain/ids.ts';
import type { ConceptMap, LinkType, TypedLink } from '../../../shared/domain/typed-link.ts';
import { conceptMapFigure } from '../../../shared/figure/concept-map-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { nodeInKey } from '../../../shared/figure/network-figure.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { linksText } from '../../../shared/i18n/links.ts';
import type { LinksWords } from '../../../shared/i18n/links.ts';
import { useProject } from '../../project.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { MapCard } from './map-card.tsx';
import { MapMenu } from './map-menu.tsx';
import { edgesOf, linkKey, linkSentence, proposalKey } from './map-model.ts';
import { MapTools } from './map-tools.tsx';
import { MovablePicture } from './movable-picture.tsx';
import './relations.css';
import { useConceptMap } from './use-concept-map.ts';
import type { ConceptMapView } from './use-concept-map.ts';

/** Which map was open last, as long as the window lives. */
let lastOpen: ConceptMapId | null = null;

export function ConceptMapScreen() {
  const words = useText(linksText);
  const run = useRun();
  const { project } = useProject();
  const isReadOnly = project?.isReadOnly === true;
  const { data: maps } = useQuery('conceptMap.list', {});
  const [openId, setOpenId] = useState(lastOpen);
  const open = (id: ConceptMapId) => {
    lastOpen = id;
    setOpenId(id);
  };
  if (!maps) return null;
  const current = maps.find(({ id }) => id === openId) ?? maps[0];
  const create = async () => {
    const id = await run('conceptMap.save', { mapId: null, name: words.firstMap, note: '' });
    if (id) open(id);
  };
  if (!current)
    return (
      <EmptyState
        title={words.noMap}
        text={words.noMapText}
        {...(isReadOnly
          ? {}
          : {
              actions: (
                <Button variant="primary" onPress={() => void create()}>
                  {words.createMap}
                </Button>
              ),
            })}
      />
    );
  return <OpenMap key={current.id} map={current} maps={maps} onOpen={open} isReadOnly={isReadOnly} />;
}

const EVIDENCE_COLUMN = 4;

interface OpenMapProps {
  map: ConceptMap;
  maps: readonly ConceptMap[];
  onOpen: (id: ConceptMapId) => void;
  isReadOnly: boolean;
}

function OpenMap({ map, maps, onOpen, isReadOnly }: OpenMapProps) {
  const words = useText(linksText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const [chosen, setChosen] = useState<string | null>(null);
  const [minimum, setMinimum] = useState<number | null>(null);
  const view = useConceptMap(map, minimum);
  const { boxes, links, types, proposals } = view;
  const edges = edgesOf(links, types, proposals, boxes, words);
  const draw = (on: FigureTheme, isTight = false) => conceptMapFigure({ boxes, edges, title: '', theme: on, language, isTight }).scene;
  const behindLink = (link: TypedLink | undefined): AnalysisBehind | null => {
    const type = types.find(({ id }) => id === link?.typeId);
    return link && type ? { title: linkSentence(link, type, words), ask: async () => link.evidence } : null;
  };
  const behindMark = (key: string): AnalysisBehind | null => {
    const nameOf = (id: string): string => boxes.find((box) => box.id === id)?.name ?? '';
    const proposal = proposals.find((each) => proposalKey(each) === key);
    if (proposal) {
      const { a, b, count } = proposal;
      return { title: words.proposedTitle(nameOf(a), nameOf(b), count), ask: () => view.ask(a, b) };
    }
    const id = nodeInKey(key);
    return id === null ? behindLink(links.find((link) => linkKey(link.id) === key)) : { title: nameOf(id), ask: () => view.ask(id, id) };
  };
  const caption = [words.caption(boxes.length, links.length), map.note, proposals.length > 0 ? words.proposalNote : ''];
  return (
    <AnalysisFrame
      name={map.name}
      sentence={
        <>
          {words.sentence}
          <MapMenu maps={maps} current={map} onOpen={onOpen} isReadOnly={isReadOnly} />
        </>
      }
      caption={caption.filter(Boolean).join(' ')}
      scene={draw(theme)}
      printScene={() => draw('light', true)}
      table={linkTable(links, types, words)}
      behindMark={behindMark}
      behindCell={(row, column) => (column === EVIDENCE_COLUMN ? behindLink(links[row]) : null)}
      tools={<MapTools map={map} view={view} minimum={minimum} onMinimum={setMinimum} isReadOnly={isReadOnly} />}
      drawPicture={(picture) =>
        boxes.length === 0 ? (
          <NothingPlaced view={view} isReadOnly={isReadOnly} />
        ) : (
          <>
            <MapCard {...{ chosen, map, boxes, links, types, proposals, isReadOnly }} onAsk={({ a, b }) => view.ask(a, b)} />
            <MovablePicture
              {...picture}
              label={map.name}
              hint={words.hint}
              onMark={(key) => {
                setChosen(key);
                picture.onMark(key);
              }}
              onMoving={isReadOnly ? () => undefined : view.move}
              onMoved={isReadOnly ? () => undefined : view.drop}
              onLetGo={(id) => isReadOnly || view.takeOff([id])}
            />
          </>
        )
      }
    />
  );
}

function linkTable(links: readonly TypedLink[], types: readonly LinkType[], { columns }: LinksWords): FigureTable {
  const typeName = (typeId: string): string => types.find(({ id }) => id === typeId)?.name ?? '';
  return {
    columns: [columns.from, columns.type, columns.to, columns.note, columns.evidence],
    rows: links.map(({ from, to, typeId, note, evidence }) => [from.place, typeName(typeId), to.place, note, evidence.length]),
  };
}

function NothingPlaced({ view: { linked, add }, isReadOnly }: { view: ConceptMapView; isReadOnly: boolean }) {
  const words = useText(linksText);
  return (
    <div className="relations-card">
      <span>{words.emptyMap}</span>
      {linked.length > 0 && !isReadOnly ? (
        <Button size="small" onPress={() => add(linked)}>
          {words.addLinked}
        </Button>
      ) : null}
    </div>
  );
}
