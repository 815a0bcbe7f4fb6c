import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/core/config/config.ts';
import type { Origin } from '../../../src/core/config/layer.ts';
import { PROBLEM_SEVERITY } from '../../../src/core/config/problem.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { parseConsolePage } from '../../../src/core/console/page-url.ts';
import { isRegion, PARTITIONS } from '../../../src/core/console/partition.ts';
import { layersOf, nameOfOrigin } from '../config/layer-texts.ts';
import { orderlyText } from '../differential/texts.ts';
import { FUZZ, FUZZ_TIMEOUT } from './fuzz.ts';

const SAMPLES = new URL('../../fixtures/config/', import.meta.url);
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.ini'))
  .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));

/** What is put into good texts, to spoil them. */
const SPOILERS = [
  ...[
    '[',
    ']',
    '=',
    ':',
    '#',
    ';',
    '"',
    "'",
    ',',
    '/',
    '\\',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\t',
    '\u0000',
    '\uFEFF',
    '\u2028',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '[a]',
    '\n[',
    ']\n',
    '[profile ',
    '[sso-session ',
    '[services ',
    's3 =\n  ',
    '\nrole_arn =',
    '-',
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'source_profile = ',
    '\nenv = ',
    '\nstart_url = //x',
    'sso_session = a\n',
  ],
  ...[
    '\ncontainer = x\n',
    'container_color = y\n',
    'aws_session_token = z\n',
    '\naws_account_id = 1',
    '\nstart_url = https://evil.example/\n',
    '\ntarget_region = ',
  ],
];

const spoiled = fc
  .tuple(
    fc.oneof(fc.constantFrom(...samples), orderlyText),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(30),
        fc.oneof(fc.constantFrom(...SPOILERS), fc.string({ unit: 'binary', maxLength: 5 })),
      ),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([good, changes]) =>
    changes.reduce((text, [place, removed, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + (removed % 2) * removed);
    }, good),
  );

const bytes = fc.uint8Array({ maxLength: 300 });
const text = fc.oneof(
  { weight: 4, arbitrary: spoiled },
  { weight: 1, arbitrary: bytes.map((all) => new TextDecoder().decode(all)) },
  { weight: 1, arbitrary: bytes.map((all) => String.fromCharCode(...all)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...SPOILERS)).map((pieces) => pieces.join('')) },
);

interface Placed {
  readonly origin: Origin;
  readonly line: number;
}

/** What of a configuration would be wrong whatever its text is. */
function broken({ roles, bases, portalRoles, problems, layerProblems }: Config): unknown[] {
  const wrong: unknown[] = [];
  const must = (isSo: boolean, about: unknown) => void (isSo || wrong.push(about));
  for (const role of roles) {
    const { account, color, region, image, startUrl, tags, bases: names } = role;
    must(role.profile !== '' && role.label !== '', role);
    must(account.kind === 'id' ? /^\d{12}$/.test(account.id) : /^[a-z\d-]{3,63}$/.test(account.alias), account);
    must(/^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/.test(role.roleName), role.roleName);
    must(role.obstacle !== undefined || role.roleName.length <= 64, role.roleName);
    must(color === undefined || /^[\da-f]{6}$/.test(color), color);
    must(region === undefined || isRegion(region), region);
    must(image === undefined || /^(?:https:\/\/|data:image\/)/i.test(image), image);
    must(startUrl === undefined || isInConsole(startUrl), startUrl);
    must(new Set(names).size === names.length && !names.includes(''), names);
    must(new Set(tags).size === tags.length && !tags.includes(''), tags);
  }
  for (const { account, permissionSet, portalUrl } of portalRoles) {
    must(/^\d{12}$/.test(account) && permissionSet !== '', account);
    must(new URL(`${portalUrl}/#/console`).protocol === 'https:', portalUrl);
  }
  const allProblems = [problems, ...layerProblems.map((layer) => layer.problems)];
  for (const { code } of allProblems.flat()) must(Object.hasOwn(PROBLEM_SEVERITY, code), code);
  const lists: readonly (readonly Placed[])[] = [roles, bases, portalRoles];
  const layered = lists.flatMap(byOrigin);
  for (const list of [...layered, ...allProblems]) {
    const lines = list.map(({ line }) => line);
    must(
      lines.every((line, at) => line >= (lines[at - 1] ?? 1)),
      lines,
    );
  }
  must(new Set(roles.map(({ id }) => id)).size === roles.length, 'ids');
  return wrong;
}

function byOrigin(items: readonly Placed[]): Placed[][] {
  const names = [...new Set(items.map(({ origin }) => nameOfOrigin(origin)))];
  return names.map((name) => items.filter(({ origin }) => nameOfOrigin(origin) === name));
}

function isInConsole(startUrl: string): boolean {
  return Object.values(PARTITIONS).some(
    (partition) =>
      parseConsolePage(new URL(startUrl, `https://${partition.consoleHost}/`).href, partition) !== undefined,
  );
}

describe('for thousands of texts of any kind', () => {
  it(
    'nothing throws, and what comes out is in order',
    () => {
      fc.assert(
        fc.property(text, (whole) => {
          expect(broken(readConfig(whole))).toEqual([]);
        }),
        FUZZ,
      );
    },
    FUZZ_TIMEOUT,
  );

  it(
    'nor with texts in layers',
    () => {
      fc.assert(
        fc.property(text, text, text, (policy, team, personal) => {
          expect(broken(readLayers(layersOf({ policy, team, personal })))).toEqual([]);
        }),
        { ...FUZZ, numRuns: FUZZ.numRuns / 4 },
      );
    },
    FUZZ_TIMEOUT,
  );

  it(
    'the same text gives the same, and no word of it is kept for the next',
    () => {
      fc.assert(
        fc.property(text, text, (whole, other) => {
          const before = readConfig(whole);
          readConfig(other);
          expect(readConfig(whole)).toEqual(before);
        }),
        { ...FUZZ, numRuns: FUZZ.numRuns / 4 },
      );
    },
    FUZZ_TIMEOUT,
  );

  it(
    'a configuration survives a message between contexts',
    () => {
      fc.assert(
        fc.property(text, (whole) => {
          const config = readConfig(whole);
          expect(JSON.parse(JSON.stringify(config))).toEqual(JSON.parse(JSON.stringify(structuredClone(config))));
          expect(structuredClone(config)).toEqual(config);
        }),
        { ...FUZZ, numRuns: FUZZ.numRuns / 4 },
      );
    },
    FUZZ_TIMEOUT,
  );

  it(
    'good sections load before, between and behind any other sections',
    () => {
      const good = (name: string) => `\n[good ${name}]\nrole_arn = arn:aws:iam::333333333333:role/Good${name}\n`;
      fc.assert(
        fc.property(text, text, (one, other) => {
          const { roles } = readConfig(`${good('1')}[bad]${one}${good('2')}[bad\n${other}${good('3')}`);
          const found = roles.filter(({ roleName }) => roleName.startsWith('Good'));
          expect(found.map(({ profile, roleName }) => `${profile} ${roleName}`)).toEqual([
            'good 1 Good1',
            'good 2 Good2',
            'good 3 Good3',
          ]);
        }),
        FUZZ,
      );
    },
    FUZZ_TIMEOUT,
  );
});
