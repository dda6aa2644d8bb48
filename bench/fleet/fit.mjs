/** Seconds of a duration that the go command writes as nanoseconds. */
export const seconds = (nanoseconds) => nanoseconds / 1e9;

/**
 * The line of least squares through packages: seconds of the processor by bytes of source.
 *
 * @param {readonly { bytes: number, seconds: number }[]} rows
 * @returns {{ perPackage: number, perMegabyte: number, explained: number }} seconds for a package and for a megabyte of source; the share of the
 *   variance that the line explains (R²)
 */
export function fitLine(rows) {
  const n = rows.length;
  const mean = (of) => rows.reduce((sum, row) => sum + of(row), 0) / n;
  const x = (row) => row.bytes / 1e6;
  const [mx, my] = [mean(x), mean((row) => row.seconds)];
  const sum = (of) => rows.reduce((all, row) => all + of(row), 0);
  const varianceX = sum((row) => (x(row) - mx) ** 2);
  const perMegabyte = sum((row) => (x(row) - mx) * (row.seconds - my)) / varianceX;
  const perPackage = my - perMegabyte * mx;
  const unexplained = sum((row) => (row.seconds - perPackage - perMegabyte * x(row)) ** 2);
  return { perPackage, perMegabyte, explained: 1 - unexplained / sum((row) => (row.seconds - my) ** 2) };
}
