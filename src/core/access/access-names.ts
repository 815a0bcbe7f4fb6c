/**
 * Makes names, none of them twice in any case: IAM, and file systems, tell names apart without it.
 *
 * @param separator what stands before the number of a name that was there already
 */
export function nameMaker(separator: '' | '-'): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name}${separator}${count}`;
    taken.add(free.toLowerCase());
    return free;
  };
}

/** `team/read-only` as `TeamReadOnly`: the id of a resource, letters and digits alone. */
export function toLogicalId(text: string, fallback: string): string {
  const words = text.split(/[^A-Za-z\d]+/).filter((word) => word !== '');
  const id = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(id) ? id : fallback + id;
}

/** `TeamReadOnly` as `team_read_only`: what Terraform calls resources. Ids that differ stay different. */
export function toSnakeCase(id: string): string {
  return id.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
}

/** What a policy or a file can have of a text as its name; the fallback where nothing is left. */
export function toPlainName(text: string, fallback: string): string {
  const name = text.replace(/[^\w+=.@-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? fallback : name.slice(0, 80);
}
