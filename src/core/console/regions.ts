import type { PartitionId } from './partition.ts';

export interface KnownRegion {
  readonly code: string;
  /** Where it is, as AWS's own list of regions names the place. */
  readonly place: string;
}

/**
 * The regions that exist (AWS's list, 2026), to propose. Never to refuse one by: new ones open faster than extensions
 * are updated, so what counts as a region is `isRegion`'s to say.
 */
export const REGIONS: Readonly<Record<PartitionId, readonly KnownRegion[]>> = {
  aws: [
    { code: 'us-east-1', place: 'N. Virginia' },
    { code: 'us-east-2', place: 'Ohio' },
    { code: 'us-west-1', place: 'N. California' },
    { code: 'us-west-2', place: 'Oregon' },
    { code: 'ap-northeast-1', place: 'Tokyo' },
    { code: 'ap-northeast-2', place: 'Seoul' },
    { code: 'ap-northeast-3', place: 'Osaka' },
    { code: 'ap-southeast-1', place: 'Singapore' },
    { code: 'ap-southeast-2', place: 'Sydney' },
    { code: 'ap-southeast-3', place: 'Jakarta' },
    { code: 'ap-southeast-4', place: 'Melbourne' },
    { code: 'ap-southeast-5', place: 'Malaysia' },
    { code: 'ap-southeast-6', place: 'New Zealand' },
    { code: 'ap-southeast-7', place: 'Thailand' },
    { code: 'ap-south-1', place: 'Mumbai' },
    { code: 'ap-south-2', place: 'Hyderabad' },
    { code: 'ap-east-1', place: 'Hong Kong' },
    { code: 'ap-east-2', place: 'Taipei' },
    { code: 'eu-central-1', place: 'Frankfurt' },
    { code: 'eu-central-2', place: 'Zurich' },
    { code: 'eu-west-1', place: 'Ireland' },
    { code: 'eu-west-2', place: 'London' },
    { code: 'eu-west-3', place: 'Paris' },
    { code: 'eu-north-1', place: 'Stockholm' },
    { code: 'eu-south-1', place: 'Milan' },
    { code: 'eu-south-2', place: 'Spain' },
    { code: 'ca-central-1', place: 'Montreal' },
    { code: 'ca-west-1', place: 'Calgary' },
    { code: 'sa-east-1', place: 'São Paulo' },
    { code: 'mx-central-1', place: 'Mexico' },
    { code: 'af-south-1', place: 'Cape Town' },
    { code: 'me-central-1', place: 'UAE' },
    { code: 'me-south-1', place: 'Bahrain' },
    { code: 'il-central-1', place: 'Tel Aviv' },
  ],
  'aws-us-gov': [
    { code: 'us-gov-west-1', place: 'US-West' },
    { code: 'us-gov-east-1', place: 'US-East' },
  ],
  'aws-cn': [
    { code: 'cn-north-1', place: 'Beijing' },
    { code: 'cn-northwest-1', place: 'Ningxia' },
  ],
  'aws-eusc': [{ code: 'eusc-de-east-1', place: 'Brandenburg' }],
};
