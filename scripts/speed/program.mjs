const module = 'example.com/speed';

/** A program of a few packages, three of which are woven: main, one that others share, and one of the standard library. */
export const files = {
  'go.mod': `module ${module}\n\ngo 1.24\n`,
  'main.go': `package main

import (
	"fmt"
	"log"

	"${module}/left"
	"${module}/right"
)

const edited = 0

func main() {
	log.SetFlags(0)
	log.Println("plain")
	fmt.Println(edited, left.Sum(2), right.Sum(3))
}
`,
  'left/left.go': `package left

import "${module}/shared"

func Sum(n int) int { return shared.Add(n, 1) }
`,
  'right/right.go': `package right

import "${module}/shared"

func Sum(n int) int { return shared.Add(n, 2) }
`,
  'shared/shared.go': `package shared

const edited = 0

func Add(a, b int) int { return a + b + edited }
`,
  'hooks/hooks.go': 'package hooks\n\nfunc Say(name string, number int) { println("woven", name, number) }\n',
  'orchestrion.yml': `meta: {name: speed, description: A small program}
aspects:
  - id: main
    join-point:
      all-of: [{import-path: ${module}}, {function-body: {function: [{name: main}]}}]
    advice: [{prepend-statements: {imports: {hooks: ${module}/hooks}, template: 'hooks.Say("main", 0)'}}]
  - id: shared
    join-point:
      all-of: [{import-path: ${module}/shared}, {function-body: {function: [{name: Add}]}}]
    advice: [{prepend-statements: {imports: {hooks: ${module}/hooks}, template: 'hooks.Say("shared", 0)'}}]
  - id: log
    join-point:
      all-of: [{import-path: log}, {function-body: {function: [{name: Println}]}}]
    advice: [{prepend-statements: {imports: {hooks: ${module}/hooks}, template: 'hooks.Say("log", 0)'}}]
`,
};

/** What is built, and what was changed before. */
export const phases = [
  { name: 'nothing changed' },
  { name: 'a line of main', change: { file: 'main.go', from: 'const edited = 0' } },
  { name: 'a line of a shared package', change: { file: 'shared/shared.go', from: 'const edited = 0' } },
  { name: 'an aspect', change: { file: 'orchestrion.yml', from: 'hooks.Say("shared", 0)' } },
];

/** The files with another number in one place. */
export function edit(texts, { file, from }, number) {
  return { ...texts, [file]: texts[file].replace(from, from.replace(/0(?=\)?$)/, String(number))) };
}
