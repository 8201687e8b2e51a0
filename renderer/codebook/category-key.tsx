// The key 1 … 9 under which the acting coder has a category at hand while coding; chosen here, the key's former category gives way.
import type { Category, Codebook } from '../../shared/domain/category.ts';
import { QUICK_DIGITS } from '../../shared/domain/quick-list.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

const NONE = 'none';

export function CategoryKey({ category, isReadOnly }: { category: Category; isReadOnly: boolean }) {
  const text = useText(waysText);
  const run = useRun();
  const { data: keys = [] } = useQuery('quickKey.list', {});
  const { data: codebook } = useQuery('codebook.read', {});
  const own = keys.find(({ categoryId }) => categoryId === category.id);
  const holder = (digit: number): string | null => nameOf(codebook, keys.find((key) => key.digit === digit && key !== own)?.categoryId);
  const choose = (key: string) => {
    const digit = QUICK_DIGITS.find((each) => String(each) === key);
    if (digit !== undefined) void run('quickKey.set', { digit, categoryId: category.id });
    else if (own) void run('quickKey.set', { digit: own.digit, categoryId: null });
  };
  return (
    <Select
      className="codebook-origin"
      label={text.ownKey}
      hidesLabel
      isQuiet
      isDisabled={isReadOnly}
      options={[
        { id: NONE, label: text.noKey },
        ...QUICK_DIGITS.map((digit) => ({ id: String(digit), label: text.underDigit(digit, holder(digit)) })),
      ]}
      value={own ? String(own.digit) : NONE}
      onChange={choose}
    />
  );
}

function nameOf(codebook: Codebook | undefined, id: string | undefined): string | null {
  if (id === undefined) return null;
  return codebook?.flatMap(({ categories }) => categories).find((category) => category.id === id)?.name ?? null;
}
