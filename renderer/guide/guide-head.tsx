// The line above the guide: which guide, which view of it, what can be done with the whole of it.
import { Download, FileUp, MoreHorizontal, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { CORPUS_TABLE_FORMATS } from '../../shared/domain/corpus-table.ts';
import type { CorpusTableFormat } from '../../shared/domain/corpus-table.ts';
import { GUIDE_TABLES } from '../../shared/domain/guide.ts';
import type { Guide, GuideTableKind } from '../../shared/domain/guide.ts';
import type { GuideId } from '../../shared/domain/ids.ts';
import { READABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { PrintMenuItem } from '../printing/print-menu-item.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import { GUIDE_VIEWS } from './guide-place.ts';
import type { GuideView } from './guide-place.ts';
import { useNewGuide } from './new-guide.tsx';

interface GuideHeadProps {
  guide: Guide;
  guides: readonly Guide[];
  isReadOnly: boolean;
  onChoose: (guideId: GuideId) => void;
  view: GuideView;
  onView: (view: GuideView) => void;
  /** Proposals that wait for a word, in all interviews. */
  waiting: number;
}

export function GuideHead({ guide, guides, isReadOnly, onChoose, view, onView, waiting }: GuideHeadProps) {
  const text = useText(guideText);
  const label = (id: GuideView) => (id === 'matches' && waiting > 0 ? `${text.views[id]} (${text.number(waiting)})` : text.views[id]);
  return (
    <header className="guide-head">
      {guides.length > 1 ? (
        <Select
          label={text.chooseGuide}
          hidesLabel
          className="guide-choice"
          options={guides.map(({ id, title }) => ({ id, label: title }))}
          value={guide.id}
          onChange={onChoose}
        />
      ) : null}
      <Segmented
        label={text.viewsLabel}
        value={view}
        onChange={(next) => next && onView(next)}
        options={GUIDE_VIEWS.map((id) => ({ id, label: label(id) }))}
      />
      <span className="guide-tools">
        <ExportMenu guide={guide} />
        {isReadOnly ? null : <MoreMenu guide={guide} onChoose={onChoose} onView={onView} />}
      </span>
    </header>
  );
}

function ExportMenu({ guide }: { guide: Guide }) {
  const text = useText(guideText);
  const run = useRun();
  const notify = useNotify();
  const exportAs = async (what: GuideTableKind, format: CorpusTableFormat) => {
    const file = await run('guide.table', { guideId: guide.id, what, format });
    if (!file) return;
    saveFile(file);
    notify({ text: text.exported(file.fileName), kind: 'done' });
  };
  const titles = { links: text.exportLinks, coverage: text.exportCoverage };
  return (
    <Menu
      label={text.export}
      placement="bottom end"
      trigger={
        <Button>
          <Download size={14} aria-hidden />
          {text.export}
        </Button>
      }
    >
      <PrintMenuItem piece={{ kind: 'guideMap', guideId: guide.id }} />
      {GUIDE_TABLES.map((what) => (
        <MenuSection key={what} title={titles[what]}>
          {CORPUS_TABLE_FORMATS.map((format) => (
            <MenuItem key={format} label={text.formats[format]} onAction={() => void exportAs(what, format)} />
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

function MoreMenu({ guide, onChoose, onView }: { guide: Guide; onChoose: (guideId: GuideId) => void; onView: (view: GuideView) => void }) {
  const text = useText(guideText);
  const run = useRun();
  const notify = useNotify();
  const files = useRef<HTMLInputElement>(null);
  const { make, read } = useNewGuide((guideId) => {
    onChoose(guideId);
    onView('questions');
  });
  const remove = async () => {
    if ((await run('guide.remove', { guideId: guide.id })) === undefined) return;
    const action = { label: text.undo, onPress: () => void run('history.undo', {}) };
    notify({ text: text.guideRemoved(guide.title), kind: 'done', action });
  };
  return (
    <>
      <Menu label={text.more} placement="bottom end" trigger={<IconButton icon={MoreHorizontal} label={text.more} />}>
        <MenuItem icon={Plus} label={text.newGuide} onAction={() => void make()} />
        <MenuItem icon={FileUp} label={text.importFile} onAction={() => files.current?.click()} />
        <MenuSeparator />
        <MenuItem icon={Trash2} label={text.removeGuide} isDanger onAction={() => void remove()} />
      </Menu>
      <input
        ref={files}
        type="file"
        hidden
        accept={READABLE_EXTENSIONS.join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // emptied, so that the same file can be chosen again after it was mended
          event.target.value = '';
          if (file) void read(file);
        }}
      />
    </>
  );
}
