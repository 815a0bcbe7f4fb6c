/** Account, role and partition of an ARN that was put into one field; undefined for anything else. */
export function splitArn(text: string): { partition: string; account: string; roleName: string } | undefined {
  const [, partition, account, roleName] = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(.+)$/.exec(text.trim()) ?? [];
  return partition !== undefined && account !== undefined && roleName !== undefined
    ? { partition, account, roleName }
    : undefined;
}
