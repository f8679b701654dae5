/** A column of a table: its heading, and the cell it makes of a row. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string | number];

/** Prints an aligned table: the numbers of a column end below each other. */
export function printTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): void {
  const cells = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => String(cell(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  for (const line of cells)
    console.log(`  ${line.map((cell, index) => cell.padStart(widths[index] ?? 0)).join("   ")}`);
}

/** A share in percent, such as of one core; a dash where it could not be measured. */
export function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${(share * 100).toFixed(0)} %`;
}

/** A number with so many digits after the point; a dash where it could not be measured. */
export function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? "–" : value.toFixed(digits);
}

/** Of sorted numbers, the one below which a share of them lies; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle one; of an even number of them, the upper one of the two. */
export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((left, right) => left - right),
    0.5,
  );
}
