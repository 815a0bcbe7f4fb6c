// A real enterprise policy for the extension in one browser, which no other browser of the machine takes.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { installBrowsers } from './find-browser.mjs';
import { geckoId } from './firefox-install.ts';
import type { BrowserKind, LaunchOptions } from './rig.ts';

export interface PolicyPlace {
  /** What the browser has to be launched with to take the policy. */
  readonly launch: Partial<LaunchOptions>;
  /** Puts the policy in place, or another one over it. */
  write(policy: object): Promise<void>;
  /** Takes the policy away, and everything that was made for it. */
  undo(): Promise<void>;
}

export async function policyPlace(kind: BrowserKind): Promise<PolicyPlace> {
  const executable = installBrowsers([kind])[kind];
  if (executable === undefined || process.platform !== 'linux') {
    throw new Error(`The policy tests know where ${kind} reads policies on Linux only; run them there.`);
  }
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'hatrack-policy-')));
  const place = kind === 'chromium' ? chromiumPlace(executable, folder) : firefoxPlace(executable, folder);
  return place.catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
}

/**
 * Chromium has one folder for all policies, and names extensions by id. An unpacked extension's id comes from its path:
 * a copy in a folder of its own is an extension that no other test has.
 */
async function chromiumPlace(executable: string, folder: string): Promise<PolicyPlace> {
  await cp('dist/chrome', folder, { recursive: true });
  const policies = chromiumFolder(executable);
  const path = join(policies, `${basename(folder)}.json`);
  return {
    launch: { extensionDir: folder },
    write: async (policy) => {
      try {
        await mkdir(policies, { recursive: true });
        await writeFile(path, JSON.stringify({ '3rdparty': { extensions: { [unpackedId(folder)]: policy } } }));
      } catch (error) {
        throw new Error(
          `Chromium takes policies from ${policies} alone, and this user may not write there. Run the test as root, ` +
            `or once: sudo mkdir -p ${policies} && sudo chown "$USER" ${policies}`,
          { cause: error },
        );
      }
    },
    undo: async () => {
      await rm(path, { force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where each build reads policies on Linux (chrome/common/chrome_paths.cc and the makers' own documentation). */
function chromiumFolder(executable: string): string {
  if (/google|\bchrome\b/.test(executable)) return '/etc/opt/chrome/policies/managed';
  if (/edge/.test(executable)) return '/etc/opt/edge/policies/managed';
  if (/brave/.test(executable)) return '/etc/brave/policies/managed';
  return '/etc/chromium/policies/managed';
}

/** The first sixteen bytes of the path's SHA-256, each half a byte as a letter from a to p. */
function unpackedId(path: string): string {
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** Where Firefox looks first on Linux: its directory service's `SysConfD`, seen in Debian's ESR 153. */
const FIREFOX_OF_THE_SYSTEM = '/etc/firefox/policies/policies.json';

/**
 * Firefox reads policies.json in the folder `distribution` beside its program, unless the system has one. The id is
 * always the same, so this browser is an installation of its own: the program copied, all else linked to.
 */
async function firefoxPlace(executable: string, folder: string): Promise<PolicyPlace> {
  if (existsSync(FIREFOX_OF_THE_SYSTEM)) {
    throw new Error(
      `${FIREFOX_OF_THE_SYSTEM} wins over the policy that the test gives Firefox. Run the test without it.`,
    );
  }
  const program = await realpath(executable);
  for (const name of await readdir(dirname(program))) {
    if (name !== basename(program) && name !== 'distribution') {
      await symlink(join(dirname(program), name), join(folder, name));
    }
  }
  await copyFile(program, join(folder, basename(program)));
  await mkdir(join(folder, 'distribution'));
  const id = await geckoId('dist/firefox');
  return {
    launch: { executablePath: join(folder, basename(program)) },
    write: (policy) =>
      writeFile(
        join(folder, 'distribution', 'policies.json'),
        JSON.stringify({ policies: { '3rdparty': { Extensions: { [id]: policy } } } }),
      ),
    undo: () => rm(folder, { recursive: true, force: true }),
  };
}
