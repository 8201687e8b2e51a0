// What a merge brings, by kind of thing and by coder.
import type { MergePreview } from '../../shared/domain/merge.ts';
import { mergeText } from '../../shared/i18n/merge.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { useLanguage, useText } from '../ui/language.tsx';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export function MergeCounts({ preview }: { preview: MergePreview }) {
  const text = useText(mergeText);
  const lines = preview.counts.map(({ table, ...count }) => ({ key: table, label: text.table(table), ...count }));
  const coders = preview.coders.map(({ name, ...count }) => ({ key: name, label: name, ...count }));
  return (
    <div className="merge-counts">
      <Counts title={text.comes} lines={gathered(lines)} />
      {coders.length > 0 ? <Counts title={text.byCoder} lines={coders} /> : null}
    </div>
  );
}

/** Lines of one label are one line: small things that people have no word for. */
function gathered(lines: readonly Line[]): Line[] {
  const byLabel = new Map<string, Line>();
  for (const line of lines) {
    const { added, changed, removed } = byLabel.get(line.label) ?? { added: 0, changed: 0, removed: 0 };
    byLabel.set(line.label, { ...line, added: added + line.added, changed: changed + line.changed, removed: removed + line.removed });
  }
  return [...byLabel.values()];
}

function Counts({ title, lines }: { title: string; lines: readonly Line[] }) {
  const text = useText(mergeText);
  const { language } = useLanguage();
  const number = (value: number) => (value === 0 ? '' : formatNumber(language, value));
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <table className="merge-table">
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.added}</th>
            <th scope="col">{text.changed}</th>
            <th scope="col">{text.removed}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, added, changed, removed }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{number(added)}</td>
              <td>{number(changed)}</td>
              <td>{number(removed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
