// What the start-up scripts tell the person at the terminal: in French or English, and always on stderr, so that the
// output of a command (`trame … --json`) stays clean.

const wanted = process.env.TRAME_LANG || Intl.DateTimeFormat().resolvedOptions().locale;
const isFrench = wanted.startsWith('fr');

/**
 * @param {string} french
 * @param {string} english
 */
export function say(french, english) {
  process.stderr.write(`${isFrench ? french : english}\n`);
}

/**
 * Says why it is impossible to go on, and ends.
 *
 * @param {string} french
 * @param {string} english
 * @returns {never}
 */
export function giveUp(french, english) {
  say(french, english);
  process.exit(1);
}
