// What every analysis looks like: a sentence that sets it, its picture, the table behind, what is counted, files, and the passages behind.
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { captioned } from '../../shared/figure/captioned-scene.ts';
import { PX_PER_CM } from '../../shared/figure/figure-setting.ts';
import type { FigureTable } from '../../shared/figure/figure-table.ts';
import type { Scene } from '../../shared/figure/scene.ts';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { reasonText } from '../../shared/i18n/undefined.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useRun } from '../ui/use-run.ts';
import { AnalysisPicture } from './analysis-picture.tsx';
import { AnalysisTable } from './analysis-table.tsx';
import type { AnyBehind } from './behind.ts';
import { PassagesBehind } from './passages-behind.tsx';
import { WordPlacesBehind } from './words/word-places.tsx';
import { SavedSettings } from './saved-settings.tsx';
import type { SavedSetting } from './saved-setting.ts';

export interface AnalysisFrameProps<T extends object> {
  /** Of the picture and of files: `Cooccurrences`. */
  name: string;
  /** Its settings, read as a sentence whose underlined words open pickers. */
  sentence: ReactNode;
  /** What is counted, and in which unit. */
  caption: string;
  /** What readers must know: a test that does not apply, lines left out. */
  notes?: readonly string[];
  /** Undefined while it is being computed for the first time. */
  scene: Scene | Undefined | undefined;
  /** As `files` want it on paper, in light; the one shown where not given. */
  printScene?: () => Scene | Undefined;
  table: FigureTable | undefined;
  behindMark?: (key: string) => AnyBehind | null;
  /** By row and column of the table, the label column being 0. */
  behindCell?: (row: number, column: number) => AnyBehind | null;
  /** Beside the switch: sliders, choices that do not belong to the sentence. */
  tools?: ReactNode;
  saved?: SavedSetting<T>;
  /** In place of the still picture: one whose marks can be moved. */
  drawPicture?: (picture: { scene: Scene; chosenKey: string | null; onMark: (key: string) => void }) => ReactNode;
  /** Under the picture: further tables, lists. */
  children?: ReactNode;
}

type Face = 'picture' | 'table';
interface Opened {
  readonly behind: AnyBehind;
  readonly key: string;
}

/** Of a page upright, and across: what could not be read on the first takes the second. */
const PAGE_CM = [16, 25] as const;
const LEGIBLE_PT = 5;

export function AnalysisFrame<T extends object>(props: AnalysisFrameProps<T>) {
  const { name, sentence, caption, notes = [], scene, table, behindMark, behindCell, tools, saved, drawPicture, children } = props;
  const words = useText(analysesText);
  const { language } = useLanguage();
  const [face, setFace] = useState<Face>('picture');
  const [opened, setOpened] = useState<Opened | null>(null);
  const reason = isUndefined(scene) ? reasonText[language][scene.because] : null;
  const drawn = scene && !isUndefined(scene) ? scene : null;
  const still: NonNullable<typeof drawPicture> = (picture) => <AnalysisPicture {...picture} label={name} />;
  const openMark = (key: string) => {
    const behind = behindMark?.(key);
    if (behind) setOpened({ behind, key });
  };
  return (
    <div className="analysis">
      <div className="analysis-main">
        <div className="analysis-sentence">{sentence}</div>
        <div className="analysis-tools">
          <Segmented<Face>
            label={words.show}
            options={[
              { id: 'picture', label: words.picture },
              { id: 'table', label: words.table },
            ]}
            value={face}
            onChange={(next) => next && setFace(next)}
            size="small"
          />
          {tools}
          <span className="analysis-tools-end">
            {saved ? <SavedSettings saved={saved} /> : null}
            {drawn ? <FilesMenu {...props} drawn={drawn} /> : null}
          </span>
        </div>
        {reason === null ? <p className="analysis-caption">{caption}</p> : null}
        {reason === null
          ? notes.map((note) => (
              <p key={note} className="analysis-warning">
                {note}
              </p>
            ))
          : null}
        {reason === null ? null : <EmptyState title={reason} />}
        {drawn && face === 'picture' ? (drawPicture ?? still)({ scene: drawn, chosenKey: opened?.key ?? null, onMark: openMark }) : null}
        {drawn && table && face === 'table' ? (
          <AnalysisTable table={table} name={name} behindCell={behindCell} onOpen={(behind) => setOpened({ behind, key: '' })} />
        ) : null}
        {reason === null ? children : null}
      </div>
      {opened ? <Behind key={`${opened.key} ${opened.behind.title}`} behind={opened.behind} onClose={() => setOpened(null)} /> : null}
    </div>
  );
}

function Behind({ behind, onClose }: { behind: AnyBehind; onClose: () => void }) {
  return 'places' in behind ? <WordPlacesBehind behind={behind} onClose={onClose} /> : <PassagesBehind behind={behind} onClose={onClose} />;
}

function FilesMenu<T extends object>(props: AnalysisFrameProps<T> & { drawn: Scene }) {
  const { name, caption, notes = [], table, printScene, drawn } = props;
  const words = useText(analysesText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const hand = (file: Parameters<typeof saveFile>[0] | undefined) => {
    if (!file) return;
    saveFile(file);
    notify({ text: words.saved(file.fileName), kind: 'done' });
  };
  const picture = async (format: 'svg' | 'png' | 'pdf') => {
    const scene = printScene?.() ?? drawn;
    if (isUndefined(scene)) return;
    // with it come the figures of matrices, which an analysis does without
    const { printedSize } = await import('../../shared/figure/matrix-figure.ts');
    const widthCm = PAGE_CM.find((cm) => printedSize(scene, cm).smallestPt >= LEGIBLE_PT) ?? PAGE_CM[1];
    const whole = captioned(scene, { name, said: [caption, ...notes], widthOnPaper: widthCm * PX_PER_CM });
    hand(await run('picture.write', { scene: plain(whole), format, title: name, language, widthCm }));
  };
  const sheet = async (format: 'xlsx' | 'csv') => {
    if (!table) return;
    const said = [caption, ...notes].filter(Boolean).join(' ');
    hand(await run('table.write', { table: plain(table), format, title: name, caption: said, language }));
  };
  return (
    <Menu
      label={words.files}
      trigger={
        <Button size="small">
          <Download size={14} strokeWidth={1.75} aria-hidden />
          {words.files}
        </Button>
      }
    >
      {(['svg', 'png', 'pdf'] as const).map((format) => (
        <MenuItem key={format} label={words.writeAs[format]} onAction={() => void picture(format)} />
      ))}
      {(['xlsx', 'csv'] as const).map((format) => (
        <MenuItem key={format} label={words.writeAs[format]} isDisabled={!table} onAction={() => void sheet(format)} />
      ))}
    </Menu>
  );
}

/** Read-only lists and what only the window needs of marks do not travel. */
// oxlint-disable-next-line typescript/no-explicit-any
function plain(value: Scene | FigureTable): any {
  return JSON.parse(JSON.stringify(value));
}
