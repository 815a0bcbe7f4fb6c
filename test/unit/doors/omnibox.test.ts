import { describe, expect, it } from 'vitest';
import { parseService } from '../../../src/core/console/console-services.ts';
import { describeHit, describeText } from '../../../src/core/doors/describe-hit.ts';
import { fromOmniboxContent, toOmniboxContent } from '../../../src/core/doors/omnibox-content.ts';
import { enteredHit, suggestRoles } from '../../../src/core/doors/suggest-roles.ts';
import type { RoleRow } from '../../../src/core/roles/role-list.ts';
import { RoleSearch } from '../../../src/core/roles/search-roles.ts';
import { roleRow as row } from '../../fixtures/role-row.ts';

const S3 = parseService('s3');
const DETAILS = '2222-2222-2222 Admin';

describe('a description', () => {
  const cases: [string, RoleRow, string, string][] = [
    ['marks nothing without a query', row('dev'), '', `dev <dim>— ${DETAILS}</dim>`],
    [
      'marks every word that was typed',
      row('pay-dev'),
      'dev pay',
      `<match>pay</match>-<match>dev</match> <dim>— ${DETAILS}</dim>`,
    ],
    [
      'marks in any case, and the longer word first',
      row('Develop'),
      'd dev',
      `<match>Dev</match>elop <dim>— ${DETAILS}</dim>`,
    ],
    ['names the region', row('dev', { region: 'eu-west-1' }), '', `dev <dim>— ${DETAILS} · eu-west-1</dim>`],
    [
      'takes a query as it is, not as a pattern',
      row('a.b (c'),
      '. (',
      `a<match>.</match>b <match>(</match>c <dim>— ${DETAILS}</dim>`,
    ],
    [
      'marks a bracket, and writes it as XML must',
      row('<b>&"\''),
      '<b>',
      `<match>&lt;b&gt;</match>&amp;&quot;&apos; <dim>— ${DETAILS}</dim>`,
    ],
    ['is never cut short by an entity', row('a&b'), 'amp', `a&amp;b <dim>— ${DETAILS}</dim>`],
    ['leaves out what XML can’t hold', row('a\u0000b\ud800c\uffff'), '', `a b c  <dim>— ${DETAILS}</dim>`],
    ['escapes the rest as well', row('x', { roleName: 'a<b' }), '', 'x <dim>— 2222-2222-2222 a&lt;b</dim>'],
    ['keeps Japanese', row('支払い 本番'), '本番', `支払い <match>本番</match> <dim>— ${DETAILS}</dim>`],
  ];
  it.each(cases)('in markup %s', (_name, shown, query, expected) => {
    expect(describeHit({ row: shown }, query, 'markup')).toBe(expected);
  });

  it('in plain text stays as it is', () => {
    expect(describeHit({ row: row('<b>'), service: S3 }, 'b', 'plain')).toBe(`<b> — ${DETAILS} · → S3`);
    expect(describeText('a < b', 'plain')).toBe('a < b');
    expect(describeText('a < b', 'markup')).toBe('a &lt; b');
  });
});

describe('the content of a suggestion', () => {
  const odd = row('a > s3');
  const rows = [row('dev'), odd];
  it.each([
    ['a role', { row: rows[0] as RoleRow }],
    ['a role and a service', { row: rows[0] as RoleRow, service: S3 }],
    ['a role whose name looks like a service', { row: odd }],
    ['such a role with a service', { row: odd, service: S3 }],
  ])('leads back to %s', (_name, hit) => {
    expect(fromOmniboxContent(` ${toOmniboxContent(hit)} `, rows)).toEqual(hit);
  });

  it.each([
    ['another account', 'aws:333333333333:Admin::dev'],
    ['a name alone', 'dev'],
    ['a service that is none', 'aws:222222222222:Admin::dev > https://example.com/'],
    ['a service of no role', 'gone > s3'],
    ['nothing', ''],
  ])('of %s is none', (_name, content) => {
    expect(fromOmniboxContent(content, rows)).toBeUndefined();
  });
});

describe('suggestions', () => {
  const current = row('prod', { state: { kind: 'current' } });
  const rows = [current, row('prod-logs'), row('dev'), row('secret', { isHidden: true })];
  const suggested = (text: string) =>
    suggestRoles(new RoleSearch(rows), text, 'plain').map(({ description }) => description.split(' — ')[0]);

  it('are the best six', () => {
    const many = Array.from({ length: 20 }, (_, index) => row(`role-${index}`));
    expect(suggestRoles(new RoleSearch(many), 'role', 'plain').map(({ content }) => content)).toEqual(
      many.slice(0, 6).map(({ id }) => id),
    );
  });

  it('that are gone are not searched for', () => {
    const found = row('x', { tags: ['aws:222222222222:Admin::y'] });
    expect(suggestRoles(new RoleSearch([found]), 'aws:222222222222:Admin::y', 'plain')).toHaveLength(1);
    expect(enteredHit([found], 'aws:222222222222:Admin::y')).toBeUndefined();
  });

  it.each([
    ['', ['prod-logs', 'dev']],
    ['prod', ['prod-logs']],
    ['secret', ['secret']],
    ['prod-lpgs', ['prod-logs']],
    ['nowhere', []],
    ['dev s3', ['dev']],
  ])('for “%s” leave out the role that one is in', (text, expected) => {
    expect(suggested(text)).toEqual(expected);
  });

  it.each([
    ['what was chosen', toOmniboxContent({ row: row('dev') }), 'dev'],
    ['what was chosen, with its service', toOmniboxContent({ row: row('dev'), service: S3 }), 'dev → S3'],
    ['the best for what was typed', 'prod', 'prod-logs'],
    ['the service that was typed', 's3 dev', 'dev → S3'],
    ['nothing for what is only guessed', 'prod-lpgs', undefined],
    ['nothing for nothing', '  ', undefined],
    ['nothing for what finds nothing', 'nowhere', undefined],
    ['the role that one is in, where it is meant', toOmniboxContent({ row: current }), 'prod'],
    ['nothing for a role that is gone', 'aws:333333333333:Admin::gone', undefined],
  ])('enter %s', (_name, text, expected) => {
    const hit = enteredHit(rows, text);
    expect(hit && [hit.row.label, hit.service?.name].filter(Boolean).join(' → ')).toBe(expected);
  });
});
