import { describe, expect, test } from 'vitest';
import { mayDeclare } from '../../../src/weave/init-order/may-declare.ts';

const file = Buffer.from(`package p

import hit "fmt"

var a, Count = 1, 2

func (t *T) Hit() { local := Count; local.Miss() }

func (T) /* why */ Odd() {}

func top(arg int) { var inner int }
`);

describe('a file', () => {
  test.each(['Count', 'a', 'top', '.Hit', '.Odd', '.é'])('may declare %s', (key) => {
    const text = key === '.é' ? Buffer.from('package p\n\nfunc (T) é() {}\n') : file;
    expect(mayDeclare(text, key)).toBe(true);
  });

  test.each(['hit', 'local', 'inner', 'arg', 'Nowhere', 'Hit', '.Miss', '.Nowhere', '.top', '.Hi'])(
    'does not declare %s',
    (key) => expect(mayDeclare(file, key)).toBe(false),
  );
});
