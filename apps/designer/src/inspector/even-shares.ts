/** Shares of 100 % that are as even as two decimals allow, and add up; what is left over goes to the first ones. */
export function evenShares(count: number): readonly number[] {
  const whole = Math.floor(10_000 / count);
  const over = 10_000 - whole * count;
  return Array.from({ length: count }, (_, index) => (whole + (index < over ? 1 : 0)) / 100);
}

/** What shares add up to, without the noise of adding decimals; what is no number counts nothing. */
export function sumOf(shares: readonly unknown[]): number {
  const sum = shares.reduce<number>((total, share) => total + (typeof share === "number" ? share : 0), 0);
  return Number(sum.toFixed(3));
}
