import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleOfKey, SECRET_KEYS } from '../../../src/core/config/keys.ts';
import { parseIni } from '../../../src/core/config/parse-ini.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { removeSecrets } from '../../../src/core/config/secrets.ts';

const RUNS = { numRuns: 500 };

/** What lines are made of, so that random texts come near to real ones and to every special case. */
const PIECES = [
  ...['[', ']', '[a]', '[b]', '[profile a]', '[profile "b c"]', '[services s]', '[__proto__]', '[sso-session x]'],
  ...['role_arn', 'aws_account_id', 'role_name', 'source_profile', 'color', 'label', 'image', 'hidden', 's3', 'foo'],
  ...['aws_access_key_id', 'AWS_SECRET_ACCESS_KEY', 'aws_session_to\u212Aen', 'target_role_name', 'sso_account_id'],
  ...['arn:aws:iam::111111111111:role/Admin', '222222222222', 'Admin', 'a', 'b', '#ff0000', 'true', '__proto__'],
  ...[' ', '  ', '\t', '=', ' = ', ':', '#', ';', '"', "'", ',', '/', '\\', '.', '[]', '\u2028', '\uD800', '\uDC00'],
  ...['\n', '\n', '\n', '\r\n', '\r', '\uFEFF', '\u0000', '本番', '🏦', 'e\u0301'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

function linesOf(whole: string): string[] {
  return whole.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

describe('for any text', () => {
  it('nothing throws, and every problem, role and base has a line of the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const count = linesOf(whole).length;
        const { roles, bases, problems } = readConfig(whole);
        for (const { line } of [...roles, ...bases, ...problems]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(count);
        }
      }),
      RUNS,
    );
  });

  it('every key and value stand on the line that is given for them', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = linesOf(whole);
        for (const section of parseIni(whole, ruleOfKey).sections) {
          expect(lines[section.line - 1]).toContain(section.name);
          for (const { key, value, line } of section.entries) {
            expect(lines[line - 1]?.toLowerCase()).toContain(key);
            expect(lines[line - 1]).toContain(value);
          }
        }
      }),
      RUNS,
    );
  });

  it('no two roles share an id', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const ids = readConfig(whole).roles.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      RUNS,
    );
  });

  it('a good section loads whatever stands before and behind it', () => {
    const good = '\n[the good one]\nrole_arn = arn:aws:iam::333333333333:role/Good\n';
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { roles } = readConfig(`${before}${good}\n[end]\n${after}`);
        expect(roles.some(({ profile, roleName }) => profile === 'the good one' && roleName === 'Good')).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Any value that can stand between quotes: nothing that ends a line. */
const lineText = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replace(/[\r\n]/g, ''));

it('a quoted value comes back as it was written', () => {
  // A quote followed by nothing but a comment is where the value ends.
  const value = lineText.filter((written) => !/"\s*(?:$|[#;])/.test(written));
  fc.assert(
    fc.property(value, fc.constantFrom('label', 'role_name', 'color', 'foo'), (written, key) => {
      const entry = parseIni(`[a]\n${key} = "${written}" # note`, ruleOfKey).sections[0]?.entries[0];
      expect(entry).toEqual({ key, value: written, line: 2 });
    }),
    RUNS,
  );
});

it('a name comes back as it was written', () => {
  const name = lineText.map((written) => written.replaceAll(']', '').trim()).filter((written) => written !== '');
  fc.assert(
    fc.property(name, (written) => {
      expect(parseIni(`[ ${written} ]`, ruleOfKey).sections.map((section) => section.name)).toEqual([written]);
    }),
    RUNS,
  );
});

describe('removeSecrets', () => {
  it('leaves no credential that parseIni would see', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const keys = parseIni(removeSecrets(whole).text, ruleOfKey).sections.flatMap(({ entries }) => entries);
        expect(keys.filter(({ key }) => SECRET_KEYS.includes(key))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('removes exactly the lines that it names', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { text: left, removed } = removeSecrets(whole);
        const gone = new Set(removed.map(({ line }) => line));
        const bom = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
        const lines = whole.slice(bom.length).match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
        expect(left).toBe(bom + lines.filter((_, index) => !gone.has(index + 1)).join(''));
      }),
      RUNS,
    );
  });

  it('has nothing to do the second time', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { text: left } = removeSecrets(whole);
        expect(removeSecrets(left)).toEqual({ text: left, removed: [] });
      }),
      RUNS,
    );
  });
});
