// Over the results: how many there are, what can be made of them, their order and their groups.
import { ArrowDownNarrowWide, ArrowUpNarrowWide, ChevronDown } from 'lucide-react';
import type { RetrievalGroupRule } from '../../shared/domain/retrieval.ts';
import { RETRIEVAL_GROUPS, RETRIEVAL_SORTS } from '../../shared/domain/retrieval.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { openPrinting } from '../printing/printing-store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Select } from '../ui/select.tsx';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import { CodeButton, CodingPreview } from './retrieval-coding.tsx';
import type { CodingInHand } from './retrieval-coding.tsx';
import { ToMatrix, ToMemo } from './retrieval-onward.tsx';
import type { Retrieval } from './use-retrieval.ts';

interface BarProps {
  retrieval: Retrieval;
  frame: ProjectFrame;
  isReadOnly: boolean;
  coding: CodingInHand | null;
  onCoding: (coding: CodingInHand | null) => void;
}

export function RetrievalBar({ retrieval, frame, isReadOnly, coding, onCoding }: BarProps) {
  const words = useText(retrievalText);
  const { query, answer, failure } = retrieval;
  const { sort } = query;
  const isNothing = failure !== undefined || answer === undefined || answer.passages === 0;
  return (
    <>
      <div className="retrieval-bar">
        <Count retrieval={retrieval} />
        <span className="retrieval-end">
          {isReadOnly ? null : <CodeButton frame={frame} isDisabled={isNothing} onCoding={onCoding} />}
          {isReadOnly ? null : <ToMemo query={query} isDisabled={isNothing} />}
          <ToMatrix query={query} frame={frame} isReadOnly={isReadOnly} isDisabled={isNothing} />
          <ToFile retrieval={retrieval} isDisabled={isNothing} />
        </span>
      </div>
      <div className="retrieval-bar">
        <Select
          label={words.sortBy}
          hidesLabel
          isQuiet
          options={RETRIEVAL_SORTS.map((id) => ({ id, label: `${words.sort}${words.colon}${words.sorts[id]}` }))}
          value={sort.by}
          onChange={(by) => retrieval.arrange({ sort: { ...sort, by } })}
        />
        <IconButton
          icon={sort.isDescending ? ArrowUpNarrowWide : ArrowDownNarrowWide}
          size="small"
          label={sort.isDescending ? words.descending : words.ascending}
          onPress={() => retrieval.arrange({ sort: { ...sort, isDescending: !sort.isDescending } })}
        />
        <GroupSelect retrieval={retrieval} frame={frame} />
      </div>
      {coding && !isNothing ? <CodingPreview expression={query.expression} coding={coding} onDone={() => onCoding(null)} /> : null}
    </>
  );
}

/** While the query is made; names that are gone are told above, with what to do. */
function Count({ retrieval: { draft, answer, failure } }: { retrieval: Retrieval }) {
  const words = useText(retrievalText);
  const { language } = useLanguage();
  return (
    <p className="retrieval-count" role="status" aria-busy={!failure && answer?.expression !== draft.text.trim()}>
      {failure && failure.code !== 'expression.unknownNames' ? <span className="retrieval-wrong">{sentenceOf(failure, language)}</span> : null}
      {!failure && answer ? words.found(answer.passages, answer.sources, answer.cases, answer.of) : null}
      {!failure && !answer ? words.counting : null}
    </p>
  );
}

const keyOf = (group: RetrievalGroupRule): string => (group.by === 'attribute' ? `attribute:${group.attributeId}` : group.by);

function GroupSelect({ retrieval, frame }: { retrieval: Retrieval; frame: ProjectFrame }) {
  const words = useText(retrievalText);
  const plain = RETRIEVAL_GROUPS.flatMap((by) => (by === 'attribute' ? [] : [{ rule: { by } as RetrievalGroupRule, label: words.groups[by] }]));
  const attributes = frame.corpus.attributes.map(({ id, name }) => ({
    rule: { by: 'attribute', attributeId: id } as RetrievalGroupRule,
    label: words.attributeOf(name),
  }));
  const offered = [...plain, ...attributes];
  return (
    <Select
      label={words.groupBy}
      hidesLabel
      isQuiet
      options={offered.map(({ rule, label }) => ({ id: keyOf(rule), label: `${words.group}${words.colon}${label}` }))}
      value={keyOf(retrieval.query.group)}
      onChange={(key) => {
        const chosen = offered.find(({ rule }) => keyOf(rule) === key);
        if (chosen) retrieval.arrange({ group: chosen.rule });
      }}
    />
  );
}

function ToFile({ retrieval: { query }, isDisabled }: { retrieval: Retrieval; isDisabled: boolean }) {
  const words = useText(retrievalText);
  const { language } = useLanguage();
  const run = useRun();
  const where = query.expression === '' ? [] : [query.expression];
  const list = async (format: 'xlsx' | 'csv') => {
    const file = await run('retrieval.write', { query, format, language });
    if (file) saveFile(file);
  };
  return (
    <Menu
      label={words.toFile}
      placement="bottom end"
      trigger={
        <Button size="small" isDisabled={isDisabled}>
          {words.toFile}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem label={words.bookByCategory} onAction={() => openPrinting({ kind: 'quoteBook', by: 'category', gridIds: null, where })} />
      <MenuItem label={words.bookByRespondent} onAction={() => openPrinting({ kind: 'quoteBook', by: 'respondent', gridIds: null, where })} />
      <MenuItem label={words.verbatims} onAction={() => openPrinting({ kind: 'verbatims', gridIds: null, categoryIds: null, most: null, where })} />
      <MenuItem label={words.listXlsx} onAction={() => void list('xlsx')} />
      <MenuItem label={words.listCsv} onAction={() => void list('csv')} />
    </Menu>
  );
}
