// Two categories become one: choose the one that stays, read both rules side by side, then confirm.
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { Button } from '../ui/button.tsx';
import { useSaidKeys } from '../frame/said-keys.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import type { Choose } from './chosen.ts';
import { mergeCandidates } from './merge-candidates.ts';
import type { Candidate } from './merge-candidates.ts';

interface MergeViewProps {
  codebook: Codebook;
  grid: Grid;
  category: Category;
  onChoose: Choose;
  onClose: () => void;
}

export function MergeView({ codebook, grid, category, onChoose, onClose }: MergeViewProps) {
  const words = useText(codebookText);
  const run = useRun();
  const notify = useNotify();
  const said = useSaidKeys();
  const [query, setQuery] = useState('');
  const [intoId, setIntoId] = useState<string | null>(null);
  const all = useMemo(() => mergeCandidates(codebook, grid, category, ''), [codebook, grid, category]);
  const shown = useMemo(() => mergeCandidates(codebook, grid, category, query), [codebook, grid, category, query]);
  const into = all.find((candidate) => candidate.category.id === intoId) ?? null;
  const children = grid.categories.filter(({ parentId }) => parentId === category.id).length;

  const merge = async () => {
    if (!into) return;
    if ((await run('category.merge', { from: category.id, into: into.category.id })) === undefined) return;
    onChoose(into.grid.id, into.category.id);
    notify({ text: words.merged(category.name, into.category.name), kind: 'done' });
  };
  return (
    <article className="codebook-card codebook-merge" aria-label={words.mergeTitle(category.name)}>
      <h2>{words.mergeTitle(category.name)}</h2>
      <TextField label={words.mergeFilter} hidesLabel placeholder={words.mergeFilter} value={query} onChange={setQuery} autoFocus />
      {children > 0 ? <p className="field-hint">{words.mergeOnlyGrid}</p> : null}
      <CandidateList candidates={shown} chosenId={intoId} onChoose={setIntoId} />
      <Rules from={category} into={into?.category ?? null} />
      <footer className="codebook-merge-foot">
        <p>{into ? said(words.mergeText(category.name, into.category.name, category.codings, children)) : null}</p>
        <div className="codebook-card-acts">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!into} onPress={() => void merge()}>
            {words.mergeAction}
          </Button>
        </div>
      </footer>
    </article>
  );
}

function CandidateList({
  candidates,
  chosenId,
  onChoose,
}: {
  candidates: readonly Candidate[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}) {
  const words = useText(codebookText);
  return (
    <ListBox
      className="codebook-candidates"
      aria-label={words.mergeChoose}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChoose(String(key));
      }}
      items={candidates.map((candidate) => ({ ...candidate, id: candidate.category.id }))}
      renderEmptyState={() => <p className="codebook-note quiet">{words.noOther}</p>}
    >
      {({ category, path }) => (
        <ListBoxItem id={category.id} className="list-item codebook-candidate" textValue={category.name}>
          <Swatch color={category.color} />
          <span>{category.name}</span>
          <span className="quiet">{path}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

const FIELDS = ['definition', 'inclusion', 'exclusion', 'example'] as const;

function Rules({ from, into }: { from: Category; into: Category | null }) {
  const words = useText(codebookText);
  return (
    <table className="codebook-rules">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.rule}</span>
          </th>
          <th scope="col">
            <span className="quiet">{words.mergeFrom}</span>
            <b>
              <Swatch color={from.color} /> {from.name}
            </b>
          </th>
          <th scope="col">
            <span className="quiet">{words.mergeInto}</span>
            {into ? (
              <b>
                <Swatch color={into.color} /> {into.name}
              </b>
            ) : (
              <span className="codebook-rules-none quiet">{words.mergeNone}</span>
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map((field) => (
          <tr key={field}>
            <th scope="row">{words[field]}</th>
            <td>{from[field] || <span className="quiet">{words.noText}</span>}</td>
            <td>{into ? into[field] || <span className="quiet">{words.noText}</span> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
