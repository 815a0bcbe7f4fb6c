// What `npm start` takes. No dependencies: it is read before the packages are installed.

/**
 * @typedef {object} DemoOptions
 * @property {'chromium' | 'firefox'} browser
 * @property {'en' | 'ja'} language
 * @property {boolean} dark
 * @property {boolean} multiSession
 */

export const USAGE = `npm start -- [options]

  --browser chromium|firefox   the browser to show Hatrack in (chromium)
  --language en|ja             the language of the browser and of Hatrack (en)
  --dark                       the console and the browser in dark mode
  --multi-session              a console with multi-session support turned on
  --help                       this text`;

/** What is wrong with the arguments, for a person to read. */
export class ArgumentError extends Error {}

/**
 * Undefined where only the usage is asked for.
 * @param {readonly string[]} args
 * @returns {DemoOptions | undefined}
 */
export function readDemoOptions(args) {
  /** @type {DemoOptions} */
  const options = { browser: 'chromium', language: 'en', dark: false, multiSession: false };
  const rest = args.flatMap((arg) => splitAtEquals(arg));
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    switch (name) {
      case '--help':
      case '-h':
        return undefined;
      case '--browser':
        options.browser = oneOf(name, rest.shift(), ['chromium', 'firefox']);
        break;
      case '--language':
        options.language = oneOf(name, rest.shift(), ['en', 'ja']);
        break;
      case '--dark':
        options.dark = true;
        break;
      case '--multi-session':
        options.multiSession = true;
        break;
      default:
        throw new ArgumentError(`npm start does not know “${name}”.`);
    }
  }
  return options;
}

/**
 * `--name=value` as the two arguments that it stands for.
 * @param {string} arg
 */
function splitAtEquals(arg) {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}

/**
 * @template {string} Word
 * @param {string} name
 * @param {string | undefined} value
 * @param {readonly Word[]} words
 * @returns {Word}
 */
function oneOf(name, value, words) {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const wanted = words.join(' or ');
  throw new ArgumentError(`${name} takes ${wanted}${value === undefined ? '' : `, not “${value}”`}.`);
}
