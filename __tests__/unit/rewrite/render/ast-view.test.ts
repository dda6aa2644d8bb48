import { expect, test } from 'vitest';
import { weaveText } from '../../../support/weave.ts';

/** Prints strings into a statement list, so that what a template sees can be read off the woven text. */
function printed(point: string, template: string, text: string): string[] {
  const yaml = `aspects:
  - join-point: ${point}
    advice:
      - inject-declarations:
          template: |
            var _ = \`${template}\`
`;
  return [...weaveText(yaml, text, { aspectFile: 'orchestrion.yml' }).matchAll(/var _ = `([^`]*)`/g)].map(
    (match) => match[1] ?? '',
  );
}

const file = `package demo
import "net/http"
func (r *Conn) method(a, b int, c ...string) (n int, err error) {
	x := http.Get("u", 1+2, c...)
	return x.Do(a)
}
type Conn struct { a, b int \`tag\` }
var one, two = 1, "s"
`.replaceAll('`tag`', '"tag"');

test.each([
  [
    '{function-call: net/http.Get}',
    '{{ .AST.Fun.Name }} {{ .AST.Fun.Path }} {{ len .AST.Args }} {{ .AST.Ellipsis }}',
    'Get net/http 3 true',
  ],
  ['{function-call: net/http.Get}', '{{ (index .AST.Args 0).Kind }} {{ (index .AST.Args 0).Value }}', 'STRING "u"'],
  [
    '{function-call: net/http.Get}',
    '{{ with index .AST.Args 1 }}{{ .X.Value }} {{ .Op }} {{ .Y.Value }}{{ end }}',
    '1 + 2',
  ],
  ['{function-call: Do}', '{{ .AST.Fun.Name }} {{ .AST.Fun.Sel.Name }} {{ .AST.Fun.X.Name }}', 'Do Do x'],
  [
    '{function: []}',
    '{{ .AST.Name.Name }} {{ len .AST.Recv.List }} {{ len .AST.Type.Params.List }} {{ len .AST.Body.List }}',
    'method 1 2 2',
  ],
  ['{function: []}', '{{ range .AST.Type.Params.List }}{{ range .Names }}{{ .Name }},{{ end }};{{ end }}', 'a,b,;c,;'],
  ['{function: []}', '{{ range .AST.Type.Results.List }}{{ .Type.Name }} {{ end }}', 'int error '],
  ['{function: []}', '{{ with index .AST.Recv.List 0 }}{{ .Type.X.Name }}{{ end }}', 'Conn'],
  [
    '{function: []}',
    '{{ with index .AST.Body.List 0 }}{{ .Tok }} {{ (index .Lhs 0).Name }} {{ len .Rhs }}{{ end }}',
    ':= x 1',
  ],
  ['{function: []}', '{{ with index .AST.Body.List 1 }}{{ len .Results }}{{ end }}', '1'],
  [
    '{struct-definition: example.com/demo.Conn}',
    '{{ .AST.Name.Name }} {{ .AST.Assign }}{{ range .AST.Type.Fields.List }} {{ len .Names }} {{ .Tag.Value }}{{ end }}',
    'Conn false 2 "tag"',
  ],
  [
    '{declaration-of: example.com/demo.one}',
    '{{ range .AST.Names }}{{ .Name }} {{ end }}{{ range .AST.Values }}{{ .Kind }} {{ end }}{{ if .AST.Type }}typed{{ end }}',
    'one two INT STRING ',
  ],
])('%s %s', (point, template, expected) => {
  expect(printed(point, template, file)).toEqual([expected]);
});

test('views show what earlier advice did', () => {
  const yaml = `aspects:
  - join-point: {function-call: net/http.Get}
    advice:
      - append-args: {type: any, values: [{template: '"added"'}]}
      - replace-function: net/http.Head
      - wrap-expression: {template: 'wrap({{ len .AST.Args }}, "{{ .AST.Fun.Name }}", {{ range .AST.Args }}{{ . }}, {{ end }})'}
      - wrap-expression: {template: '"{{ .AST.Fun.Name }}" + {{ index .AST.Args 2 }}'}
`;
  expect(weaveText(yaml, 'package demo\nimport "net/http"\nvar a = http.Get("u")\n')).toBe(
    'package demo\nimport ()\nvar a = "wrap" + "u"\n',
  );
});
