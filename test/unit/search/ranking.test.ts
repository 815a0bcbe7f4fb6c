import { describe, expect, it } from 'vitest';
import { NOTHING_PERSONAL, type Personal, withPin, withUse } from '../../../src/core/saved/personal.ts';
import { boostsOf } from '../../../src/core/search/boosts.ts';
import { search } from '../../../src/core/search/search.ts';
import { buildIndex } from '../../../src/core/search/search-index.ts';
import { COMPANY_ROLES } from '../../fixtures/company-roles.ts';

const INDEX = buildIndex(COMPANY_ROLES);

/** Labels of what is found first. */
function firstLabels(query: string, count: number, boosts?: Float64Array): string[] {
  return [...search(INDEX, query, boosts).order.slice(0, count)].map((row) => COMPANY_ROLES[row]?.label ?? '');
}

/** A query, and the rows that come first, in their order. */
type Case = readonly [query: string, ...first: string[]];

const BY_NAME: readonly Case[] = [
  ['payments-prod-admin', 'payments-prod-admin', 'gov.payments.prod.admin'],
  ['payments prod admin', 'payments-prod-admin', 'payments-prod-eu-admin', 'payments-billing-prod-admin'],
  ['admin prod payments', 'payments-prod-admin', 'payments-prod-eu-admin', 'payments-billing-prod-admin'],
  ['PAYMENTS_PROD_ADMIN', 'payments-prod-admin', 'gov.payments.prod.admin'],
  ['prod-payments-admin', 'payments-prod-admin', 'payments-prod-eu-admin'],
  ['payments', 'payments-dev-admin', 'payments-dev-dev', 'payments-dev-readonly'],
  ['payments billing', 'payments-billing-dev-admin', 'payments-billing-dev-dev'],
  ['tax', 'tax-dev-admin', 'tax-dev-dev', 'tax-dev-readonly', 'tax-dev-oncall', 'tax-dev-billing'],
  ['tax prod', 'tax-prod-admin', 'tax-prod-dev', 'tax-prod-readonly'],
  ['cart pro adm', 'cart-prod-admin', 'cart-prod-eu-admin'],
  ['adm prod pay', 'payments-prod-admin', 'payments-prod-eu-admin'],
  ['tax/prod', 'tax-prod-admin', 'tax-prod-dev', 'tax-prod-readonly'],
  ['tax_prod_eu', 'tax-prod-eu-admin', 'tax-prod-eu-dev', 'tax-prod-eu-readonly'],
  ['gov.tax.prod', 'gov.tax.prod.admin', 'gov.tax.prod.readonly'],
  ['cart prod oncall', 'cart-prod-oncall', 'cart-prod-eu-oncall'],
  ['eu prod', 'payments-prod-eu-admin', 'payments-prod-eu-dev'],
  ['ledger eu readonly', 'ledger-dev-eu-readonly', 'ledger-stg-eu-readonly'],
  ['lake data', 'data-lake-dev-admin', 'data-lake-dev-dev'],
  ['warehouse', 'warehouse-dev-admin', 'warehouse-dev-dev'],
  ['data-warehouse prod', 'data-warehouse-prod-admin', 'data-warehouse-prod-dev'],
  ['ware prod', 'warehouse-prod-admin', 'warehouse-prod-dev'],
  ['detection prod', 'fraud-detection-prod-admin', 'fraud-detection-prod-dev'],
  ['ml', 'ml-training-dev-admin', 'ml-training-dev-dev'],
  ['ci', 'ci-runners-dev-admin', 'ci-runners-dev-dev'],
  ['runners ci prod', 'ci-runners-prod-admin', 'ci-runners-prod-dev'],
  ['rec prod', 'recommendations-prod-admin', 'recommendations-prod-dev'],
  ['MediaEncoderLive_Viewer', 'MediaEncoderLive_Viewer'],
  ['rights store', 'RightsStoreDev_PowerUser', 'RightsStoreDev_DBAdmin'],
  ['hub live', 'ContentHubLive_PowerUser', 'ContentHubLive_DBAdmin'],
  ['live events', 'LiveEventsDev_PowerUser', 'LiveEventsDev_DBAdmin'],
  ['secops qa', 'ContentHubQA_SecOps', 'MediaEncoderQA_SecOps', 'AdServerQA_SecOps'],
  ['break glass', 'break-glass Admin', 'break-glass Auditor', 'break-glass ReadOnly'],
  ['vault op', 'backup-vault Operator'],
  ['jp-ledger-prod', '会計台帳（本番）'],
  ['xylophone'],
];

