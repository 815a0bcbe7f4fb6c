import type { KnownKey } from './keys.ts';
import type { Profile } from './profile.ts';
import type { Report } from './report.ts';

/** What Firefox can give a container: the values of its `contextualIdentities` API. */
const COLORS = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple', 'toolbar'] as const;
const ICONS = [
  'fingerprint',
  'briefcase',
  'dollar',
  'cart',
  'circle',
  'gift',
  'vacation',
  'food',
  'fruit',
  'pet',
  'tree',
  'chill',
  'fence',
] as const;

/** A Firefox container that a role opens in. */
export interface Container {
  readonly name: string;
  readonly color: (typeof COLORS)[number] | undefined;
  readonly icon: (typeof ICONS)[number] | undefined;
}

/** The container by `container`, with the look that the other two keys say; undefined where none is named. */
export function readContainer({ values }: Pick<Profile, 'values'>, report: Report): Container | undefined {
  const color = readChoice(values, 'container_color', COLORS, report);
  const icon = readChoice(values, 'container_icon', ICONS, report);
  const name = values.get('container')?.value;
  return name === undefined ? undefined : { name, color, icon };
}

function readChoice<Choice extends string>(
  values: Profile['values'],
  key: KnownKey,
  choices: readonly Choice[],
  report: Report,
): Choice | undefined {
  const written = values.get(key);
  if (!written) return undefined;
  const choice = choices.find((one) => one === written.value.toLowerCase());
  if (choice === undefined) report(written.line, 'bad-choice', written.value, key, choices.join(', '));
  return choice;
}
