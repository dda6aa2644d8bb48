import { expect, test } from 'vitest';
import { godebugSettings } from '../../../../src/lang/modules/godebug.ts';

test('settings alone and in blocks, past comments and other directives', () => {
  const text = [
    'module example.com/m // godebug no=1',
    'go 1.24',
    'godebug default=go1.21',
    'require (',
    '\texample.com/a v1.0.0',
    ')',
    'godebug (',
    '\tpanicnil=1 // why',
    '\t// asynctimerchan=0',
    '\thttp2client=0',
    ')',
    'godebug\tlast=x=y',
  ];
  expect(godebugSettings(text.join('\n'))).toEqual([
    { key: 'default', value: 'go1.21' },
    { key: 'panicnil', value: '1' },
    { key: 'http2client', value: '0' },
    { key: 'last', value: 'x=y' },
  ]);
});
