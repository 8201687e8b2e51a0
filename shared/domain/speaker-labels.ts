// Which labels of a file are people. One line cannot tell « Marie : oui » from « Remarque : oui »; the whole file can.
//
// The rule. A label is *strong* when it is a code (L1, $L-1, 0, SPEAKER_00, I, Enquêteur 2), when it comes back (letter case
// aside), when it is a name that opens the file with a time, or when it stands in a table's first column that names who speaks.
// Strong labels are speakers when together they begin a tenth of the paragraphs; or a fiftieth, if they are at least two; or
// when a code or a name with a time opens the file (a monologue). A label seen once among them is a speaker too if it has a
// time or is a full name (« Mme Durand »); if it is one word with a capital and half of the paragraphs are labelled; if it has
// a capital and nearly all are. Without strong labels, a short exchange in which nearly every line is labelled counts
// (« Marie : … / Paul : … »).
// Words that head remarks, forms and sections (« Remarque », « Date », « Question 3 ») are nobody; nor is a numbered list.
import type { TurnHead } from './turn-head.ts';

/** A head found in the file, and the paragraph (0-based, head lines without words counted with the words below) it begins. */
export interface LabelUse {
  readonly head: TurnHead;
  readonly paragraph: number;
}

const ENOUGH_ALONE = 0.1;
const ENOUGH_FOR_TWO = 0.02;
const HALF = 0.5;
const NEARLY_ALL = 0.8;
/** In a longer exchange somebody speaks twice; a longer list in which no label returns is a form or a glossary. */
const LONGEST_EXCHANGE_WITHOUT_RETURN = 5;
/** Paragraphs above the first turn of so short an exchange. */
const LONGEST_TITLE = 2;
/** A table's first column is taken for speakers only when it names them all along. */
const ENOUGH_FOR_A_TABLE = 0.5;
const MOST_SPEAKERS_PER_ROW = 2 / 3;

const NOBODY = new Set(
  (
    'remarque remarques note notes nb n.b. n.b ps p.s. p.s ndlr ndt nota attention rappel exemple exemples ex ex. cf cf. source sources référence références ' +
    'date heure lieu durée titre sujet objet thème contexte consigne résumé introduction conclusion commentaire commentaires observation observations ' +
    'prénom âge sexe genre profession fonction métier poste ville adresse téléphone tél tél. e-mail email mail courriel site diplôme formation ancienneté ' +
    'transcription transcripteur transcriptrice enregistrement fichier audio entretien mots-clés résultat résultats silence rires pause bruit ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'remark remarks example time place duration title subject topic context abstract summary comment comments age gender job city address phone ' +
    'recording file keywords result results laughter monday tuesday wednesday thursday friday saturday sunday http https'
  ).split(' '),
);
const NUMBERED_SECTIONS = new Set(
  (
    'question réponse thème partie sous-partie chapitre section étape phase point annexe figure tableau encadré article séance jour semaine mois année an cas ' +
    'entretien extrait item niveau version page ligne axe objectif hypothèse proposition objet covid photo image vidéo ' +
    'answer theme part chapter step appendix table day week month year case interview extract level line goal hypothesis picture lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
const COLUMN_TITLES = new Set(
  'locuteur locutrice locuteurs intervenant intervenante intervenants participant personne nom qui speaker who name'.split(' '),
);

const CODE = /^(?:\$?\p{L}{0,3}[-_ ]?\d{1,3}\p{L}?|[\p{L}\d]+_\w*|\$.+|\p{Lu}|\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)? ?\d{1,3})$/u;
const CAPITALISED = /^\p{Lu}/u;
const CAPITALISED_WORD = /^\p{Lu}[\p{L}.-]*$/u;
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:d[eu]|des|la|le|van|von|\p{Lu}[\p{L}'’.-]*))* \p{Lu}[\p{L}'’.-]*$/u;

/** Two spellings of one label that differ by letter case only are one speaker. */
export function labelKey(label: string): string {
  return label.toLowerCase();
}

/** True of words that never label a speaker, whatever the count; a time beside them says otherwise. */
export function isNobody({ label, startMs }: TurnHead): boolean {
  if (label === null || startMs !== null) return false;
  const key = labelKey(label);
  const numbered = /^([^\d]*[^\d\s])\s?\d{1,3}$/u.exec(key);
  return NOBODY.has(key) || (numbered !== null && NUMBERED_SECTIONS.has(numbered[1] ?? ''));
}

interface Candidate {
  readonly label: string;
  readonly paragraphs: number[];
  timed: boolean;
  /** In the first column of a table that names who speaks in every row. */
  inColumn: boolean;
}

/** Keys (`labelKey`) of the labels that are speakers. `paragraphs`: how many paragraphs the file has. */
export function speakerKeys(uses: readonly LabelUse[], paragraphs: number): Set<string> {
  const candidates = candidatesOf(uses, paragraphs);
  const strong = new Set([...candidates].filter(([, candidate]) => isStrong(candidate)).map(([key]) => key));
  const strongUses = usesOf(candidates, strong);
  const opening = [...candidates.values()].find((candidate) => candidate.paragraphs[0] === 0);
  const opens = opening !== undefined && (CODE.test(opening.label) || isTimedName(opening));
  const enough = strongUses.length >= ENOUGH_ALONE * paragraphs || (strong.size >= 2 && strongUses.length >= ENOUGH_FOR_TWO * paragraphs);
  if (strong.size > 0 && (opens || enough)) return withLabelsSeenOnce(candidates, strong, paragraphs);
  return shortExchange(candidates, uses, paragraphs);
}

function candidatesOf(uses: readonly LabelUse[], paragraphs: number): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const { head, paragraph } of uses) {
    if (head.label === null || isNobody(head)) continue;
    const key = labelKey(head.label);
    const candidate = candidates.get(key) ?? { label: head.label, paragraphs: [], timed: false, inColumn: false };
    if (head.form !== 'tab') candidate.paragraphs.push(paragraph);
    candidate.timed ||= head.startMs !== null;
    candidates.set(key, candidate);
  }
  addTableColumn(candidates, uses, paragraphs);
  for (const key of numberedList(candidates)) candidates.delete(key);
  for (const [key, candidate] of candidates) if (candidate.paragraphs.length === 0) candidates.delete(key);
  return candidates;
}