const BY_THE_REST: readonly Case[] = [
  ['Finance prod', 'payments-prod-admin', 'payments-prod-dev'],
  ['logistics prod admin', 'warehouse-prod-admin', 'warehouse-prod-eu-admin', 'shipping-prod-admin'],
  ['platform', 'identity-dev-admin', 'identity-dev-dev'],
  ['critical ledger', 'ledger-prod-admin', 'ledger-prod-dev', 'ledger-prod-readonly'],
  ['team-7 admin', 'checkout-dev-admin', 'checkout-dev-eu-admin'],
  ['premium', 'customer-0001', 'customer-0011', 'customer-0021'],
  ['us-gov', 'gov.payments.dev.admin', 'gov.payments.dev.readonly'],
  ['apne1 tax admin', 'tax-dev-admin', 'tax-stg-admin', 'tax-prod-admin', 'tax-sandbox-admin'],
  ['usw2 viewer', 'ContentHubDev_Viewer', 'ContentHubQA_Viewer'],
  ['apse2', 'customer-0002', 'customer-0004'],
  ['us-east-1 audit', 'security-audit Admin', 'security-audit Auditor'],
  ['AdministratorAccess tax', 'tax-dev-admin', 'tax-dev-eu-admin'],
  ['ops/OnCallEngineer tax', 'tax-dev-oncall', 'tax-dev-eu-oncall'],
  ['developer tax stg', 'tax-stg-dev', 'tax-stg-eu-dev'],
  ['poweruser content', 'ContentHubDev_PowerUser', 'ContentHubQA_PowerUser'],
  ['oncall apne1 prod ledger', 'ledger-prod-oncall'],
  ['production tax', 'tax-prod-admin', 'tax-prod-dev'],
  ['uat tax', 'tax-stg-admin', 'tax-stg-dev'],
  ['playground tax', 'tax-sandbox-admin', 'tax-sandbox-dev'],
  ['hoshi-dns', 'dns Admin', 'dns Auditor'],
  ['Route 53', 'dns Admin', 'dns Auditor'],
  ['osaka vpn', 'network-hub Admin', 'network-hub Auditor'],
  ['invoices readonly', 'cost-explorer ReadOnly'],
  ['運用 ledger', '会計台帳（開発）', '会計台帳（検証）'],
];

const BY_NUMBER: readonly Case[] = [
  ['177368787133', 'payments-dev-admin', 'payments-dev-dev'],
  ['1773-6878-7133', 'payments-dev-admin', 'payments-dev-dev'],
  ['1773-68', 'payments-dev-admin', 'payments-dev-dev'],
  ['7133 oncall', 'payments-dev-oncall'],
  ['787133 readonly', 'payments-dev-readonly'],
  ['１７７３ billing', 'payments-dev-billing'],
  ['arn:aws:iam::177368787133:role/ops/OnCallEngineer', 'payments-dev-oncall'],
  ['0042', 'customer-0042'],
  ['customer-0042', 'customer-0042'],
  ['customer 42', 'customer-0042', 'customer-0142', 'customer-0242'],
  ['customer-0000000'],
];

