// Autocoding: the rule as a sentence, all that it finds in context, the act; kept rules and tables on the left.
import { Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { RuleCard, RuleFind } from '../../shared/domain/coding-rule.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import type { FindKind } from '../../shared/i18n/autocode.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf as failureSentence } from '../ui/use-run.ts';
import { Workspace } from '../ui/workspace.tsx';
import './autocode.css';
import { HitList } from './hit-list.tsx';
import { RuleFoot } from './rule-foot.tsx';
import { emptyFind, keepDraft, keptDraft, ruleOf, withFind } from './rule-in-hand.ts';
import type { RuleDraft } from './rule-in-hand.ts';
import { RulesPanel } from './rules-panel.tsx';
import { SentenceBar } from './sentence-bar.tsx';
import type { Frame, Slot } from './sentence.ts';
import { Start } from './start.tsx';
import { CodingTableView } from '../coding-table/coding-table-view.tsx';
import { tickedIn } from './ticks.ts';
import { useApply } from './use-apply.ts';
import { usePreview } from './use-preview.ts';
import type { Preview } from './use-preview.ts';

export function AutocodeScreen() {
  const { project } = useProject();
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: guides } = useQuery('guide.list', {});
  const { data: rules } = useQuery('autocode.rules', {});
  const frame = useMemo(() => (corpus && codebook && guides ? { corpus, codebook, guides } : null), [corpus, codebook, guides]);
  if (!project || !frame || !rules) return null;
  return <OneRule key={project.id} projectId={project.id} isReadOnly={project.isReadOnly} frame={frame} rules={rules} />;
}

interface OneRuleProps {
  projectId: string;
  isReadOnly: boolean;
  frame: Frame;
  rules: readonly RuleCard[];
}

/** The rule in hand, begun with the category or the words that the way here named. */
function useDraft(projectId: string): readonly [RuleDraft, (draft: RuleDraft) => void] {
  const { place, adjust } = useNavigation();
  const [draft, setDraft] = useState(() => keptDraft(projectId));
  const keep = (next: RuleDraft) => {
    keepDraft(projectId, next);
    setDraft(next);
  };
  const { categoryId, words } = place;
  useEffect(() => {
    if (categoryId === undefined && words === undefined) return;
    // once taken up, the address says it no longer: coming back from the reader finds the rule as it was left
    adjust({ screen: 'autocode' });
    setDraft((before) => {
      const begun = { ...before, ruleId: null, categoryIds: categoryId === undefined ? before.categoryIds : [categoryId as CategoryId] };
      const find: RuleFind | null = words === undefined ? begun.find : { kind: 'text', words, mode: 'phrase' };
      const next = find === null ? begun : withFind(begun, find);
      keepDraft(projectId, next);
      return next;
    });
  }, [categoryId, words, adjust, projectId]);
  return [draft, keep];
}

function OneRule({ projectId, isReadOnly, frame, rules }: OneRuleProps) {
  const text = useText(autocodeText);
  const { place, adjust } = useNavigation();
  const [kept, setDraft] = useDraft(projectId);
  // a rule that was taken back or removed goes on as a search
  const draft = rules.some(({ id }) => id === kept.ruleId) ? kept : { ...kept, ruleId: null };
  const [opens, setOpens] = useState<Slot | null>(null);
  const isTable = place.view === 'table';
  const showTable = () => adjust({ screen: 'autocode', view: 'table' });
  const showRule = (next: RuleDraft) => {
    setOpens(null);
    setDraft(next);
    if (isTable) adjust({ screen: 'autocode' });
  };
  const begin = (kind: FindKind) => {
    setOpens('find');
    setDraft(withFind(draft, emptyFind(kind)));
  };
  const { find } = draft;
  return (
    <Workspace
      name="autocode"
      leftLabel={text.rules}
      contentLabel={text.screen}
      defaults={{ leftWidth: 264 }}
      left={<RulesPanel rules={rules} frame={frame} draft={draft} isReadOnly={isReadOnly} isTable={isTable} onDraft={showRule} onTable={showTable} />}
    >
      <h1 className="visually-hidden">{text.screen}</h1>
      {isTable ? (
        <CodingTableView onBack={() => adjust({ screen: 'autocode' })} />
      ) : find === null ? (
        <Start onKind={begin} onTable={isReadOnly ? null : showTable} />
      ) : (
        <RuleView draft={{ ...draft, find }} frame={frame} rules={rules} isReadOnly={isReadOnly} opens={opens} onDraft={setDraft} />
      )}
    </Workspace>
  );
}

interface RuleViewProps extends Omit<OneRuleProps, 'projectId'> {
  draft: RuleDraft & { find: RuleFind };
  opens: Slot | null;
  onDraft: (draft: RuleDraft) => void;
}

function RuleView({ draft, frame, rules, isReadOnly, opens, onDraft }: RuleViewProps) {
  const rule = ruleOf(draft);
  const preview = usePreview(rule, draft.ruleId);
  const card = rules.find(({ id }) => id === draft.ruleId);
  const { apply, usualName } = useApply({ draft, frame, preview, onDraft });
  const { language } = useLanguage();
  const { found, hits, failure } = preview;
  const problem = failure && failure.code !== 'job.cancelled' ? failureSentence(failure, language) : null;
  const ticked = found?.sources.reduce((sum, source) => sum + tickedIn(draft.ticks, source, hits.get(source.sourceId)), 0) ?? 0;
  return (
    <div className="autocode">
      <SentenceBar draft={draft} frame={frame} onChange={onDraft} problem={problem} opens={opens} />
      <Results draft={draft} preview={preview} isReadOnly={isReadOnly} onDraft={onDraft} />
      {found && found.total > 0 ? (
        <RuleFoot
          found={found}
          draft={draft}
          card={card}
          ticked={ticked}
          isReadOnly={isReadOnly}
          isReady={preview.isFresh && preview.searching === null}
          usualName={usualName}
          onDraft={onDraft}
          onApply={() => void apply()}
        />
      ) : null}
    </div>
  );
}

interface ResultsProps {
  draft: RuleViewProps['draft'];
  preview: Preview;
  isReadOnly: boolean;
  onDraft: (draft: RuleDraft) => void;
}

function Results({ draft, preview, isReadOnly, onDraft }: ResultsProps) {
  const text = useText(autocodeText);
  const { language } = useLanguage();
  const { found, hits, failure, searching, load, cancel, refresh } = preview;
  if (searching)
    return (
      <div className="autocode-searching">
        <ProgressBar
          label={text.searching}
          done={searching.done}
          total={searching.total}
          {...(searching.total > 0 ? { valueText: text.searchingIn(searching.done, searching.total) } : {})}
        />
        <Button onPress={cancel}>{text.cancel}</Button>
      </div>
    );
  if (failure) {
    const isCancelled = failure.code === 'job.cancelled';
    return (
      <div className="autocode-failure" role="alert">
        <p>{isCancelled ? text.cancelled : failureSentence(failure, language)}</p>
        {isCancelled ? <Button onPress={refresh}>{text.again}</Button> : null}
      </div>
    );
  }
  if (!found) return <div className="autocode-results" />;
  if (found.total === 0) return <EmptyState icon={Search} title={text.nothingFound} text={text.nothingFoundTexts[draft.find.kind]} />;
  return (
    <div className="autocode-results">
      <HitList
        // found anew with other hits, groups are unfolded anew
        key={found.print}
        sources={found.sources}
        hits={hits}
        ticks={draft.ticks}
        isReadOnly={isReadOnly}
        onTicks={(ticks) => onDraft({ ...draft, ticks })}
        onLoad={load}
      />
    </div>
  );
}
