import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareVersions, isVersion } from '../../../../src/lang/versions/semver.ts';
import { go } from '../../../support/go-command.ts';

const versions = [
  ...[
    '',
    'v',
    '1.2.3',
    'v1',
    'v1.2',
    'v1.2.3',
    'v01.2.3',
    'v1.02',
    'v1.2.03',
    'v1.2.3.4',
    'v1.',
    'v1.2.',
    'v1-pre',
    'v1.2-pre',
  ],
  ...[
    'v1.2.3-pre',
    'v1.2.3-pre.1',
    'v1.2.3-pre.01',
    'v1.2.3-pre.10',
    'v1.2.3-pre.2',
    'v1.2.3-',
    'v1.2.3-a..b',
    'v1.2.3-1.a',
    'v1.2.3-0a',
  ],
  ...[
    'v1.2.3+meta',
    'v1.2.3-pre+meta',
    'v1.2.3+',
    'v1+meta',
    'v2.0.0+incompatible',
    'v2.0.0',
    'v10.0.0',
    'v1.10.0',
    'v1.9.0',
  ],
  ...[
    'v0.0.0-20210101000000-abcdef012345',
    'v0.0.0-20220101000000-abcdef012345',
    'v1.2.4-0.20210101000000-abcdef012345',
  ],
  ...[
    'v1.2.3-alpha',
    'v1.2.3-beta',
    'v1.2.3-Beta',
    'v1.2.3-alpha.beta',
    'v99999999999999999999.0.0',
    'v9999999999999999999.0.0',
    'V1.2.3',
  ],
];

const program = `package main

import ("encoding/json"; "os"; "semvertest/semver")

func main() {
	var in []string
	text, err := os.ReadFile(os.Args[1])
	if err == nil { err = json.Unmarshal(text, &in) }
	if err != nil { panic(err) }
	valid, order := []bool{}, [][]int{}
	for _, a := range in {
		valid = append(valid, semver.IsValid(a))
		row := []int{}
		for _, b := range in { row = append(row, semver.Compare(a, b)) }
		order = append(order, row)
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"valid": valid, "order": order})
}
`;

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-semver-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('versions are valid and ordered as by golang.org/x/mod/semver', () => {
  mkdirSync(join(dir, 'semver'));
  // The copy that the go command itself is built with.
  const source = join(go(['env', 'GOROOT'], dir).trim(), 'src/cmd/vendor/golang.org/x/mod/semver/semver.go');
  copyFileSync(source, join(dir, 'semver/semver.go'));
  writeFileSync(join(dir, 'go.mod'), 'module semvertest\n\ngo 1.24\n');
  writeFileSync(join(dir, 'main.go'), program);
  writeFileSync(join(dir, 'in.json'), JSON.stringify(versions));
  const theirs = JSON.parse(go(['run', '.', join(dir, 'in.json')], dir)) as { valid: boolean[]; order: number[][] };
  const ours = {
    valid: versions.map(isVersion),
    order: versions.map((a) => versions.map((b) => compareVersions(a, b))),
  };
  for (const [i, version] of versions.entries()) {
    expect([version, ours.valid[i], ...(ours.order[i] ?? [])]).toEqual([
      version,
      theirs.valid[i],
      ...(theirs.order[i] ?? []),
    ]);
  }
});
