import { expect, test } from 'vitest';
import { weaveText } from '../../../../support/weave.ts';

const yaml = `
aspects:
  - id: names
    join-point: {function-body: {function: [{body: true}]}}
    advice: {prepend-statements: {template: 'println({{ printf "%q" .Function.QualifiedName }})'}}
`;

/** The qualified names of the functions of a file, in order. */
function namesIn(text: string, facts = {}): readonly string[] {
  return [...weaveText(yaml, text, { facts }).matchAll(/println\("(.*?)"\)/g)].map(([, name = '']) => name);
}

test('a qualified name is what stack traces say, without type arguments', () => {
  const text = `package demo

type Cart[T any] struct{}

func (c *Cart[T]) Add(T) {}

func (Cart[T]) Len() int { return 0 }

func (c (*Cart[T])) Odd() {}

func Sum[N int | float64](n ...N) { _ = func() {} }

var literal = func() {}
`;
  expect(namesIn(text)).toEqual([
    'example.com/demo.(*Cart).Add',
    'example.com/demo.Cart.Len',
    'example.com/demo.(*Cart).Odd',
    'example.com/demo.Sum',
    'example.com/demo.Sum.func',
    'example.com/demo.func',
  ]);
});

test('a program is called main, also where its package is tested as one', () => {
  const text = 'package main\n\nfunc run() {}\n';
  expect(namesIn(text)).toEqual(['main.run']);
  expect(namesIn(text, { command: true })).toEqual(['main.run']);
  expect(namesIn(text, { command: false })).toEqual(['example.com/demo.run']);
});
