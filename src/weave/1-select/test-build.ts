import type { WeaveRequest } from '../weave-request.ts';

/** Whether a package is compiled with test files, or is the program that `go test` makes. */
export function isTestBuild({ files }: WeaveRequest): boolean {
  return files.some(({ name }) => /(^|[\\/])(_testmain|[^\\/]*_test)\.go$/.test(name));
}
