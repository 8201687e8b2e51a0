// Concept maps: categories placed by hand, the links between them with their evidence, and what co-occurrence proposes, dashed.
import { ListTree, Tags } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger, Input, Label, NumberField } from 'react-aria-components';
import type { CategoryId, ConceptMapId } from '../../../shared/domain/ids.ts';
import { conceptMapFigure } from '../../../shared/figure/concept-map-figure.ts';
import { nodeInKey } from '../../../shared/figure/network-figure.ts';
import type { Point } from '../../../shared/figure/network-layout.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { ConceptMap, MapNode } from '../../../shared/domain/typed-link.ts';
import { linksText } from '../../../shared/i18n/links.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { LinkTypes } from '../../links/link-types.tsx';
import { useProject } from '../../project.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { MapCard } from './map-card.tsx';
import { MapMenu } from './map-menu.tsx';
import { boxesOf, edgesOf, linkKey, linkSentence, linksOnMap, placesFor, proposalKey, proposalsOf } from './map-model.ts';
import type { Proposal } from './map-model.ts';
import { MovablePicture } from './movable-picture.tsx';
import { PickedCategories } from './scope-words.tsx';
import './relations.css';

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
const LEAST_PROPOSED = 3;

interface OpenMapProps {
  map: ConceptMap;
  maps: readonly ConceptMap[];
  onOpen: (id: ConceptMapId) => void;
  isReadOnly: boolean;
}

