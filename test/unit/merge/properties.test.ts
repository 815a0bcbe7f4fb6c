import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readTree } from '../../../src/core/merge/config-tree.ts';
import { keyNameOf } from '../../../src/core/merge/key-parts.ts';
import { type MergeChoice, mergeConfigs } from '../../../src/core/merge/merge-configs.ts';
import { writeTree } from '../../../src/core/merge/write-tree.ts';
import { FUZZ, FUZZ_TIMEOUT } from '../fuzz/fuzz.ts';
import { countEntries, countOtherLines, nameOf, saidBySections, sectionsOf } from './said.ts';
import { anyText, type Texts, texts } from './texts.ts';

function holds<Value>(name: string, values: fc.Arbitrary<Value>, check: (value: Value) => void): void {
  it(name, () => fc.assert(fc.property(values, check), { ...FUZZ, numRuns: FUZZ.numRuns / 2 }), FUZZ_TIMEOUT);
}

function exchanged({ base, mine, theirs }: Texts): Texts {
  return { base, mine: theirs, theirs: mine };
}

function all(input: Texts, choice: MergeChoice): ReadonlyMap<string, MergeChoice> {
  return new Map(mergeConfigs(input).conflicts.map(({ id }) => [id, choice]));
}

describe('for thousands of texts', () => {
  holds('the parts of a text give it back', anyText, (text) => {
    expect(writeTree(readTree(text))).toBe(text);
  });

  holds('what one side alone changed is the result, and so is what both changed alike', texts, ({ base, mine }) => {
    const result = { text: mine, conflicts: [] };
    expect(mergeConfigs({ base, mine, theirs: base })).toMatchObject(result);
    expect(mergeConfigs({ base, mine: base, theirs: mine })).toMatchObject(result);
    expect(mergeConfigs({ base, mine, theirs: mine })).toEqual({ ...result, joined: 0 });
  });

  holds(
    'both sides arrive at the same text, and see the same conflicts',
    fc.tuple(texts, fc.array(fc.boolean())),
    ([input, picks]) => {
      const here = mergeConfigs(input);
      const there = mergeConfigs(exchanged(input));
      expect(there.conflicts).toEqual(
        here.conflicts.map((conflict) => ({ ...conflict, mine: conflict.theirs, theirs: conflict.mine })),
      );
      expect(there.joined).toBe(here.joined);
      if (here.conflicts.length === 0) expect(there.text).toBe(here.text);
      const isMine = (at: number) => picks[at % Math.max(1, picks.length)] ?? true;
      const choose = (mine: MergeChoice, theirs: MergeChoice) =>
        new Map(here.conflicts.map(({ id }, at) => [id, isMine(at) ? mine : theirs]));
      expect(mergeConfigs(exchanged(input), choose('theirs', 'mine')).text).toBe(
        mergeConfigs(input, choose('mine', 'theirs')).text,
      );
    },
  );

  holds('conflicts have ids of their own, and stay the same whatever is chosen', texts, (input) => {
    const { text, conflicts } = mergeConfigs(input);
    expect(new Set(conflicts.map(({ id }) => id)).size).toBe(conflicts.length);
    expect(mergeConfigs(input, all(input, 'mine')).text).toBe(text);
    expect(mergeConfigs(input, all(input, 'theirs')).conflicts).toEqual(conflicts);
    for (const { mine, theirs } of conflicts) expect(mine).not.toEqual(theirs);
  });

  holds('sections of a name that one side has not touched are as the other side has them', texts, (input) => {
    const [base, mine, theirs] = [input.base, input.mine, input.theirs].map(saidBySections);
    const merged = saidBySections(mergeConfigs(input).text);
    for (const name of new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
      if (theirs?.get(name) === base?.get(name)) expect(merged.get(name), name).toBe(mine?.get(name));
      else if (mine?.get(name) === base?.get(name)) expect(merged.get(name), name).toBe(theirs?.get(name));
    }
  });

  holds('roles that the other side has not touched, nor what they name, are there unchanged', texts, (input) => {
    const [before, other] = [saidBySections(input.base), saidBySections(input.theirs)];
    const [mine, merged] = [readConfig(input.mine), readConfig(mergeConfigs(input).text)];
    // Which of the profiles in a loop lose their source depends on who else names them.
    if ([mine, merged].some(({ problems }) => problems.some(({ code }) => code === 'source-profile-loop'))) return;
    const roles = new Set(merged.roles.map(({ id, line, ...role }) => JSON.stringify(role)));
    for (const { id, line, ...role } of mine.roles) {
      const named = [role.profile, ...role.bases].flatMap((name) => [name, `(${name})`]);
      if (!named.every((name) => before.get(name) === other.get(name))) continue;
      expect(roles.has(JSON.stringify(role)), role.profile).toBe(true);
    }
  });

  holds('nothing that a side added is lost', texts, (input) => {
    const { text, conflicts } = mergeConfigs(input);
    if (conflicts.length > 0) return;
    for (const countIn of [countEntries, countOtherLines]) {
      const [base, mine, theirs, merged] = [input.base, input.mine, input.theirs, text].map(countIn);
      for (const [what, count] of [...(mine ?? []), ...(theirs ?? [])]) {
        const before = base?.get(what) ?? 0;
        const isKept = (mine?.get(what) ?? 0) >= before && (theirs?.get(what) ?? 0) >= before;
        if (count <= before || !isKept) continue;
        // What stands there twice in the same words may be joined in another place than it was in.
        const wanted = countIn === countEntries || before > 0 ? 1 : count;
        expect(merged?.get(what) ?? 0, what).toBeGreaterThanOrEqual(wanted);
      }
    }
  });

  holds('without a base nothing is removed', texts, ({ mine, theirs }) => {
    const { text, conflicts } = mergeConfigs({ base: '', mine, theirs });
    const [entries, others] = [countEntries(text), countOtherLines(text)];
    for (const what of countEntries(mine).keys()) expect(entries.has(what), what).toBe(true);
    for (const side of [mine, theirs]) {
      for (const what of conflicts.length > 0 ? [] : countEntries(side).keys())
        expect(entries.has(what), what).toBe(true);
      for (const [what, count] of countOtherLines(side)) {
        if (conflicts.length > 0 && !/^[#;]/.test(what)) continue;
        expect(others.get(what) ?? 0, what).toBeGreaterThanOrEqual(count);
      }
    }
    for (const conflict of conflicts) expect(conflict.mine && conflict.theirs).toBeDefined();
  });

  holds('what is decided for a side is exactly as on that side', texts, (input) => {
    for (const choice of ['mine', 'theirs'] as const) {
      const { text, conflicts } = mergeConfigs(input, all(input, choice));
      for (const { section, key } of conflicts) {
        // `[services x]` and `[profile services x]` are two things that have one title.
        if (/^(?:services|sso-session) /.test(section)) continue;
        const values = (whole: string) => valuesIn(whole, section, key);
        // Which of several of one name is meant, only the id tells.
        const isOne = [input.base, input.mine, input.theirs]
          .map(values)
          .every((found) => found.length < 2 && (key === undefined || found.flat().length < 2));
        if (isOne) expect(values(text), `${section} ${key}`).toEqual(values(input[choice]));
      }
    }
  });
});

/** The values of a key in each section of a name; of all keys where none is given. */
function valuesIn(text: string, name: string, key: string | undefined): string[][] {
  return sectionsOf(text)
    .filter((section) => nameOf(section) === name)
    .map(({ entries }) =>
      entries.filter((entry) => key === undefined || keyNameOf(entry.key) === key).map((entry) => entry.value),
    );
}
