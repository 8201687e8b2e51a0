// Giving all that is found a category: which, what it would do, who is left out; then one act.
import { X } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { fullPath } from '../../shared/domain/category-path.ts';
import type { CategoryId, PassageId } from '../../shared/domain/ids.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

/** The category that is about to be given, and the passages left out by hand. */
export interface CodingInHand {
  readonly categoryId: CategoryId;
  readonly name: string;
  readonly excluded: ReadonlySet<PassageId>;
}

export function withTicked(coding: CodingInHand, id: PassageId): CodingInHand {
  const excluded = new Set(coding.excluded);
  if (!excluded.delete(id)) excluded.add(id);
  return { ...coding, excluded };
}

/** Chooses the category. */
export function CodeButton({ frame, isDisabled, onCoding }: { frame: ProjectFrame; isDisabled: boolean; onCoding: (coding: CodingInHand) => void }) {
  const words = useText(retrievalText);
  const [text, setText] = useState('');
  const all = frame.codebook.flatMap((grid) => grid.categories.map((category) => ({ category, path: fullPath(grid, category) })));
  return (
    <DialogTrigger>
      <Button size="small" isDisabled={isDisabled || all.length === 0}>
        {words.code}
      </Button>
      <Popover label={words.codeWith} placement="bottom end">
        {(close) => (
          <div className="retrieval-form">
            <ComboBox
              label={words.codeWith}
              hint={words.codeHint}
              options={all.map(({ category, path }) => ({ id: category.id, label: category.name, detail: path }))}
              picked={null}
              text={text}
              onPick={(id) => {
                const found = all.find(({ category }) => category.id === id)?.category;
                if (found) onCoding({ categoryId: found.id, name: found.name, excluded: new Set() });
                close();
              }}
              onText={setText}
            />
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}

interface PreviewProps {
  expression: string;
  coding: CodingInHand;
  onDone: () => void;
}

/** Says what would be done before it is done. */
export function CodingPreview({ expression, coding, onDone }: PreviewProps) {
  const words = useText(retrievalText);
  const run = useRun();
  const notify = useNotify();
  const { categoryId, name, excluded } = coding;
  const asked = { expression, categoryId, excluded: [...excluded] };
  const { data } = useQuery('retrieval.previewCoding', asked);
  const toCode = data ? data.passages - data.known : 0;
  const code = async () => {
    const done = await run('retrieval.code', asked);
    if (!done) return;
    notify({ text: words.coded(done.passages - done.known, name), kind: 'done' });
    onDone();
  };
  return (
    <div className="retrieval-coding" role="group" aria-label={words.codeWith}>
      <p role="status">{data ? `${words.wouldCode(toCode, name)}${words.known(data.known)}${words.left(excluded.size)}.` : words.counting}</p>
      <Button size="small" variant="primary" isDisabled={toCode === 0} onPress={() => void code()}>
        {words.codeNow(toCode)}
      </Button>
      <IconButton icon={X} size="small" label={words.stop} onPress={onDone} />
    </div>
  );
}
