// What changed between two states of a grid: categories that came, went, moved or were renamed, and their texts word by word.
import type { ChangedCategory, GridComparison } from '../../shared/domain/grid-version.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookVersionsText } from '../../shared/i18n/codebook-versions.ts';
import { useText } from '../ui/language.tsx';

const PATH = ' › ';

export function VersionChanges({ comparison }: { comparison: GridComparison }) {
  const words = useText(codebookVersionsText);
  const { added, removed, changed, unchanged } = comparison;
  if (added.length + removed.length + changed.length === 0) return <p className="quiet">{words.same}</p>;
  return (
    <div className="codebook-changes">
      <p role="status">{words.summary(added.length, removed.length, changed.length, unchanged)}</p>
      <Paths title={words.added} paths={added} />
      <Paths title={words.removed} paths={removed} />
      {changed.length > 0 ? (
        <section>
          <h3>{words.changed}</h3>
          <ul>
            {changed.map((category) => (
              <Changed key={category.id} category={category} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Paths({ title, paths }: { title: string; paths: readonly (readonly string[])[] }) {
  if (paths.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {paths.map((path) => (
          <li key={path.join(PATH)}>
            <span className="quiet">{path.slice(0, -1).map((name) => `${name}${PATH}`)}</span>
            {path.at(-1)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changed({ category: { name, formerName, moved, texts, facts, places } }: { category: ChangedCategory }) {
  const words = useText(codebookVersionsText);
  const labels = useText(codebookText);
  const others = [...facts.map((fact) => words.facts[fact]), ...(places ? [words.places] : [])];
  const nameOf = (path: readonly string[]): string => path.at(-1) ?? words.top;
  return (
    <li>
      <b>{name}</b>
      {formerName === null ? null : <span className="quiet"> {words.renamed(formerName)}</span>}
      {moved ? <span className="quiet"> {words.moved(nameOf(moved.from), nameOf(moved.to))}</span> : null}
      {texts.map(({ field, pieces }) => (
        <p key={field} className="codebook-change">
          <span className="field-label">{labels[field]}</span>{' '}
          {pieces.map(({ kind, text }, at) =>
            kind === 'same' ? (
              <span key={at}>{text}</span>
            ) : kind === 'added' ? (
              <ins key={at} title={words.inserted}>
                {text}
              </ins>
            ) : (
              <del key={at} title={words.deleted}>
                {text}
              </del>
            ),
          )}
        </p>
      ))}
      {others.length > 0 ? <p className="quiet">{words.otherwise(others.join(', '))}</p> : null}
    </li>
  );
}
