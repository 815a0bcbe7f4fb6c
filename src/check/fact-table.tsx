interface FactTableProps {
  readonly caption: string;
  /** What it is, and how it is. */
  readonly rows: readonly (readonly [string, string])[];
}

export function FactTable({ caption, rows }: FactTableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