const BY_INITIALS: readonly Case[] = [
  ['pdb', 'payments-dev-billing', 'payments-dev-eu-billing'],
  ['ppa', 'payments-prod-admin', 'payments-prod-eu-admin'],
  ['ppea', 'payments-prod-eu-admin'],
  ['pbdb', 'payments-billing-dev-billing'],
  ['tpa', 'tax-prod-admin', 'tax-prod-eu-admin'],
  ['fdpo', 'fraud-detection-prod-oncall', 'fraud-detection-prod-eu-oncall'],
  ['pdb eu', 'payments-dev-eu-billing'],
  ['eu pdb', 'payments-dev-eu-billing'],
  ['paydevbil', 'payments-dev-billing', 'payments-dev-eu-billing'],
  ['payprodadm', 'payments-prod-admin', 'payments-prod-eu-admin'],
  ['cpo', 'catalog-prod-oncall', 'checkout-prod-oncall', 'cart-prod-oncall'],
  ['chlpu', 'ContentHubLive_PowerUser'],
  ['mel', 'MediaEncoderLive_PowerUser', 'MediaEncoderLive_DBAdmin'],
  ['vpd', 'VideoPlayerDev_PowerUser', 'VideoPlayerDev_DBAdmin'],
  ['bga', 'break-glass Admin', 'break-glass Auditor'],
];

const BY_MISTAKE: readonly Case[] = [
  ['paymnets prod', 'payments-prod-admin', 'payments-prod-dev'],
  ['prod paymnet', 'payments-prod-admin', 'payments-prod-dev'],
  ['ledgr prod', 'ledger-prod-admin', 'ledger-prod-dev'],
  ['chekout', 'checkout-dev-admin', 'checkout-dev-dev'],
  ['checkuot prod', 'checkout-prod-admin', 'checkout-prod-dev'],
  ['observabiltiy prod', 'observability-prod-admin', 'observability-prod-dev'],
  ['recomendatoins', 'recommendations-dev-admin', 'recommendations-dev-dev'],
  ['warehose', 'warehouse-dev-admin', 'warehouse-dev-dev'],
  ['serach prod', 'search-prod-admin', 'search-prod-dev'],
  ['admni tax', 'tax-dev-admin', 'tax-dev-eu-admin'],
  ['prdo tax', 'tax-prod-admin', 'tax-prod-dev'],
  ['pdro tax', 'tax-prod-admin', 'tax-prod-dev'],
  ['idntity', 'identity-dev-admin', 'identity-dev-dev'],
  ['oservability', 'observability-dev-admin', 'observability-dev-dev'],
  ['xidentity', 'identity-dev-admin', 'identity-dev-dev'],
  ['cart-prd', 'cart-prod-admin', 'cart-prod-dev'],
  ['fleet-traking dev', 'fleet-tracking-dev-admin', 'fleet-tracking-dev-dev'],
  // Two mistakes in a short word, and any among digits, are too many.
  ['lgeder'],
  ['tacks'],
  ['proxy tax'],
  ['customer-0o42'],
  ['177368787134'],
];

const IN_JAPANESE: readonly Case[] = [
  ['決済 本番', '決済（本番）'],
  ['本番 決済', '決済（本番）'],
  ['請求（本番)', '請求（本番）'],
  ['データ', 'データ倉庫（開発）', 'データ倉庫（検証）'],
  ['でーた 本番', 'データレイク（本番）', 'データ倉庫（本番）'],
  ['ﾃﾞｰﾀﾚｲｸ', 'データレイク（開発）', 'データレイク（検証）'],
  ['デ-タレイク 本番', 'データレイク（本番）'],
  ['デ―タ　倉庫　検証', 'データ倉庫（検証）'],
  ['ｶｰﾄ 開発', 'カート（開発）'],
  ['かーと おためし'],
  ['すとあ お試し', 'ストア（お試し）'],
  ['台帳 検証', '会計台帳（検証）'],
  ['国内 お試し', '決済（お試し）', '請求（お試し）'],
  ['機械 学習 本番', '機械学習（本番）'],
  ['認証 prod', '認証基盤（本番）'],
  ['レポトー', 'レポート（開発）', 'レポート（検証）'],
  ['データレク', 'データレイク（開発）', 'データレイク（検証）'],
  ['ｐａｙｍｅｎｔｓ　ｐｒｏｄ', 'payments-prod-admin', 'payments-prod-dev'],
];

