/** A module with every kind of package: cgo, assembly, main, tests inside and outside the package, blank and renamed imports. */
export const mixedModule: Readonly<Record<string, string>> = {
  'go.mod': 'module example.com/mixed\n\ngo 1.24\n',
  'main.go':
    'package main\n\nimport (\n\t"example.com/mixed/native"\n\t"example.com/mixed/sum"\n\t_ "net"\n)\n\nfunc main() { println(native.One(), sum.Add(1, 2)) }\n',
  'native/native.go':
    'package native\n\n// int one(void) { return 1; }\nimport "C"\n\nimport "strconv"\n\nfunc One() string { return strconv.Itoa(int(C.one())) }\n',
  'sum/sum.go': 'package sum\n\nfunc Add(a, b int) int\n',
  'sum/sum_amd64.s':
    '#include "textflag.h"\n\nTEXT ·Add(SB), NOSPLIT, $0-24\n\tMOVQ a+0(FP), AX\n\tADDQ b+8(FP), AX\n\tMOVQ AX, ret+16(FP)\n\tRET\n',
  'sum/sum_arm64.s':
    '#include "textflag.h"\n\nTEXT ·Add(SB), NOSPLIT, $0-24\n\tMOVD a+0(FP), R0\n\tMOVD b+8(FP), R1\n\tADD R1, R0\n\tMOVD R0, ret+16(FP)\n\tRET\n',
  'empty/empty.go': '// Package empty declares nothing.\npackage empty\n',
  'dir/renamed.go':
    'package other\n\nimport fm "fmt"\n\ntype Generic[T any] struct{ v T }\n\nfunc (g Generic[T]) String() string { return fm.Sprint(g.v) }\n',
  'dir/inside_test.go':
    'package other\n\nimport "testing"\n\nfunc TestIn(t *testing.T) { _ = Generic[int]{}.String() }\n',
  'dir/outside_test.go':
    'package other_test\n\nimport (\n\t"testing"\n\n\tother "example.com/mixed/dir"\n)\n\nfunc TestOut(t *testing.T) { _ = other.Generic[int]{}.String() }\n',
};
