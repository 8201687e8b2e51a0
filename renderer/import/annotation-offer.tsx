// The offer to keep what a Word file has in its margins: comments and highlights as codings, shown before anything is written.
import type { AnnotationChoice, AnnotationOffer as Offer } from '../../shared/domain/document-annotation.ts';
import { COMMENT_USES, HIGHLIGHT_USES, numberedHues } from '../../shared/domain/document-annotation.ts';
import { annotationsText } from '../../shared/i18n/annotations.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { TextField } from '../ui/text-field.tsx';
import './annotation-offer.css';
import { AS_FOUND, othersWithAnnotations, withAnnotations } from './import-choices.ts';
import { useImportSession } from './import-context.tsx';
import type { ImportFile, ImportState } from './import-state.ts';

interface AnnotationOfferProps {
  state: ImportState;
  file: ImportFile;
  offer: Offer;
}

export function AnnotationOffer({ state, file, offer }: AnnotationOfferProps) {
  const text = useText(annotationsText);
  const session = useImportSession();
  const choice = file.annotations ?? AS_FOUND;
  const highlights = offer.colors.reduce((sum, { count }) => sum + count, 0);
  const settle = (keys: readonly string[], next: AnnotationChoice) => session.settle((before) => withAnnotations(before, keys, next));
  const change = (part: Partial<AnnotationChoice>) => settle([file.key], { ...choice, ...part });
  const others = file.annotations ? othersWithAnnotations(state, file.key, file.annotations) : [];
  return (
    <section className="annotation-offer" aria-label={text.title}>
      {offer.comments + highlights > 0 ? <p className="annotation-offer-lead">{text.offer(offer.comments, highlights)}</p> : null}
      <div className="annotation-offer-uses">
        {offer.comments > 0 ? (
          <Select
            label={text.comments(offer.comments)}
            value={choice.comments}
            onChange={(comments) => change({ comments })}
            options={COMMENT_USES.map((id) => ({ id, label: text.commentUses[id] }))}
          />
        ) : null}
        {highlights > 0 ? (
          <Select
            label={text.highlights(highlights)}
            value={choice.highlights}
            onChange={(use) => change({ highlights: use })}
            options={HIGHLIGHT_USES.map((id) => ({ id, label: text.highlightUses[id] }))}
          />
        ) : null}
        {others.length > 0 ? (
          <Button size="small" onPress={() => settle(others, choice)}>
            {text.everywhere(others.length)}
          </Button>
        ) : null}
      </div>
      {choice.comments === 'leave' ? null : <Comments offer={offer} isMemo={choice.comments === 'memo'} />}
      {choice.highlights === 'leave' ? null : (
        <Colors offer={offer} names={choice.names ?? {}} onName={(color, name) => change({ names: named(choice.names ?? {}, color, name) })} />
      )}
      {offer.unplaced > 0 ? <p className="annotation-offer-warning">{text.unplaced(offer.unplaced)}</p> : null}
      {offer.onParagraph > 0 && choice.comments !== 'leave' ? (
        <p className="annotation-offer-warning">{text.onParagraph(offer.onParagraph)}</p>
      ) : null}
    </section>
  );
}

/** A name wiped out is the proposed one again. */
function named(names: Readonly<Record<string, string>>, color: string, name: string): Record<string, string> {
  const { [color]: _before, ...others } = names;
  return name.trim() === '' ? others : { ...others, [color]: name };
}

function Comments({ offer, isMemo }: { offer: Offer; isMemo: boolean }) {
  const text = useText(annotationsText);
  const { comments, shortComments, authors, sample } = offer;
  const hint = isMemo ? text.memoHint : text.commentHint(shortComments, comments - shortComments);
  return (
    <div className="annotation-offer-comments">
      <p className="quiet">{authors.length === 0 ? hint : `${hint} ${text.authors(authors)}.`}</p>
      <ul>
        {sample.map((comment, at) => (
          <li key={at}>
            <span className="annotation-offer-quote">{comment.quote}</span>
            <span>{comment.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ColorsProps {
  offer: Offer;
  names: Readonly<Record<string, string>>;
  onName: (color: string, name: string) => void;
}

function Colors({ offer, names, onName }: ColorsProps) {
  const text = useText(annotationsText);
  const hues = numberedHues(offer.colors.map(({ color }) => color));
  return (
    <table className="annotation-offer-colors">
      <thead>
        <tr>
          <th scope="col">{text.color}</th>
          <th scope="col">{text.category}</th>
          <th scope="col" className="number">
            {text.count}
          </th>
          <th scope="col">{text.example}</th>
        </tr>
      </thead>
      <tbody>
        {offer.colors.map(({ color, count, quote }, at) => {
          const { hue = 'grey', number = 1 } = hues[at] ?? {};
          const proposed = text.highlighted(text.hues[hue], number);
          return (
            <tr key={color}>
              <td>
                <Swatch color={color} /> {text.hues[hue]}
              </td>
              <td>
                <TextField
                  label={text.categoryOf(text.hues[hue])}
                  hidesLabel
                  value={names[color] ?? ''}
                  placeholder={proposed}
                  onChange={(name) => onName(color, name)}
                  maxLength={300}
                />
              </td>
              <td className="number">{count}</td>
              <td className="annotation-offer-quote">{quote}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
