import { PARTITIONS, type Partition, type PartitionId } from './partition.ts';

/**
 * The partition whose roles a portal of Identity Center leads to, by its host (console-contract §7); undefined for a
 * host of a company's own, which tells nothing.
 *
 * @param portalUrl an absolute URL
 */
export function partitionOfPortal(portalUrl: string): PartitionId | undefined {
  const labels = new URL(portalUrl).hostname.split('.');
  const isOf = (partition: Partition) =>
    partition.portalHosts.some((form) => isOfForm(labels, form.split('.'), partition));
  return Object.values(PARTITIONS).find(isOf)?.id;
}

function isOfForm(labels: readonly string[], form: readonly string[], { regionPattern }: Partition): boolean {
  if (labels.length !== form.length) return false;
  return form.every((part, at) => {
    const label = labels[at] ?? '';
    if (part === '{region}') return regionPattern.test(label);
    return part === '*' ? label !== '' : part === label;
  });
}