function addTableColumn(candidates: ReadonlyMap<string, Candidate>, uses: readonly LabelUse[], paragraphs: number): void {
  const cells = uses.flatMap(({ head, paragraph }) => {
    const key = head.form === 'tab' && head.label !== null ? labelKey(head.label) : null;
    const candidate = key === null || (paragraph === 0 && COLUMN_TITLES.has(key)) ? undefined : candidates.get(key);
    return candidate ? [{ candidate, paragraph }] : [];
  });
  const speakers = new Set(cells.map(({ candidate }) => candidate)).size;
  if (cells.length < ENOUGH_FOR_A_TABLE * paragraphs || speakers > MOST_SPEAKERS_PER_ROW * cells.length) return;
  for (const { candidate, paragraph } of cells) {
    candidate.paragraphs.push(paragraph);
    candidate.inColumn = true;
  }
}

/** `1 : … 2 : … 3 : …` counts things; `0 : … 1 : … 0 : …` are two voices, and so is a lone `0 : …` that opens its file. */
function numberedList(candidates: ReadonlyMap<string, Candidate>): string[] {
  const numbers = [...candidates].filter(([key]) => /^\d+$/.test(key));
  const isList = numbers.every(
    ([key, { paragraphs }], index) => paragraphs.length <= 1 && (index === 0 || Number(key) > Number(numbers[index - 1]?.[0])),
  );
  const isVoice = numbers.length === 1 && numbers[0]?.[1].paragraphs[0] === 0;
  return isList && !isVoice ? numbers.map(([key]) => key) : [];
}

function isStrong({ label, paragraphs, timed, inColumn }: Candidate): boolean {
  return inColumn || paragraphs.length > 1 || CODE.test(label) || (paragraphs[0] === 0 && isTimedName({ label, timed }));
}

/** « Marie (0:01) », « Mme Durand (0:01) »; not « Le train (12:30) ». */
function isTimedName({ label, timed }: Pick<Candidate, 'label' | 'timed'>): boolean {
  return timed && (CAPITALISED_WORD.test(label) || FULL_NAME.test(label));
}

function usesOf(candidates: ReadonlyMap<string, Candidate>, keys: ReadonlySet<string>): number[] {
  return [...keys].flatMap((key) => candidates.get(key)?.paragraphs ?? []);
}

function withLabelsSeenOnce(candidates: ReadonlyMap<string, Candidate>, strong: ReadonlySet<string>, paragraphs: number): Set<string> {
  const firstTurn = usesOf(candidates, strong).reduce((first, paragraph) => Math.min(first, paragraph), paragraphs);
  const all = usesOf(candidates, new Set(candidates.keys()));
  const share = all.filter((paragraph) => paragraph >= firstTurn).length / (paragraphs - firstTurn);
  const accepted = new Set(strong);
  for (const [
    key,
    {
      label,
      timed,
      paragraphs: [first = 0],
    },
  ] of candidates) {
    const isName =
      timed || FULL_NAME.test(label) || (share >= HALF && CAPITALISED_WORD.test(label)) || (share >= NEARLY_ALL && CAPITALISED.test(label));
    // Above the first turn stand a form's lines, not speakers.
    if (first >= firstTurn && isName) accepted.add(key);
  }
  return accepted;
}

function shortExchange(candidates: ReadonlyMap<string, Candidate>, uses: readonly LabelUse[], paragraphs: number): Set<string> {
  const { size } = candidates;
  const title = [...candidates.values()][0]?.paragraphs[0] ?? 0;
  const isExchange = size >= 2 && size <= LONGEST_EXCHANGE_WITHOUT_RETURN && title <= LONGEST_TITLE && size >= NEARLY_ALL * (paragraphs - title);
  const areNames = [...candidates.values()].every((candidate) => (candidate.timed ? isTimedName(candidate) : CAPITALISED.test(candidate.label)));
  return isExchange && areNames && !uses.some(({ head }) => isNobody(head)) ? new Set(candidates.keys()) : new Set();
}
