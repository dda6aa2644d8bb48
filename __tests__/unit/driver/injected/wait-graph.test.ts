import { expect, test } from 'vitest';
import { WaitGraph } from '../../../../src/driver/injected/wait-graph.ts';

test('an edge that closes a ring is refused, with the ring', () => {
  const graph = new WaitGraph();
  expect(graph.add('a', 'b')).toBeUndefined();
  expect(graph.add('b', 'c')).toBeUndefined();
  expect(graph.add('c', 'a')).toEqual(['a', 'b', 'c']);
  expect(graph.add('a', 'a')).toEqual(['a']);
  expect(graph.path('c', 'a')).toBeUndefined();
});

test('edges are counted: one of two waits ends, the other holds', () => {
  const graph = new WaitGraph();
  graph.add('a', 'b');
  graph.add('a', 'b');
  graph.remove('a', 'b');
  expect(graph.add('b', 'a')).toEqual(['a', 'b']);
  graph.remove('a', 'b');
  expect(graph.add('b', 'a')).toBeUndefined();
});

test('removing what is not there changes nothing', () => {
  const graph = new WaitGraph();
  graph.remove('a', 'b');
  expect(graph.add('a', 'b')).toBeUndefined();
});
