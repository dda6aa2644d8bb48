import { expect, test } from 'vitest';
import { readReportOptions } from '../../../src/cli/commands/report.ts';

test('the format follows the output, and is Markdown of ./... otherwise', () => {
  expect(readReportOptions([])).toMatchObject({ format: 'md', output: undefined, patterns: ['./...'], from: [] });
  expect(readReportOptions(['-o', 'a.html']).format).toBe('html');
  expect(readReportOptions(['-o=a.html', '--format=json']).format).toBe('json');
  expect(readReportOptions(['--from', 'a', '--from=b']).from).toEqual(['a', 'b']);
});

test.each([
  [['--format', 'pdf'], /unknown format "pdf"/],
  [['--nonsense'], /unknown option "--nonsense" of gots report/],
  [['-o'], /-o needs a value/],
  [['--from', 'r.json', './cmd'], /\.\/cmd: packages are built or a report is read, not both/],
])('%j is refused', (words, message) => {
  expect(() => readReportOptions(words)).toThrow(message);
});
