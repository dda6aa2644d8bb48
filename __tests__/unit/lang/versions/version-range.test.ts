import { describe, expect, test } from 'vitest';
import {
  bracketRange,
  commaRange,
  goVersionAsSemver,
  isInRange,
  type VersionRange,
} from '../../../../src/lang/versions/version-range.ts';

const range = (text: string) => (text.startsWith('[') ? bracketRange(text) : commaRange(text)) as VersionRange;

test.each([
  ['[1.2.0,1.4.0)', 'v1.2.0', true],
  ['[1.2.0,1.4.0)', 'v1.4.0', false],
  ['[1.2.0,1.4.0)', 'v1.4.0-rc.1', true],
  ['[1.2.0,1.4.0)', 'v1.2.0-rc.1', false],
  ['[1.2.0,1.4.0)', 'v1.3.1-0.20210101000000-abcdef012345', true],
  ['[ 1.2.0, )', 'v7.0.0+incompatible', true],
  ['[,0.6.0)', 'v0.5.0', true],
  ['[,0.6.0)', 'v0.6.0', false],
  ['[1.44,)', 'v1.44.0', true],
  ['v1.2.0', 'v1.2.0', true],
  ['v1.2.0', 'v1.1.9', false],
  ['v0.34.0,v0.36.0', 'v0.35.9', true],
  ['v0.34.0,v0.36.0', 'v0.36.0', false],
  ['v1.2.0', undefined, false],
  ['[,9.0.0)', '', false],
  ['[,9.0.0)', '(devel)', false],
])('%s holds of %s: %s', (text, version, holds) => {
  expect(isInRange(version, range(text))).toBe(holds);
});

describe('texts that are no range', () => {
  test.each([
    ['1.2.0', 'it has not the form [FROM,BELOW)'],
    ['[1.2.0,1.4.0]', 'it has not the form [FROM,BELOW)'],
    ['[1,2,3)', 'it has not the form [FROM,BELOW)'],
    ['[,)', 'it has no bound'],
    ['[v1.2.0,)', '"vv1.2.0" is not a version'],
    ['[1.4.0,1.2.0)', 'v1.4.0 is not before v1.2.0'],
    ['[1.2.0,1.2.0)', 'v1.2.0 is not before v1.2.0'],
  ])('%s', (text, problem) => {
    expect(bracketRange(text)).toEqual({ problem });
  });
  test.each([
    ['1.2.0', '"1.2.0" is not a version'],
    ['v1.2.0, v1.4.0', '" v1.4.0" is not a version'],
    ['v1,v2,v3', 'it has more than two bounds'],
    ['v1.2.0,', '"" is not a version'],
    ['v2.0.0,v1.0.0', 'v2.0.0 is not before v1.0.0'],
  ])('%s', (text, problem) => {
    expect(commaRange(text)).toEqual({ problem });
  });
});

test.each([
  ['go1.26.8', 'v1.26.8'],
  ['go1.24', 'v1.24.0'],
  ['go1.27rc1', 'v1.27.0-rc.1'],
  ['go1.26.8-custom', 'v1.26.8'],
  ['go1.26.8 X:nocoverageredesign', 'v1.26.8'],
  ['devel go1.28-abcdef', undefined],
])('the Go version %s is compared as %s', (version, semver) => {
  expect(goVersionAsSemver(version)).toBe(semver);
});
