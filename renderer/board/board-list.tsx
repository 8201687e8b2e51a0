// The same cards as a table: choosing, grouping and moving without a plane.
import type { LaidCard } from '../../shared/domain/board-layout.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { boardText } from '../../shared/i18n/board.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import type { BoardState } from './use-board.ts';

const LOOSE = 'loose';

export function BoardList({ state }: { state: BoardState }) {
  const text = useText(boardText);
  const { columns } = text;
  return (
    <div className="board-list">
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.card}</th>
            <th scope="col">{columns.group}</th>
            <th scope="col" className="number">
              {columns.passages}
            </th>
            <th scope="col">{columns.quote}</th>
          </tr>
        </thead>
        <tbody>
          {state.board.cards.map((card) => (
            <CardRow key={card.category.id} card={card} state={state} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CardRow({ card, state }: { card: LaidCard; state: BoardState }) {
  const text = useText(boardText);
  const { go } = useNavigation();
  const { category, facts, groupId } = card;
  const first = facts?.first;
  const options = [
    { id: LOOSE, label: text.loose },
    ...state.board.groups.map((group) => ({ id: group.category.id as string, label: group.category.name })),
  ];
  return (
    <tr>
      <th scope="row">
        <label className="board-list-card">
          <input
            type="checkbox"
            checked={state.chosen.has(category.id)}
            aria-label={text.choose(category.name)}
            onChange={() => state.toggle(category.id)}
          />
          <Swatch color={category.color} /> {category.name}
        </label>
      </th>
      <td>
        <Select
          label={text.groupOf(category.name)}
          hidesLabel
          isQuiet
          options={options}
          value={groupId ?? LOOSE}
          isDisabled={state.isReadOnly}
          onChange={(id) => void (id === LOOSE ? state.takeOut([category.id]) : state.putInto([category.id], id as CategoryId))}
        />
      </td>
      <td className="number">{text.number(facts?.passages ?? 0)}</td>
      <td>
        {first ? (
          <Button
            variant="quiet"
            size="small"
            className="board-list-quote"
            onPress={() => go({ screen: 'coding', sourceId: first.sourceId, passageId: first.passageId })}
          >
            {text.quote(first.quote, first.ref)}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
