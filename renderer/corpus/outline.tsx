// The corpus as an outline: cases, and their sources below them.
import { FileText, MoreHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Tree, TreeRow } from '../ui/tree.tsx';
import { useRun } from '../ui/use-run.ts';
import { outlineBranches } from './corpus-model.ts';
import type { OutlineBranch } from './corpus-model.ts';
import { NameForm } from './name-form.tsx';
import { useRemovals } from './use-removals.ts';

const NO_CASE = 'no-case';

interface OutlineProps {
  corpus: Corpus;
  isReadOnly: boolean;
  onShowCase: (caseId: CaseId) => void;
}

export function Outline({ corpus, isReadOnly, onShowCase }: OutlineProps) {
  const { language } = useLanguage();
  const text = corpusText[language];
  const { go } = useNavigation();
  const branches = outlineBranches(corpus);
  // What is folded is kept, not what is open: a case that has just been added shows its sources.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const keys = branches.map(branchKey);
  return (
    <div className="corpus-outline">
      <SectionTitle level={2} end={isReadOnly ? formatNumber(language, corpus.sources.length) : <AddCase />}>
        {text.outline}
      </SectionTitle>
      <Tree
        aria-label={text.casesAndSources}
        className="corpus-tree"
        expandedKeys={keys.filter((key) => !folded.has(key))}
        onExpandedChange={(expanded) => setFolded(new Set(keys.filter((key) => !expanded.has(key))))}
      >
        {branches.map((branch) => (
          <TreeRow
            key={branchKey(branch)}
            id={branchKey(branch)}
            text={branch.owner?.name ?? text.noCase}
            label={
              branch.owner ? <CaseChip name={branch.owner.name} position={branch.owner.position} /> : <span className="quiet">{text.noCase}</span>
            }
            end={
              <>
                {branch.owner && !isReadOnly ? <CaseMenu branch={branch} onShowCase={onShowCase} /> : null}
                <span title={text.sources(branch.sources.length)}>{formatNumber(language, branch.sources.length)}</span>
              </>
            }
            onAction={() => branch.owner && onShowCase(branch.owner.id)}
          >
            {branch.sources.map((source) => (
              <TreeRow
                key={source.id}
                id={`${branchKey(branch)} ${source.id}`}
                text={source.name}
                before={<FileText size={13} strokeWidth={1.5} className="corpus-tree-icon" aria-hidden />}
                end={<span title={text.codings(source.codings)}>{source.codings > 0 ? formatNumber(language, source.codings) : '–'}</span>}
                onAction={() => go({ screen: 'coding', sourceId: source.id })}
              />
            ))}
          </TreeRow>
        ))}
      </Tree>
    </div>
  );
}

function branchKey(branch: OutlineBranch): string {
  return branch.owner?.id ?? NO_CASE;
}

function CaseMenu({ branch, onShowCase }: { branch: OutlineBranch; onShowCase: (caseId: CaseId) => void }) {
  const text = corpusText[useLanguage().language];
  const { removeCase } = useRemovals();
  const { owner } = branch;
  if (!owner) return null;
  return (
    <Menu
      trigger={<IconButton icon={MoreHorizontal} label={text.moreFor(owner.name)} size="small" className="corpus-tree-more" />}
      label={text.moreFor(owner.name)}
      placement="bottom end"
    >
      <MenuItem label={text.open} onAction={() => onShowCase(owner.id)} />
      <MenuItem label={text.removeCase} onAction={() => void removeCase(owner)} isDanger />
    </Menu>
  );
}

function AddCase() {
  const text = corpusText[useLanguage().language];
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
