/**
 * Whether a file in the folder of a helper program (`helper/shim`, …) is part of that program. Tests are not: they change neither the
 * program nor a key.
 */
export function isHelperSource(name: string): boolean {
  return (name.endsWith('.go') && !name.endsWith('_test.go')) || name === 'go.mod';
}
