// Finds (and, where it may, installs) the browsers that the tests drive. No dependencies: runs before npm install.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** @type {Record<BrowserName, string>} */
const OVERRIDES = { chromium: 'HATRACK_CHROMIUM', firefox: 'HATRACK_FIREFOX' };

/** @type {Record<BrowserName, string[]>} */
const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'brave-browser',
  ],
  // ESR first: it is the Firefox that takes an unsigned add-on for good (see firefox-install.ts).
  firefox: ['firefox-esr', 'firefox'],
};

/** @type {Record<BrowserName, string[]>} */
const MAC_APPS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

/** @type {Record<BrowserName, string[]>} */
const WINDOWS_PROGRAMS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** @type {Record<BrowserName, string>} */
const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/** @type {Record<BrowserName, { darwin: string, win32: string }>} */
const OTHER_COMMANDS = {
  chromium: { darwin: 'brew install --cask chromium', win32: 'winget install Hibbiki.Chromium' },
  firefox: { darwin: 'brew install --cask firefox', win32: 'winget install Mozilla.Firefox' },
};

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {BrowserName} name
 * @returns {string[]}
 */
function usualPlaces(name) {
  const env = process.env;
  if (process.platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return folders.flatMap((folder) => MAC_APPS[name].map((app) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder ? WINDOWS_PROGRAMS[name].map((program) => `${folder}\\${program}`) : [],
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
  return COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * The browser's program, or undefined when there is none.
 * HATRACK_CHROMIUM and HATRACK_FIREFOX win over the usual places; naming a file that is not there is an error.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const override = process.env[OVERRIDES[name]];
  if (override) {
    if (isProgram(override)) return override;
    throw new Error(`${OVERRIDES[name]}=${override} is not a program that can be run.`);
  }
  return usualPlaces(name).find(isProgram);
}

/** @param {BrowserName[]} names */
function howToInstall(names) {
  const platform = process.platform;
  if (platform === 'darwin' || platform === 'win32') return names.map((name) => OTHER_COMMANDS[name][platform]);
  return [`sudo apt-get install --no-install-recommends ${names.map((name) => DEBIAN_PACKAGES[name]).join(' ')}`];
}

/**
 * @param {BrowserName[]} names
 * @param {string} reason
 * @returns {Error}
 */
function cannotInstall(names, reason) {
  const settings = names.map((name) => `${OVERRIDES[name]}=/path/to/it`).join(' ');
  return new Error(
    [
      `No ${names.join(' and no ')} was found on this machine, and ${reason}`,
      ...howToInstall(names).map((command) => `  install:   ${command}`),
      `  or point:  ${settings}`,
    ].join('\n'),
  );
}

/** @param {string[]} args */
function aptGet(args) {
  const run = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return { ok: run.status === 0, output: `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim() };
}

/**
 * The browsers' programs, after installing what is missing where that can be done without asking (root, apt-get).
 * Says nothing and changes nothing when all are there.
 * @param {BrowserName[]} names
 * @returns {Record<string, string>}
 */
export function installBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === undefined);
  if (missing.length > 0) {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
      throw cannotInstall(missing, 'this system has no apt-get to install it with.');
    }
    if (process.getuid?.() !== 0) throw cannotInstall(missing, 'installing one needs root.');
    const packages = missing.map((name) => DEBIAN_PACKAGES[name]);
    console.log(`Installing ${packages.join(' and ')} with apt-get ...`);
    const update = aptGet(['update']);
    const install = aptGet(['install', '-y', '--no-install-recommends', ...packages]);
    if (!install.ok) {
      const why = /Unable to locate package|has no installation candidate/.test(install.output)
        ? `this system's package lists have no ${packages.join(' or ')} package (Ubuntu has both only as snaps).`
        : `apt-get failed:\n${(update.ok ? install.output : `${update.output}\n${install.output}`).slice(-2000)}\n`;
      throw cannotInstall(missing, why);
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const path = findBrowser(name);
      if (path === undefined) throw cannotInstall([name], 'the package that was installed did not bring it.');
      return [name, path];
    }),
  );
}
