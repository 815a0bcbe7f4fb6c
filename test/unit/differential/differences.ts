import { type Mismatch, writtenFor } from './compare.ts';
import { type SourceSection, withoutComment, writtenValue } from './source.ts';

export interface Difference {
  readonly what: string;
  /** Why Hatrack's reading is the better one. */
  readonly why: string;
  /** A text that AESR accepts and in which it happens. */
  readonly example: string;
  /** Whether it is what a mismatch comes from. */
  readonly explains: (mismatch: Mismatch) => boolean;
}

const ARN = 'arn:aws:iam::111111111111:role/';
const ROLE = `[x]\nrole_arn = ${ARN}Admin\n`;
const BASE = '[b]\naws_account_id = 222222222222\n';

const GOOD_ARN = /^arn:aws(?:-us-gov|-cn|-eusc|-iso[a-z-]*)?:iam::\d{12}:role(?:\/[\w+=,.@-]+)+$/;
const GOOD_NAME = /^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/;
const GOOD_ACCOUNT = /^(?:\d{12}|\d{4}-\d{4}-\d{4}|(?![\d-]+$)[a-z\d](?:[a-z\d]|-(?!-)){1,61}[a-z\d])$/i;

/**
 * Where Hatrack reads a text that AESR accepts in another way, on purpose: the only differences that there may be
 * (config-format §5). Each must happen, so that the table tells the truth.
 */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'A profile that is both a base and a role is in the list.',
    why: 'One may want to switch to it from elsewhere; AESR offers it to nobody.',
    example: `[b]\nrole_arn = ${ARN}Login\n[x]\nrole_arn = ${ARN}Admin\nsource_profile = b`,
    explains: ({ of, field, section }) =>
      of === 'role' && field === 'extra' && writtenValue(section, 'source_profile') === undefined,
  },
  {
    what: 'A role whose source_profile leads back to itself is offered everywhere, with a problem.',
    why: 'Nobody can begin such a chain. AESR lists the role under a base that needs the role itself.',
    example: `[a]\nrole_arn = ${ARN}A\nsource_profile = b\n[b]\nrole_arn = ${ARN}B\nsource_profile = a`,
    explains: ({ field, hatrack, section, sections }) =>
      (field === 'missing' || ((field === 'bases' || field === 'region') && !hatrack)) && isInLoop(section, sections),
  },
  {
    what: 'Sections of one name that do not contradict are one.',
    why: 'People add to a profile further down, as the SDKs allow. AESR lists it twice, each with a half.',
    example: `${ROLE}[profile x]\nrole_arn = ${ARN}Admin\ncolor = ff8800`,
    explains: ({ section, base, sections }) => standsTwice(section, sections) || standsTwice(base, sections),
  },
  {
    what: 'A value is everything behind the first =.',
    why: 'Role names, URLs and base64 hold =; AESR drops it and what follows.',
    example: `[x]\nrole_arn = ${ARN}a=b`,
    explains: (mismatch) => writtenFor(mismatch).some((value) => withoutComment(value).includes('=')),
  },
  {
    what: 'A pair of quotes around a value or the name behind `profile` is not part of it.',
    why: 'No role, account, colour or URL begins with a quote; AESR posts the quotes.',
    example: `[x]\naws_account_id = "111111111111"\nrole_name = 'Admin'`,
    explains: (mismatch) =>
      mismatch.field === 'name' || mismatch.field === 'bases'
        ? plain(mismatch.aesr ?? '') === mismatch.hatrack
        : writtenFor(mismatch).some((value) => /^["']/.test(value)),
  },
  {
    what: 'A # or ; without white space before it is part of an image, not a comment.',
    why: 'URLs have fragments and parameters; AESR cuts them off.',
    example: `${ROLE}image = https://h.example/i.svg#dark`,
    explains: ({ field, aesr, hatrack = '' }) =>
      field === 'image' && aesr !== undefined && hatrack.startsWith(aesr) && /^[#;]/.test(hatrack.slice(aesr.length)),
  },
  {
    what: 'Keys are known in any case.',
    why: 'The AWS CLI lower-cases them; AESR stores a key that it never reads.',
    example: `${ROLE}Region = eu-west-1`,
    explains: ({ section, base }) => [section, base].some((one) => hasLine(one, /^[^=]*[A-Z][^=]*=/)),
  },
  {
    what: 'A key ends at a : as well.',
    why: 'The AWS CLI takes both; AESR makes the colon a part of the key or of nothing.',
    example: `${ROLE}image: https://h.example/?a=1`,
    explains: ({ section, base }) => [section, base].some((one) => hasLine(one, /^[^=]*:/)),
  },
  {
    what: 'A line that begins with [ is a header.',
    why: 'It is one that lost its bracket; AESR makes a key of it where it holds an =.',
    example: `${ROLE}[other = 2\ncolor = ff8800`,
    explains: ({ sections }) => sections.some((section) => hasLine(section, /^\[/)),
  },
  {
    what: 'The name of a section ends at its first ].',
    why: 'What follows is not part of the name for the AWS CLI either.',
    example: `[x] y]\nrole_arn = ${ARN}Admin`,
    explains: ({ sections }) => sections.some(({ name }) => name.includes(']')),
  },
  {
    what: 'A key called name does not rename the profile.',
    why: 'It is no key that AESR documents: an accident of its code.',
    example: `${ROLE}name = y`,
    explains: ({ sections }) => sections.some((section) => writtenValue(section, 'name') !== undefined),
  },
  {
    what: 'A comment ends with its line, whatever characters it holds.',
    why: 'U+2028 keeps AESR from seeing a comment at all.',
    example: `${ROLE}color = ff8800 ; a\u2028b`,
    explains: (mismatch) => writtenFor(mismatch).some((value) => /[#;].*[\u2028\u2029]/.test(value)),
  },
  {
    what: 'A colour by name is that colour.',
    why: 'AESR puts a # before it, which is no colour.',
    example: `${ROLE}color = Tomato`,
    explains: ({ field, aesr = '', hatrack }) => field === 'color' && /^[a-z]+$/i.test(aesr) && hatrack !== undefined,
  },
  {
    what: 'A colour has no transparency.',
    why: "The console's form takes six digits.",
    example: `${ROLE}color = ff880080`,
    explains: ({ field, aesr = '', hatrack }) =>
      field === 'color' && /^(?:[\da-f]{4}|[\da-f]{8})$/i.test(aesr) && hatrack?.length === 6,
  },
  {
    what: 'What is no colour is none, with a problem.',
    why: 'AESR posts it, and the console makes of it what it will.',
    example: `${ROLE}color = reddish`,
    explains: ({ field, aesr = '', hatrack }) => field === 'color' && hatrack === undefined && !isHexColor(aesr),
  },
  {
    what: 'A region is written in lower case.',
    why: "It becomes part of the console's address.",
    example: `${ROLE}region = EU-West-1`,
    explains: ({ field, aesr = '', hatrack }) =>
      field === 'region' && aesr !== hatrack && aesr.toLowerCase() === hatrack,
  },
  {
    what: 'What is no region counts as not written, with a problem.',
    why: 'AESR would open a page that does not exist.',
    example: `${ROLE}region = europe`,
    explains: ({ field, aesr }) => field === 'region' && aesr !== undefined && !/^[a-z]+(?:-[a-z]+)+-\d+$/i.test(aesr),
  },
  {
    what: 'What is no https: or data: picture is none, with a problem.',
    why: "The console's own policy and the user's privacy forbid it.",
    example: `${ROLE}image = http://h.example/i.png`,
    explains: ({ field, aesr = '', hatrack }) =>
      field === 'image' && hatrack === undefined && !/^(?:https:\/\/[^/]|data:image\/)/.test(aesr),
  },
  {
    what: 'An account number may have dashes.',
    why: 'The console shows it like this; AESR posts the dashes.',
    example: '[x]\naws_account_id = 1111-2222-3333\nrole_name = Admin',
    explains: ({ field, aesr = '', hatrack }) =>
      field === 'account' && /^\d{4}-\d{4}-\d{4}$/.test(aesr) && aesr.replaceAll('-', '') === hatrack,
  },
  {
    what: "An account's alias is written in lower case.",
    why: 'AWS has no other aliases; AESR compares letter by letter and finds no base.',
    example: '[x]\naws_account_id = My-Org\nrole_name = Admin',
    explains: ({ field, aesr = '', hatrack }) =>
      (field === 'account' || field === 'alias') && aesr !== hatrack && aesr.toLowerCase() === hatrack,
  },
  {
    what: 'What is neither an account number nor an alias makes no role, with a problem.',
    why: 'AESR lists a role to which nobody can switch.',
    example: '[x]\naws_account_id = 11111111111\nrole_name = Admin',
    explains: ({ of, field, section }) =>
      (field === 'missing' || (of === 'base' && field === 'account')) &&
      isBad(writtenValue(section, 'aws_account_id'), GOOD_ACCOUNT),
  },
  {
    what: 'What is no ARN of a role makes no role, with a problem.',
    why: 'AESR looks at three of its six parts.',
    example: '[x]\nrole_arn = arn:foo:iam::1:role/Admin',
    explains: ({ of, field, section }) =>
      (field === 'missing' || of === 'base') && isBad(writtenValue(section, 'role_arn'), GOOD_ARN),
  },
  {
    what: "What can't be the name of a role makes no role, with a problem.",
    why: 'AESR lists a role to which nobody can switch.',
    example: '[x]\naws_account_id = 111111111111\nrole_name = my role',
    explains: ({ of, field, section, base }) =>
      (field === 'missing' || (of === 'base' && field === 'loginRole')) &&
      [writtenValue(section, 'role_name'), writtenValue(base, 'target_role_name')].some((name) =>
        isBad(name, GOOD_NAME),
      ),
  },
  {
    what: 'A profile with Identity Center keys is a base, for its permission set.',
    why: "The portal signs one in to it; AESR doesn't read these keys.",
    example: `${BASE}sso_role_name = ReadOnly\n[x]\nrole_arn = ${ARN}Admin\nsource_profile = b`,
    explains: ({ of, field, section, aesr }) =>
      of === 'base' &&
      (field === 'extra' || (field === 'loginRole' && aesr === undefined)) &&
      hasLine(section, /^\s*(?:granted_)?sso_role_name\s*=/),
  },
];

function hasLine(section: SourceSection | undefined, pattern: RegExp): boolean {
  return section?.lines.some((line) => pattern.test(withoutComment(line))) ?? false;
}

function isBad(written: string | undefined, good: RegExp): boolean {
  return written !== undefined && !good.test(withoutComment(written));
}

function isHexColor(text: string): boolean {
  return /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text);
}

function standsTwice(section: SourceSection | undefined, sections: readonly SourceSection[]): boolean {
  return section !== undefined && sections.filter(({ name }) => plain(name) === plain(section.name)).length > 1;
}

/** Whether the bases of a section lead back to it. */
function isInLoop(section: SourceSection | undefined, sections: readonly SourceSection[]): boolean {
  const reached = new Set(sourcesOf(section));
  for (const name of reached) {
    for (const one of sections.filter((other) => plain(other.name) === name)) {
      for (const source of sourcesOf(one)) reached.add(source);
    }
  }
  return section !== undefined && reached.has(plain(section.name));
}

function sourcesOf(section: SourceSection | undefined): string[] {
  const written = writtenValue(section, 'source_profile');
  return written === undefined ? [] : [plain(withoutComment(written))];
}

function plain(name: string): string {
  return name.replace(/^(["'])(.*)\1$/s, '$2').trim();
}
