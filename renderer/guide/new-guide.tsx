// The two ways in which a guide comes to be: empty, to write or paste into; or out of a file.
import { FileUp, Plus } from 'lucide-react';
import { useCallback } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { GuideId } from '../../shared/domain/ids.ts';
import { READABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { base64Of } from '../import/chosen-files.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';

interface NewGuide {
  readonly make: () => Promise<void>;
  readonly read: (file: File) => Promise<void>;
}

export function useNewGuide(onMade: (guideId: GuideId) => void): NewGuide {
  const text = useText(guideText);
  const run = useRun();
  const notify = useNotify();
  const make = useCallback(async () => {
    const guideId = await run('guide.write', { guideId: null, guide: { title: text.newGuideTitle, themes: [] } });
    if (guideId !== undefined) onMade(guideId);
  }, [run, text, onMade]);
  const read = useCallback(
    async (file: File) => {
      const guide = await run('guide.readFile', { file: { name: file.name, base64: await base64Of(file) } });
      if (!guide) return;
      const questions = guide.themes.reduce((sum, theme) => sum + theme.questions.length, 0);
      if (questions === 0) {
        notify({ text: text.nothingRead, kind: 'failure' });
        return;
      }
      const guideId = await run('guide.write', { guideId: null, guide });
      if (guideId === undefined) return;
      onMade(guideId);
      notify({ text: text.guideImported(guide.title, questions), kind: 'done' });
    },
    [run, notify, text, onMade],
  );
  return { make, read };
}

export function NewGuideButtons({ onMade }: { onMade: (guideId: GuideId) => void }) {
  const text = useText(guideText);
  const { make, read } = useNewGuide(onMade);
  return (
    <div className="guide-new">
      <Button variant="primary" onPress={() => void make()}>
        <Plus size={15} aria-hidden />
        {text.newGuide}
      </Button>
      <FileTrigger
        acceptedFileTypes={[...READABLE_EXTENSIONS]}
        onSelect={(list) => {
          const file = list?.[0];
          if (file) void read(file);
        }}
      >
        <Button>
          <FileUp size={15} aria-hidden />
          {text.importFile}
        </Button>
      </FileTrigger>
    </div>
  );
}