describe.each(Object.entries({ BY_NAME, BY_THE_REST, BY_NUMBER, BY_INITIALS, BY_MISTAKE, IN_JAPANESE }))(
  'what comes first of 2,000 roles: %s',
  (_, cases) => {
    it.each(cases)('“%s”', (query, ...first) => {
      expect(firstLabels(query, Math.max(1, first.length))).toEqual(first);
    });
  },
);

describe('of rows that match alike', () => {
  const NOW = Date.UTC(2026, 10, 26);
  const DAY = 86_400_000;
  const keyOf = (label: string) => COMPANY_ROLES.find((role) => role.label === label)?.key ?? '';
  const used = (...uses: [base: string, label: string, daysAgo: number, times: number][]): Personal =>
    uses.reduce<Personal>((personal, [base, label, daysAgo, times]) => {
      const once = (before: Personal) => withUse(before, base, keyOf(label), NOW - daysAgo * DAY);
      return Array.from({ length: times }).reduce<Personal>(once, personal);
    }, NOTHING_PERSONAL);
  const pinned = (label: string, personal = NOTHING_PERSONAL) => withPin(personal, keyOf(label), true, NOW);

  const cases: [string, Personal, string, string[]][] = [
    ['the used one', used(['1', 'tax-prod-oncall', 3, 1]), 'tax prod', ['tax-prod-oncall', 'tax-prod-admin']],
    [
      'the one used more',
      used(['1', 'tax-prod-dev', 0, 1], ['1', 'tax-prod-oncall', 0, 5]),
      'tax prod',
      ['tax-prod-oncall', 'tax-prod-dev', 'tax-prod-admin'],
    ],
    [
      'the one used later',
      used(['1', 'tax-prod-dev', 60, 9], ['1', 'tax-prod-oncall', 0, 2]),
      'tax prod',
      ['tax-prod-oncall', 'tax-prod-dev', 'tax-prod-admin'],
    ],
    ['only uses from this base', used(['2', 'tax-prod-oncall', 0, 9]), 'tax prod', ['tax-prod-admin', 'tax-prod-dev']],
    ['a pinned one', pinned('tax-prod-billing'), 'tax prod', ['tax-prod-billing', 'tax-prod-admin']],
    [
      'one used often before a pinned one',
      pinned('tax-prod-dev', used(['1', 'tax-prod-oncall', 0, 9])),
      'tax prod',
      ['tax-prod-oncall', 'tax-prod-dev', 'tax-prod-admin'],
    ],
    ['never a worse match', used(['1', 'gov.tax.prod.admin', 0, 99]), 'tax prod', ['tax-prod-admin', 'tax-prod-dev']],
    ['never before the exact name', used(['1', 'tax-prod-eu-admin', 0, 99]), 'tax-prod-admin', ['tax-prod-admin']],
  ];
  it.each(cases)('comes first %s', (_, personal, query, first) => {
    expect(firstLabels(query, first.length, boostsOf(COMPANY_ROLES, personal, ['1'], NOW))).toEqual(first);
  });
});

describe('typing mistakes', () => {
  const cases: [string, boolean][] = [
    ['payments', false],
    ['paymnets', true],
    ['pdb', false],
    ['prod-payments', true],
    ['xylophone', false],
    ['', false],
  ];
  it.each(cases)('“%s” is corrected: %s', (query, isCorrected) => {
    expect(search(INDEX, query).isCorrected).toBe(isCorrected);
  });

  it('are not looked for where the word stands as it was typed', () => {
    // “cart” is one letter from “cat”, which begins “catalog”.
    expect(firstLabels('cart', 2000).every((label) => !label.startsWith('catalog'))).toBe(true);
  });
});
