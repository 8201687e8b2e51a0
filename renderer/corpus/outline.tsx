// The corpus as an outline: cases, the sources or parts that belong to them, and who speaks in these; narrowed to a group of cases.
import { FileText, MoreHorizontal, Plus, User } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { DialogTrigger, Menu as AriaMenu, MenuTrigger, Popover as AriaPopover } from 'react-aria-components';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Participant, SpeakerInSource } from '../../shared/domain/corpus.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { LongTree } from '../ui/long-tree.tsx';
import type { DrawnLine } from '../ui/long-tree.tsx';
import { MenuItem } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { shownLines } from '../ui/tree-walk.ts';
import { useRun } from '../ui/use-run.ts';
import { partPlace } from './corpus-model.ts';
import type { Scope } from './corpus-model.ts';
import { GroupFilter } from './group-filter.tsx';
import { NameForm } from './name-form.tsx';
import { outlineBranches, outlineNodes } from './outline-model.ts';
import type { OutlineBranch, OutlineNode, OutlineSource } from './outline-model.ts';
import { useRemovals } from './use-removals.ts';

export interface OutlineProps {
  corpus: Corpus;
  isReadOnly: boolean;
  scope: Scope | null;
  /** Narrows the sheets and opens the sources, or (with null) shows everything again. */
  onScope: (scope: Scope | null) => void;
  /** Shows somebody in the sheet of participants. */
  onShowParticipant: (participant: Participant) => void;
}

export function Outline({ corpus, isReadOnly, scope, onScope, onShowParticipant }: OutlineProps) {
  const { language } = useLanguage();
  const text = corpusText[language];
  const { go } = useNavigation();
  const group = scope?.kind === 'group' ? scope : null;
  const nodes = useMemo(() => outlineNodes(outlineBranches(corpus, group), text.noCase), [corpus, group, text]);
  const people = useMemo(() => new Map(corpus.participants.map((person) => [person.id, person])), [corpus]);
  const folding = useFolding();
  const lines = shownLines(nodes, folding.isUnfolded);
  const [menuAt, setMenuAt] = useState<string | null>(null);
  const menu = (key: string) => ({ isOpen: menuAt === key, onOpenChange: (isOpen: boolean) => setMenuAt(isOpen ? key : null), isReadOnly });
  const choose = (key: string) => {
    const what = lines.find(({ node }) => node.key === key)?.node.what;
    if (what?.kind === 'case' && what.branch.owner) onScope({ kind: 'case', id: what.branch.owner.id });
    if (what?.kind === 'source') go({ screen: 'coding', sourceId: what.outlined.source.id });
    const person = what?.kind === 'speaker' && what.speaker.participantId ? people.get(what.speaker.participantId) : undefined;
    if (person) onShowParticipant(person);
  };
  const draw = ({ key, what }: OutlineNode): DrawnLine => {
    if (what.kind === 'case') return drawnCase(what.branch, <CaseEnd {...menu(key)} branch={what.branch} onScope={onScope} />, text.noCase);
    if (what.kind === 'speaker') return drawnSpeaker(what.speaker, people.get(what.speaker.participantId as ParticipantId), text.turns);
    const { outlined, caseName } = what;
    return {
      label: <span title={outlined.source.name}>{outlined.source.name}</span>,
      before: <FileText size={13} strokeWidth={1.5} className="corpus-tree-icon" aria-hidden />,
      end: (
        <>
          <SourceMenu {...menu(key)} outlined={outlined} caseName={caseName} />
          <SourceEnd outlined={outlined} />
        </>
      ),
    };
  };
  return (
    <div className="corpus-outline" onContextMenu={(event) => openRowMenu(event, setMenuAt)}>
      <SectionTitle level={2} end={isReadOnly ? formatNumber(language, corpus.sources.length) : <AddCase />}>
        {text.outline}
      </SectionTitle>
      <GroupFilter corpus={corpus} isReadOnly={isReadOnly} scope={group} onScope={onScope} />
      <LongTree label={text.casesAndSources} className="corpus-tree" lines={lines} draw={draw} onChoose={choose} onUnfold={folding.onUnfold} />
    </div>
  );
}

function drawnCase({ owner }: OutlineBranch, end: ReactNode, noCase: string): DrawnLine {
  return { label: owner ? <CaseChip name={owner.name} position={owner.position} /> : <span className="quiet">{noCase}</span>, end };
}

function drawnSpeaker(speaker: SpeakerInSource, person: Participant | undefined, turns: (n: number) => string): DrawnLine {
  return {
    label: (
      <span className={person?.isInterviewer ? 'quiet' : undefined} title={person?.name}>
        {speaker.label}
        {person && person.name !== speaker.label ? <span className="corpus-tree-place">{person.name}</span> : null}
      </span>
    ),
    before: <User size={12} strokeWidth={1.5} className="corpus-tree-icon" aria-hidden />,
    end: <span title={turns(speaker.turns)}>{speaker.turns}</span>,
  };
}

