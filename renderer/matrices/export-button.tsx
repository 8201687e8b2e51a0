// Takes the matrix on screen out of the program: for the thesis, a spreadsheet, a page, a figure.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger, Form } from 'react-aria-components';
import { FIGURES, MATRIX_FORMATS } from '../../shared/contract/matrix.ts';
import type { FigureKind, MatrixFormat } from '../../shared/contract/matrix.ts';
import { comparableCases } from '../../shared/domain/compare-cases.ts';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import type { Session } from './session.ts';

interface ExportProps {
  table: MatrixTable;
  definition: MatrixDefinition;
  session: Session;
  /** Title at first. */
  name: string;
}

/** The contract compares at most so many cases in one export. */
const MOST_COMPARED = 12;

export function ExportButton(props: ExportProps) {
  const words = useText(matricesText);
  return (
    <DialogTrigger>
      <Button variant="primary">
        <Download size={15} strokeWidth={1.75} aria-hidden />
        {words.export}
      </Button>
      <Popover label={words.exportTitle} placement="bottom end">
        {(close) => <ExportForm {...props} onDone={close} />}
      </Popover>
    </DialogTrigger>
  );
}

function ExportForm({ table, definition, session, name, onDone }: ExportProps & { onDone: () => void }) {
  const words = useText(matricesText);
  const run = useRun();
  const notify = useNotify();
  const [format, setFormat] = useState<MatrixFormat>(session.view === 'figure' ? 'svg' : 'docx');
  const [title, setTitle] = useState(name);
  const [figure, setFigure] = useState<FigureKind>(session.figure);
  const [compares, setCompares] = useState(session.view === 'compare');
  const [isBusy, setIsBusy] = useState(false);

  const { comparedCases } = session;
  const cases = comparableCases(table).filter(({ key }) => comparedCases === null || comparedCases.includes(key));
  const canCompare = cases.length > 1 && cases.length <= MOST_COMPARED;
  const isFigure = format === 'svg' || format === 'png';
  const figures = FIGURES.filter((kind) => kind !== 'toolsByCase' || canCompare);
  const shownFigure = figures.find((kind) => kind === figure) ?? 'bubble';
  const needsCases = isFigure ? shownFigure === 'toolsByCase' : compares;

  const exportNow = async () => {
    setIsBusy(true);
    const file = await run('matrix.export', {
      definition,
      title: title.trim(),
      format,
      figure: isFigure ? shownFigure : null,
      compareCaseKeys: needsCases && canCompare ? cases.map(({ key }) => key) : null,
    });
    setIsBusy(false);
    if (!file) return;
    saveFile(file);
    notify({ text: words.exported(file.fileName), kind: 'done' });
    onDone();
  };

  return (
    <Form
      className="matrices-export"
      onSubmit={(event) => {
        event.preventDefault();
        void exportNow();
      }}
    >
      <Select
        label={words.formatLabel}
        options={MATRIX_FORMATS.map((id) => ({ id, label: words.formats[id] }))}
        value={format}
        onChange={setFormat}
      />
      <TextField label={words.exportName} value={title} onChange={setTitle} maxLength={300} />
      {isFigure ? (
        <Select
          label={words.exportFigure}
          options={figures.map((id) => ({ id, label: words.figures[id].name }))}
          value={shownFigure}
          onChange={setFigure}
        />
      ) : canCompare ? (
        <Checkbox isSelected={compares} onChange={setCompares}>
          {words.exportCompare(cases.map(({ label }) => label))}
        </Checkbox>
      ) : null}
      <div className="matrices-form-acts">
        <Button variant="primary" type="submit" isPending={isBusy} isDisabled={title.trim() === ''}>
          {words.exportRun}
        </Button>
      </div>
    </Form>
  );
}
