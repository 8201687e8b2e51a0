// How all of one printing is set: its language, whose it is, how references name people.
import type { PrintStyle } from '../../shared/domain/print.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PrintingFrame } from './frame.ts';

interface StyleFormProps {
  style: PrintStyle;
  frame: PrintingFrame;
  onChange: (style: PrintStyle) => void;
}

export function StyleForm({ style, frame, onChange }: StyleFormProps) {
  const words = useText(printingText);
  const { reference } = style;
  const whos = [
    { id: 'label', label: words.referenceLabel },
    { id: 'nobody', label: words.referenceNobody },
    ...frame.attributes.filter(({ scope }) => scope !== 'case').map(({ id, name }) => ({ id, label: words.referenceAttribute(name) })),
  ];
  const refer = (id: string) => {
    const attribute = frame.attributes.find((each) => each.id === id);
    if (attribute) onChange({ ...style, reference: { who: 'attribute', attributeId: attribute.id } });
    else onChange({ ...style, reference: { who: id === 'nobody' ? 'nobody' : 'label' } });
  };
  /** The contract trims: what is being written keeps its spaces until it is sent. */
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return (
    <section className="printing-style">
      <SectionTitle>{words.style}</SectionTitle>
      <Segmented
        label={words.language}
        size="small"
        options={[
          { id: 'fr', label: words.languages.fr },
          { id: 'en', label: words.languages.en },
        ]}
        value={style.language}
        onChange={(language) => language && onChange({ ...style, language })}
      />
      <TextField
        label={words.author}
        hint={words.authorHint}
        value={style.author ?? ''}
        maxLength={200}
        onChange={(author) => onChange({ ...style, author: orNull(author) })}
      />
      <TextField
        label={words.sourceLine}
        hint={words.sourceLineHint}
        value={style.sourceLine ?? ''}
        maxLength={500}
        onChange={(sourceLine) => onChange({ ...style, sourceLine: orNull(sourceLine) })}
      />
      <Select label={words.reference} options={whos} value={reference.who === 'attribute' ? reference.attributeId : reference.who} onChange={refer} />
      <Checkbox isSelected={style.links} onChange={(links) => onChange({ ...style, links })}>
        {words.links}
      </Checkbox>
    </section>
  );
}
