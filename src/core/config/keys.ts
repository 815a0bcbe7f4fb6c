import type { ValueRule } from './ini-value.ts';

/**
 * Every key that the configuration text knows (config-format §3).
 *
 * `of` says where it means something: on a role, on a base, on both; `tool` keys are other programs' own, kept in the
 * text and not looked at; `secret` ones must never be stored. `tight` keys have neither `#` nor `;` in their grammar,
 * so either begins a comment even without white space before it (config-format §1).
 */
const KEYS = {
  role_arn: { of: 'both', tight: true },
  aws_account_id: { of: 'both', tight: true },
  role_name: { of: 'both', tight: true },
  source_profile: { of: 'role', tight: true },
  aws_account_alias: { of: 'base', tight: true },
  target_role_name: { of: 'base', tight: true },
  target_region: { of: 'base', tight: true },
  color: { of: 'role', tight: true },
  region: { of: 'role', tight: true },
  image: { of: 'role', tight: false },
  label: { of: 'role', tight: false },
  display_name: { of: 'role', tight: false },
  group: { of: 'role', tight: false },
  tags: { of: 'role', tight: false },
  note: { of: 'role', tight: false },
  env: { of: 'role', tight: true },
  confirm: { of: 'role', tight: true },
  start_url: { of: 'role', tight: false },
  destination: { of: 'role', tight: false },
  container: { of: 'both', tight: false },
  container_color: { of: 'both', tight: true },
  container_icon: { of: 'both', tight: true },
  favorite: { of: 'role', tight: true },
  hidden: { of: 'role', tight: true },
  external_id: { of: 'role', tight: true },
  mfa_serial: { of: 'both', tight: true },
  sso_account_id: { of: 'base', tight: true },
  sso_role_name: { of: 'base', tight: true },
  sso_session: { of: 'base', tight: false },
  sso_start_url: { of: 'base', tight: false },
  granted_sso_account_id: { of: 'base', tight: true },
  granted_sso_role_name: { of: 'base', tight: true },
  granted_sso_start_url: { of: 'base', tight: false },
  role_session_name: { of: 'tool', tight: true },
  duration_seconds: { of: 'tool', tight: true },
  credential_source: { of: 'tool', tight: true },
  credential_process: { of: 'tool', tight: false },
  web_identity_token_file: { of: 'tool', tight: false },
  login_session: { of: 'tool', tight: false },
  output: { of: 'tool', tight: true },
  aws_access_key_id: { of: 'secret', tight: false },
  aws_secret_access_key: { of: 'secret', tight: false },
  aws_session_token: { of: 'secret', tight: false },
  aws_security_token: { of: 'secret', tight: false },
  x_security_token_expires: { of: 'secret', tight: false },
} as const satisfies Record<string, KeyRule>;

interface KeyRule {
  readonly of: 'role' | 'base' | 'both' | 'tool' | 'secret';
  readonly tight: boolean;
}

export type KnownKey = keyof typeof KEYS;

const RULES: ReadonlyMap<string, KeyRule> = new Map(Object.entries(KEYS));

/** Two names for one thing: the second is how other tools call it. */
const SYNONYMS = { display_name: 'label', destination: 'start_url' } as const satisfies Partial<
  Record<KnownKey, KnownKey>
>;

/** Keys of the AWS CLI and SDKs and of tools that write into the same file; nothing here reads them. */
const TOOL_PREFIXES =
  /^(?:sso_|cli_|granted_|common_fate_|azure_|okta_|saml_|x_|ec2_|s3_?|sts_|sigv4|retry_|max_|request_|endpoint_|use_)/;
const TOOL_KEYS: ReadonlySet<string> = new Set(
  `account_id_endpoint_mode api_versions auth_scheme_preference aws_expiration ca_bundle chained_from_profile
  credentials_cache defaults_mode disable_request_compression dynamodb expiration ignore_configured_endpoint_urls
  include_profile mfa_process parameter_validation parent_profile sdk_ua_app_id services source_identity
  tcp_keepalive transitive_session_tags user_agent_extra`.split(/\s+/),
);

/** Whether the key's value means something here; other programs' own are kept in the text and not looked at. */
export function isReadKey(key: KnownKey): boolean {
  return KEYS[key].of !== 'tool' && KEYS[key].of !== 'secret';
}

export const SECRET_KEYS: readonly string[] = [...RULES].filter(([, rule]) => rule.of === 'secret').map(([key]) => key);

/** The key's own name, or that of the key it stands for; undefined for a key that isn't in the table. */
export function knownKey(key: string): KnownKey | undefined {
  if (!isKnown(key)) return undefined;
  return isSynonym(key) ? SYNONYMS[key] : key;
}

/** Whether some other tool's key, which the text may hold without a word. */
export function isToolKey(key: string): boolean {
  return TOOL_PREFIXES.test(key) || TOOL_KEYS.has(key);
}

const COLOR_RULE: ValueRule = { cutsTightComment: true, takesHexColor: true };
const TIGHT_RULE: ValueRule = { cutsTightComment: true, takesHexColor: false };
const LOOSE_RULE: ValueRule = { cutsTightComment: false, takesHexColor: false };

/** How the values of a key are written: what config-format §1 says about comments. */
export function ruleOfKey(key: string): ValueRule {
  if (key === 'color') return COLOR_RULE;
  return RULES.get(key)?.tight ? TIGHT_RULE : LOOSE_RULE;
}

function isKnown(key: string): key is KnownKey {
  return RULES.has(key);
}

function isSynonym(key: KnownKey): key is keyof typeof SYNONYMS {
  return Object.hasOwn(SYNONYMS, key);
}

/** Keys worth proposing for a misspelt one. */
export const PROPOSABLE_KEYS: readonly string[] = [...RULES]
  .filter(([key, rule]) => rule.of !== 'secret' && rule.of !== 'tool' && !TOOL_PREFIXES.test(key))
  .map(([key]) => key);
