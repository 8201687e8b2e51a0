// The corpus as an outline: cases, the sources or parts that belong to them, and who speaks in these; narrowed to a group of cases.
import { FileText, MoreHorizontal, Plus, User } from 'lucide-react';
import { useState } from 'react';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { DialogTrigger, Menu as AriaMenu, MenuTrigger, Popover as AriaPopover } from 'react-aria-components';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Participant } from '../../shared/domain/corpus.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { MenuItem } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Tree, TreeRow } from '../ui/tree.tsx';
import { useRun } from '../ui/use-run.ts';
import { partPlace } from './corpus-model.ts';
import type { Scope } from './corpus-model.ts';
import { GroupFilter } from './group-filter.tsx';
import { NameForm } from './name-form.tsx';
import { outlineBranches } from './outline-model.ts';
import type { OutlineBranch, OutlineSource } from './outline-model.ts';
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
  const branches = outlineBranches(corpus, group);
  const unfolding = useUnfolding(branches);
  const [menuAt, setMenuAt] = useState<string | null>(null);
  const menu = (key: string) => ({ isOpen: menuAt === key, onOpenChange: (isOpen: boolean) => setMenuAt(isOpen ? key : null) });
  return (
    <div className="corpus-outline" onContextMenu={(event) => openRowMenu(event, setMenuAt)}>
      <SectionTitle level={2} end={isReadOnly ? formatNumber(language, corpus.sources.length) : <AddCase />}>
        {text.outline}
      </SectionTitle>
      <GroupFilter corpus={corpus} isReadOnly={isReadOnly} scope={group} onScope={onScope} />
      <Tree aria-label={text.casesAndSources} className="corpus-tree" {...unfolding.props}>
        {branches.map((branch) => (
          <TreeRow
            key={branch.key}
            id={branch.key}
            text={branch.owner?.name ?? text.noCase}
            label={
              branch.owner ? <CaseChip name={branch.owner.name} position={branch.owner.position} /> : <span className="quiet">{text.noCase}</span>
            }
            end={
              <>
                {branch.owner ? (
                  <CaseMenu {...menu(branch.key)} branch={branch} isReadOnly={isReadOnly} onShow={(id) => onScope({ kind: 'case', id })} />
                ) : null}
                <span title={text.sources(branch.sources.length)}>{formatNumber(language, branch.sources.length)}</span>
              </>
            }
            onAction={() => branch.owner && onScope({ kind: 'case', id: branch.owner.id })}
          >
            {branch.sources.map((outlined) => (
              <TreeRow
                key={outlined.key}
                id={outlined.key}
                text={`${outlined.source.name} ${outlined.parts.map(partPlace).join(', ')}`.trim()}
                label={<span title={outlined.source.name}>{outlined.source.name}</span>}
                before={<FileText size={13} strokeWidth={1.5} className="corpus-tree-icon" aria-hidden />}
                end={
                  <>
                    <SourceMenu {...menu(outlined.key)} outlined={outlined} caseName={branch.owner?.name ?? ''} isReadOnly={isReadOnly} />
                    <SourceEnd outlined={outlined} />
                  </>
                }
                onAction={() => go({ screen: 'coding', sourceId: outlined.source.id })}
              >
                {speakerRows(outlined, unfolding.isOpen(outlined.key), corpus, onShowParticipant, text.turns)}
              </TreeRow>
            ))}
          </TreeRow>
        ))}
      </Tree>
    </div>
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

/** Under a folded source the first alone, which says that it can be unfolded: a corpus has thousands. */
function speakerRows(
  outlined: OutlineSource,
  isOpen: boolean,
  corpus: Corpus,
  onShow: (participant: Participant) => void,
  turns: (n: number) => string,
) {
  return outlined.speakers.slice(0, isOpen ? undefined : 1).map((speaker) => {
    const person = corpus.participants.find(({ id }) => id === speaker.participantId);
    return (
      <TreeRow
        key={`${outlined.key} ${speaker.id}`}
        id={`${outlined.key} ${speaker.id}`}
        text={speaker.label}
        label={
          <span className={person?.isInterviewer ? 'quiet' : undefined} title={person?.name}>
            {speaker.label}
            {person && person.name !== speaker.label ? <span className="corpus-tree-place">{person.name}</span> : null}
          </span>
        }
        before={<User size={12} strokeWidth={1.5} className="corpus-tree-icon" aria-hidden />}
        end={<span title={turns(speaker.turns)}>{speaker.turns}</span>}
        onAction={() => person && onShow(person)}
      />
    );
  });
}

/** Cases stand open and sources folded, until somebody says otherwise; a case that has just been added shows its sources. */
function useUnfolding(branches: readonly OutlineBranch[]) {
  const [foldedCases, setFoldedCases] = useState<ReadonlySet<string>>(new Set());
  const [openSources, setOpenSources] = useState<ReadonlySet<string>>(new Set());
  const cases = branches.map(({ key }) => key);
  const sources = branches.flatMap((branch) => branch.sources.map(({ key }) => key));
  return {
    isOpen: (key: string) => openSources.has(key),
    props: {
      expandedKeys: [...cases.filter((key) => !foldedCases.has(key)), ...sources.filter((key) => openSources.has(key))],
      onExpandedChange: (expanded: ReadonlySet<string | number>) => {
        setFoldedCases(new Set(cases.filter((key) => !expanded.has(key))));
        setOpenSources(new Set(sources.filter((key) => expanded.has(key))));
      },
    },
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
