// What the screens of tables share: they wait for the project, and say what is missing when there is nothing to cross.
import type { ComponentType, ReactNode } from 'react';
import { useMemo } from 'react';
import { FileQuestion } from 'lucide-react';
import { COUNT_UNITS } from '../../../shared/domain/crosstab.ts';
import type { CountUnit } from '../../../shared/domain/crosstab.ts';
import { EVERYTHING } from '../../../shared/domain/relation.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import { tablesText } from '../../../shared/i18n/tables.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useProjectFrame } from '../project-frame.ts';
import { CodingWords } from '../relations/scope-words.tsx';
import { ChoiceWord, Said } from '../sentence.tsx';
import { AxisWord, firstCrossing } from './axis-word.tsx';
import './tables.css';

export interface TableScreenProps {
  frame: ProjectFrame;
  first: { readonly rows: AxisSpec; readonly columns: AxisSpec };
}

export interface SentenceProps<T> {
  frame: ProjectFrame;
  setting: T;
  change: (changes: Partial<T>) => void;
}

/** The screen once the project is known. */
export function WhenKnown({ Screen }: { Screen: ComponentType<TableScreenProps> }) {
  const frame = useProjectFrame();
  const { language } = useLanguage();
  const first = useMemo(() => frame && firstCrossing(frame), [frame]);
  if (!frame) return null;
  return first ? <Screen frame={frame} first={first} /> : <EmptyState icon={FileQuestion} title={reasonText[language].empty} />;
}

interface Crossed {
  readonly rows: AxisSpec;
  readonly columns: AxisSpec;
  readonly unit: CountUnit;
}

/** « Croiser … avec … en comptant des passages » */
export function CrossedWords({ frame, setting, change }: SentenceProps<Crossed>) {
  const words = useText(tablesText);
  return (
    <>
      {words.cross} <AxisWord label={words.row} axis={setting.rows} frame={frame} onChange={(rows) => change({ rows })} />
      <Said>{words.with}</Said>
      <AxisWord label={words.column} axis={setting.columns} frame={frame} onChange={(columns) => change({ columns })} />
      <Said>{words.counting}</Said>
      <UnitWord value={setting.unit} onChange={(unit) => change({ unit })} />
    </>
  );
}

export function UnitWord({ value, onChange }: { value: CountUnit; onChange: (unit: CountUnit) => void }) {
  const words = useText(tablesText);
  const options = COUNT_UNITS.map((id) => ({ id, label: words.units[id], hint: words.unitHints[id] }));
  return <ChoiceWord label={words.unit} options={options} value={value} onChange={onChange} />;
}

interface Codings {
  readonly coderIds: CoderId[] | null;
  readonly where: string[];
}

interface CodedProps {
  setting: Codings;
  onChange: (changes: Partial<Codings>) => void;
  /** How the sentence goes on. */
  children?: ReactNode;
}

/** « codées par … là où … », and the end of the sentence */
export function CodedWords({ setting, onChange, children }: CodedProps) {
  const words = useText(tablesText);
  return (
    <CodingWords
      by={words.codedBy}
      scope={{ ...EVERYTHING, coderIds: setting.coderIds, where: setting.where }}
      onChange={({ coderIds, where }) => onChange({ ...(coderIds === undefined ? {} : { coderIds }), ...(where === undefined ? {} : { where }) })}
    >
      {children}
    </CodingWords>
  );
}

/** A small table under the picture: a head and lines of words and figures. */
export function SideTable({
  title,
  note,
  heads,
  lines,
}: {
  title: string;
  note?: string;
  heads: readonly string[];
  lines: readonly (readonly string[])[];
}) {
  return (
    <section className="tables-side">
      <h2>{title}</h2>
      {note ? <p className="quiet">{note}</p> : null}
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name = '', ...values], at) => (
            <tr key={`${at} ${name}`}>
              <th scope="row">{name}</th>
              {values.map((value, column) => (
                <td key={heads[column + 1] ?? column}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