function CaseEnd({ branch, onScope, ...state }: MenuState & Pick<OutlineProps, 'onScope'> & { branch: OutlineBranch }) {
  const { language } = useLanguage();
  return (
    <>
      {branch.owner ? <CaseMenu {...state} branch={branch} onShow={(id) => onScope({ kind: 'case', id })} /> : null}
      <span title={corpusText[language].sources(branch.sources.length)}>{formatNumber(language, branch.sources.length)}</span>
    </>
  );
}

/** Of a part, where it is; of a whole source, how often it is coded. */
function SourceEnd({ outlined: { source, parts } }: { outlined: OutlineSource }) {
  const { language } = useLanguage();
  const links = corpusLinksText[language];
  const places = parts.map(partPlace);
  if (places.length > 0) return <span title={places.join(', ')}>{places.length === 1 ? places[0] : links.partsCount(places.length)}</span>;
  return <span title={corpusText[language].codings(source.codings)}>{source.codings > 0 ? formatNumber(language, source.codings) : '–'}</span>;
}

/** Cases stand open and sources folded, until somebody says otherwise; a case that has just been added shows its sources. */
function useFolding() {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  // a source's key names its case too
  const standsOpen = (key: string) => !key.includes(' ');
  return {
    isUnfolded: (key: string) => standsOpen(key) !== turned.has(key),
    onUnfold: (key: string, isOpen: boolean) =>
      setTurned((before) => new Set(isOpen === standsOpen(key) ? [...before].filter((other) => other !== key) : [...before, key])),
  };
}

/** A right click, Shift+F10 or the menu key on a row opens the row's own menu. */
function openRowMenu(event: MouseEvent, onOpen: (key: string) => void): void {
  const key =
    event.target instanceof Element ? event.target.closest('[role="row"]')?.querySelector<HTMLElement>('[data-menu]')?.dataset['menu'] : undefined;
  if (key === undefined) return;
  event.preventDefault();
  onOpen(key);
}

interface RowMenuProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  rowKey: string;
  name: string;
  children: ReactNode;
}

function RowMenu({ isOpen, onOpenChange, rowKey, name, children }: RowMenuProps): ReactElement {
  const text = useText(corpusText);
  return (
    <span data-menu={rowKey} className="corpus-tree-menu">
      <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
        <IconButton icon={MoreHorizontal} label={text.moreFor(name)} size="small" className="corpus-tree-more" />
        <AriaPopover className="popover" placement="bottom end" offset={4}>
          <AriaMenu className="list" aria-label={text.moreFor(name)}>
            {children}
          </AriaMenu>
        </AriaPopover>
      </MenuTrigger>
    </span>
  );
}

interface MenuState {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  isReadOnly: boolean;
}

function CaseMenu({
  branch,
  isReadOnly,
  onShow,
  ...state
}: MenuState & { branch: OutlineBranch; onShow: (id: NonNullable<OutlineBranch['owner']>['id']) => void }) {
  const text = useText(corpusText);
  const { showSources } = useText(corpusLinksText);
  const { removeCase } = useRemovals();
  const { go } = useNavigation();
  const historyWords = useText(historyText);
  const { owner } = branch;
  if (!owner) return null;
  return (
    <RowMenu {...state} rowKey={branch.key} name={owner.name}>
      <MenuItem label={showSources} onAction={() => onShow(owner.id)} />
      <MenuItem label={historyWords.objectLink} onAction={() => go({ screen: 'history', objectId: owner.id })} />
      {isReadOnly ? null : <MenuItem label={text.removeCase} onAction={() => void removeCase(owner)} isDanger />}
    </RowMenu>
  );
}

function SourceMenu({ outlined: { key, source, parts }, caseName, isReadOnly, ...state }: MenuState & { outlined: OutlineSource; caseName: string }) {
  const text = useText(corpusText);
  const { removePart } = useText(corpusLinksText);
  const historyWords = useText(historyText);
  const { go } = useNavigation();
  const { removeSource } = useRemovals();
  const run = useRun();
  return (
    <RowMenu {...state} rowKey={key} name={source.name}>
      <MenuItem label={text.open} onAction={() => go({ screen: 'coding', sourceId: source.id })} />
      <MenuItem label={historyWords.objectLink} onAction={() => go({ screen: 'history', objectId: source.id })} />
      {isReadOnly
        ? null
        : parts.map((part) => (
            <MenuItem
              key={part.id}
              label={removePart(partPlace(part), caseName)}
              onAction={() => void run('source.removePart', { partId: part.id })}
            />
          ))}
      {isReadOnly ? null : <MenuItem label={text.remove} onAction={() => void removeSource(source)} isDanger />}
    </RowMenu>
  );
}

function AddCase() {
  const text = useText(corpusText);
  const run = useRun();
  return (
    <DialogTrigger>
      <IconButton icon={Plus} label={text.addCase} size="small" />
      <Popover label={text.addCase}>
        {(close) => (
          <NameForm
            label={text.caseName}
            action={text.add}
            onSubmit={async (name) => {
              const caseId = await run('case.create', { name });
              if (caseId !== undefined) close();
              return caseId;
            }}
          />
        )}
      </Popover>
    </DialogTrigger>
  );
}