function OpenMap({ map, maps, onOpen, isReadOnly }: OpenMapProps) {
  const words = useText(linksText);
  const run = useRun();
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { data: codebook = [] } = useQuery('codebook.read', {});
  const { data: all = [] } = useQuery('typedLink.list', { end: null });
  const { data: types = [] } = useQuery('linkType.list', {});
  const [held, setHeld] = useState<MapNode | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [proposes, setProposes] = useState(false);
  const [minimum, setMinimum] = useState(LEAST_PROPOSED);
  const scope = { categories: { kind: 'picked' as const, categoryIds: map.nodes.map(({ categoryId }) => categoryId) }, coderIds: null, where: [] };
  const together = { scope, unit: { kind: 'overlap' as const } };
  const { data: found } = useQuery('cooccurrence.read', proposes && map.nodes.length > 1 ? together : null);
  const links = linksOnMap(all, map);
  const proposals = proposes && found && !isUndefined(found) ? proposalsOf(found, links, minimum) : [];
  const nodes = map.nodes.map((node) => (held?.categoryId === node.categoryId ? held : node));
  const boxes = boxesOf(nodes, codebook);
  const edges = edgesOf(links, types, proposals, boxes, words);
  const draw = (on: FigureTheme) => conceptMapFigure({ boxes, edges, title: '', theme: on, language });
  const { scene } = draw(theme);

  const moved = (id: string, { x, y }: Point): MapNode | null => {
    const node = map.nodes.find(({ categoryId }) => categoryId === id);
    return node ? { categoryId: node.categoryId, x: node.x + x, y: node.y + y } : null;
  };
  const drop = (node: MapNode | null) => {
    if (!node) return;
    setHeld(node);
    void run('conceptMap.place', { mapId: map.id, nodes: [node] }).then(() => setHeld(null));
  };
  const add = (ids: readonly CategoryId[]) => {
    if (ids.length > 0) void run('conceptMap.place', { mapId: map.id, nodes: placesFor(ids, map.nodes) });
  };
  const takeOff = (ids: readonly CategoryId[]) => {
    if (ids.length > 0) void run('conceptMap.takeOff', { mapId: map.id, categoryIds: [...ids] });
  };
  const ask = ({ a, b }: Proposal) => run('cooccurrence.passages', { ...together, a, b });
  const linked = [...new Set(all.flatMap(({ from, to }) => [from, to]).flatMap((end) => (end.kind === 'category' ? [end.id] : [])))];
  const behindLink = (link: (typeof links)[number] | undefined): AnalysisBehind | null => {
    const type = types.find(({ id }) => id === link?.typeId);
    return link && type ? { title: linkSentence(link, type, words), ask: async () => link.evidence } : null;
  };
  const behindMark = (key: string): AnalysisBehind | null => {
    const proposal = proposals.find((each) => proposalKey(each) === key);
    const nameOf = (id: string): string => boxes.find((box) => box.id === id)?.name ?? '';
    if (proposal) return { title: words.proposedTitle(nameOf(proposal.a), nameOf(proposal.b), proposal.count), ask: () => ask(proposal) };
    const id = nodeInKey(key);
    if (id === null) return behindLink(links.find((link) => linkKey(link.id) === key));
    return { title: nameOf(id), ask: () => run('cooccurrence.passages', { ...together, a: id, b: id }) };
  };
  return (
    <AnalysisFrame
      name={map.name}
      sentence={
        <>
          {words.sentence}
          <MapMenu maps={maps} current={map} onOpen={onOpen} isReadOnly={isReadOnly} />
        </>
      }
      caption={[words.caption(boxes.length, links.length), map.note, proposals.length > 0 ? words.proposalNote : ''].filter(Boolean).join(' ')}
      scene={scene}
      printScene={() => draw('light').scene}
      table={{
        columns: [words.columns.from, words.columns.type, words.columns.to, words.columns.note, words.columns.evidence],
        rows: links.map(({ from, to, typeId, note, evidence }) => [
          from.place,
          types.find(({ id }) => id === typeId)?.name ?? '',
          to.place,
          note,
          evidence.length,
        ]),
      }}
      behindMark={behindMark}
      behindCell={(row, column) => (column === EVIDENCE_COLUMN ? behindLink(links[row]) : null)}
      tools={
        <>
          {isReadOnly ? null : (
            <>
              <DialogTrigger>
                <Button size="small">
                  <ListTree size={14} aria-hidden />
                  {words.addCategories}
                </Button>
                <Popover label={words.addCategories}>
                  <PickedCategories
                    codebook={codebook}
                    chosen={map.nodes.map(({ categoryId }) => categoryId)}
                    onChange={(ids) => {
                      add(ids.filter((id) => !map.nodes.some(({ categoryId }) => categoryId === id)));
                      takeOff(map.nodes.flatMap(({ categoryId }) => (ids.includes(categoryId) ? [] : [categoryId])));
                    }}
                    clears={false}
                  />
                </Popover>
              </DialogTrigger>
              <DialogTrigger>
                <Button size="small" variant="quiet">
                  <Tags size={14} aria-hidden />
                  {words.types}
                </Button>
                <Popover label={words.types}>
                  <LinkTypes />
                </Popover>
              </DialogTrigger>
            </>
          )}
          <Checkbox isSelected={proposes} onChange={setProposes}>
            {words.propose}
          </Checkbox>
          {proposes ? (
            <NumberField
              className="relations-number"
              value={minimum}
              minValue={1}
              onChange={(value) => Number.isFinite(value) && setMinimum(Math.max(1, Math.round(value)))}
            >
              <Label>{words.minimum}</Label>
              <Input className="field-input" />
            </NumberField>
          ) : null}
        </>
      }
      drawPicture={(picture) => (
        <>
          {boxes.length === 0 ? (
            <div className="relations-card">
              <span>{words.emptyMap}</span>
              {linked.length > 0 && !isReadOnly ? (
                <Button size="small" onPress={() => add(linked)}>
                  {words.addLinked}
                </Button>
              ) : null}
            </div>
          ) : (
            <MapCard {...{ chosen, map, boxes, links, types, proposals, isReadOnly }} onAsk={ask} />
          )}
          <MovablePicture
            {...picture}
            label={map.name}
            hint={words.hint}
            onMark={(key) => {
              setChosen(key);
              picture.onMark(key);
            }}
            onMoving={(id, by) => setHeld(moved(id, by))}
            onMoved={(id, by) => drop(moved(id, by))}
            onLetGo={(id) => isReadOnly || takeOff(map.nodes.flatMap(({ categoryId }) => (categoryId === id ? [categoryId] : [])))}
          />
        </>
      )}
    />
  );
}
