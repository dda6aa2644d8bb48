import { expect, test } from 'vitest';
import { adviceInOrder } from '../../../../src/weave/4-advise/order.ts';
import { aspectsOf } from '../../../support/weave.ts';

test('namespace by bytes with the default last, then order, then definition', () => {
  const aspects = aspectsOf(`
aspects:
  - id: a
    join-point: {function: []}
    advice:
      - prepend-statements: {template: default 5, order: 5}
      - prepend-statements: {template: default 0}
      - prepend-statements: {template: high, namespace: "\\U0001F600"}
      - prepend-statements: {template: private use, namespace: "\\uE000"}
      - prepend-statements: {template: empty is default, namespace: ""}
      - prepend-statements: {template: default -1, order: -1}
      - prepend-statements: {template: upper, namespace: Z, order: 9}
      - prepend-statements: {template: lower, namespace: a, order: 2}
      - prepend-statements: {template: lower first, namespace: a, order: 1}
  - id: b
    join-point: {function: []}
    advice:
      - prepend-statements: {template: lower again, namespace: a, order: 1}
      - wrap-expression: {template: other advice}
`);
  const texts = adviceInOrder(aspects).map(({ advice }) => ('template' in advice ? advice.template.source : ''));
  expect(texts).toEqual([
    'upper',
    'lower first',
    'lower again',
    'lower',
    'private use',
    'high',
    'default -1',
    'default 0',
    'empty is default',
    'other advice',
    'default 5',
  ]);
});
