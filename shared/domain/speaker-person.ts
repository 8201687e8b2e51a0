// Who a label stands for: whether it asks the questions, and whether the same label in another source is the same person.

/** « Enquêtrice », "Interviewer", `I`, `E`: labels that mean who asks, in the two languages of the product. */
const INTERVIEWER =
  /^(enquêt(eur|rice|eur·rice)s?|interview(eu[rs]e?|er)s?|chercheu(r|se)|researcher|moderat(or|eur|rice)|animat(eur|rice)|intervieweuse|I|E|INT|ENQ|Q)\s*\d{0,2}$/iu;

/** Codes of transcribers (L1, 0, SPEAKER_00) and of numbered questions (Q, R): somebody else in every source. */
const GENERIC = /^(\$?[A-Z]{1,2}-?\d{1,3}|\d{1,3}|(speaker|locuteur|locutrice|participant|personne|intervenant)[\s_-]*\w{0,3})$/iu;
const ASKS_OR_ANSWERS = /^[QR]$/u;

export function isInterviewerLabel(label: string): boolean {
  return INTERVIEWER.test(label);
}

/** True of a label that names nobody beyond its source. */
export function isGenericLabel(label: string): boolean {
  return ASKS_OR_ANSWERS.test(label) || (GENERIC.test(label) && !isInterviewerLabel(label));
}

/** What the person behind a label is called, until somebody names them: « Directrice », « L1 (E12) ». */
export function personNameOf(label: string, sourceName: string): string {
  return isGenericLabel(label) ? `${label} (${sourceName})` : label;
}
