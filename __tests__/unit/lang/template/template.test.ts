import { describe, expect, test } from 'vitest';
import { TemplateExecError, TemplateSyntaxError } from '../../../../src/lang/template/errors.ts';
import {
  type Chunk,
  executeTemplate,
  parseTemplate,
  templatePosition,
} from '../../../../src/lang/template/template.ts';
import { goAny, goInt, goString } from '../../../../src/lang/template/values/types.ts';
import { type Dotted, float, slice, struct, type Value } from '../../../../src/lang/template/values/values.ts';

const execute = (source: string, dot: Value = null): readonly Chunk[] =>
  executeTemplate(parseTemplate('code.Template', source), dot);

const textOf = (chunks: readonly Chunk[]): string =>
  chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '<node>')).join('');

const thrownBy = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

/** An object that counts how often it is printed, as syntax nodes must be. */
function node(name: string): Dotted & { readonly uses: string[] } {
  const uses: string[] = [];
  return {
    uses,
    goType: '*code.node',
    member: (member) => (member === 'Name' ? { kind: 'field', value: name } : undefined),
    print: () => {
      uses.push('moved');
      return { kind: 'node', node: `${name}#${uses.length}` };
    },
    placeholder: () => {
      uses.push('named');
      return `_.${name}${uses.length}`;
    },
  };
}

describe('chunks', () => {
  test('say where in the source each piece of text comes from', () => {
    expect(execute('a {{ "b" }}  {{- /* x */ -}}\n c{{ 1 }}')).toEqual([
      { kind: 'text', text: 'a ', offset: 0 },
      { kind: 'text', text: 'b', offset: 5 },
      { kind: 'text', text: 'c', offset: 30 },
      { kind: 'text', text: '1', offset: 34 },
    ]);
  });

  test('count bytes, as positions do', () => {
    const template = parseTemplate('t', 'é\n日{{ 1 }}');
    const [, printed] = executeTemplate(template, null);
    expect(printed).toEqual({ kind: 'text', text: '1', offset: 9 });
    expect(templatePosition(template, 9)).toEqual({ line: 1, column: 6 });
    expect(templatePosition(template, 0)).toEqual({ line: 0, column: 0 });
  });

  test('leave out empty text', () => {
    expect(execute('{{ "" }}{{ if 0 }}x{{ end }}')).toEqual([]);
  });

  test('in a defined template keep its place', () => {
    expect(execute('{{ define "d" }}x{{ . }}{{ end }}{{ template "d" 7 }}')).toEqual([
      { kind: 'text', text: 'x', offset: 16 },
      { kind: 'text', text: '7', offset: 20 },
    ]);
  });

  test('join the parts of one character', () => {
    expect(execute('{{ slice "é" 0 1 }}{{ slice "é" 1 }}!')).toEqual([
      { kind: 'text', text: 'é', offset: 3 },
      { kind: 'text', text: '!', offset: 38 },
    ]);
  });

  test('cannot hold what is not UTF-8', () => {
    const error = thrownBy(() => execute('x{{ "\\xff" }}y'));
    expect(error).toBeInstanceOf(TemplateExecError);
    expect(error).toMatchObject({ message: 'template: code.Template: the output is not valid UTF-8', offset: 4 });
  });
});

describe('objects', () => {
  test('that are nodes become chunks, and every print is seen', () => {
    const dot = node('n');
    expect(execute('f({{ . }}, {{ . }})', dot)).toEqual([
      { kind: 'text', text: 'f(', offset: 0 },
      { kind: 'node', node: 'n#1', offset: 5 },
      { kind: 'text', text: ', ', offset: 9 },
      { kind: 'node', node: 'n#2', offset: 14 },
      { kind: 'text', text: ')', offset: 18 },
    ]);
    expect(dot.uses).toEqual(['moved', 'moved']);
  });

  test('move through pipelines, variables, ranges and with', () => {
    const list = slice({ kind: 'named', name: '*code.node', nilable: true }, [node('a'), node('b')]);
    expect(
      textOf(execute('{{ $l := . }}{{ range $l }}{{ . }},{{ end }}{{ with index . 1 }}{{ .Name }}{{ end }}', list)),
    ).toBe('<node>,<node>,b');
  });

  test('inside strings stand as placeholders, one for each use', () => {
    const dot = node('n');
    expect(textOf(execute('{{ print . }} {{ printf "%s|%q" . . }} {{ html . }}', dot))).toBe('_.n1 _.n2|"_.n3" _.n4');
    expect(dot.uses).toEqual(['named', 'named', 'named', 'named']);
  });

  test('in a printed list stand as placeholders', () => {
    expect(textOf(execute('{{ . }}', [node('a'), node('b'), 1]))).toBe('[_.a1 _.b1 1]');
  });

  test('are not used up by questions about them', () => {
    const dot = node('n');
    expect(textOf(execute('{{ if . }}{{ eq . . }}{{ printf "%T" . }}{{ and . 1 }}{{ end }}', dot))).toBe(
      'true*code.node1',
    );
    thrownBy(() => execute('{{ range . }}{{ end }}', dot));
    thrownBy(() => execute('{{ .Nope }}', dot));
    expect(dot.uses).toEqual([]);
  });

  test('that cannot be printed say so', () => {
    const dot: Dotted = { goType: '*code.function', member: () => undefined };
    expect(() => execute('x {{ . }}', dot)).toThrow(
      'template: code.Template:1:5: executing "code.Template" at <{{.}}>: can\'t print {{.}} of type *code.function',
    );
    expect(textOf(execute('{{ printf "%v" . }}', dot))).toBe('0xc000000000');
  });

  test('may print as text', () => {
    const dot: Dotted = { goType: 'T', member: () => undefined, print: () => ({ kind: 'text', text: 'tëxt' }) };
    expect(execute('{{ . }}', dot)).toEqual([{ kind: 'text', text: 'tëxt', offset: 3 }]);
  });
});

describe('methods', () => {
  const refused = new Error('no such argument: é');
  const withMethod = (call: (args: readonly Value[]) => Value, params = [goString]): Dotted => ({
    goType: '*code.function',
    member: (name) => (name === 'M' ? { kind: 'method', method: { params, variadic: goAny, call } } : undefined),
  });

  test('get text, numbers, booleans, nil, lists and objects', () => {
    const seen: Value[] = [];
    const dot = withMethod((args) => {
      seen.push(...args);
      return null;
    });
    const template = parseTemplate('t', '{{ .M "é" 1 true nil . 9223372036854775807 }}');
    executeTemplate(template, dot);
    expect(seen).toEqual(['é', 1, true, null, dot, 9223372036854775807n]);
  });

  test('keep their own error as the cause', () => {
    const dot = withMethod(() => {
      throw refused;
    }, []);
    const error = thrownBy(() => execute('a\n  {{ .M }}', dot));
    expect(error).toBeInstanceOf(TemplateExecError);
    expect(error).toMatchObject({
      message: 'template: code.Template:2:5: executing "code.Template" at <.M>: error calling M: no such argument: é',
      offset: 7,
      cause: refused,
    });
  });

  test('that are broken are not taken for a template error', () => {
    const dot = withMethod(() => {
      throw new TypeError('x is not a function');
    }, []);
    expect(thrownBy(() => execute('{{ .M }}', dot))).toBeInstanceOf(TypeError);
  });

  test('that return nothing are nil, which has no fields', () => {
    const dot = withMethod(() => undefined, []);
    expect(textOf(execute('{{ .M }}{{ if .M }}{{ else }}-{{ end }}', dot))).toBe('<no value>-');
    expect(() => execute('{{ .M.X }}', dot)).toThrow('nil pointer evaluating interface {}.X');
  });
});

describe('errors', () => {
  test('of syntax have line and offset', () => {
    const error = thrownBy(() => parseTemplate('code.Template', 'é\n{{ nosuch }}'));
    expect(error).toBeInstanceOf(TemplateSyntaxError);
    expect(error).toMatchObject({
      message: 'template: code.Template:2: function "nosuch" not defined',
      line: 2,
      offset: 6,
    });
  });

  test('name templates and values that are not ASCII', () => {
    expect(() => execute('{{ define "dé" }}{{ .é }}{{ end }}{{ template "dé" "x" }}')).toThrow(
      'executing "dé" at <.é>: can\'t evaluate field é in type string',
    );
    expect(() => parseTemplate('té', '{{')).toThrow('template: té:1: unclosed action');
  });

  test('a function that was promised but not given', () => {
    const template = parseTemplate('t', '{{ Version }}', ['Version']);
    expect(() => executeTemplate(template, null)).toThrow('"Version" is not a defined function');
    expect(textOf(executeTemplate(template, null, { Version: { params: [], call: () => 'v1' } }))).toBe('v1');
  });

  test('names that objects inherit are no functions', () => {
    expect(() => parseTemplate('t', '{{ constructor }}')).toThrow('function "constructor" not defined');
    const template = parseTemplate('t', '{{ toString }}', ['toString']);
    expect(() => executeTemplate(template, null)).toThrow('"toString" is not a defined function');
  });
});

describe('functions', () => {
  test('may be called break and continue, as in Go', () => {
    const own = { break: { params: [], call: () => 'B' }, continue: { params: [goInt], call: () => 'C' } };
    const template = parseTemplate('t', '{{ range 2 }}{{ break }}{{ continue 1 }}{{ end }}', Object.keys(own));
    expect(textOf(executeTemplate(template, null, own))).toBe('BCBC');
  });

  test('may take the place of built-in ones', () => {
    const own = { len: { params: [goAny], call: () => 'mine' } };
    expect(textOf(executeTemplate(parseTemplate('t', '{{ len 1 }}'), null, own))).toBe('mine');
  });
});

describe('values', () => {
  test.each<[Value, string]>([
    ['x', 'string x'],
    [1, 'int 1'],
    [-0, 'float64 -0'],
    [1.5, 'float64 1.5'],
    [float(2), 'float64 2'],
    [12345678901234567890n, 'int 12345678901234567890'],
    [true, 'bool true'],
    [null, '<nil> <nil>'],
    [undefined, '<nil> <nil>'],
    [['a', 1, null], '[]interface {} [a 1 <nil>]'],
    [new Map<string, Value>([['k', 1]]), 'map[string]interface {} map[k:1]'],
    [struct('code.Argument', { Key: 'k', Value: 'v' }), 'code.Argument {k v}'],
    [slice(goString, ['a']), '[]string [a]'],
  ])('%s', (value, expected) => {
    expect(textOf(execute('{{ printf "%T %v" . . }}', value))).toBe(expected);
  });
});

describe('depth', () => {
  const recursive = (body: string): string => `{{ define "r" }}${body}{{ end }}{{ template "r" 1 }}`;
  const branches = (depth: number, inside: string): string =>
    `${'{{ with 1 }}'.repeat(depth)}${inside}${'{{ end }}'.repeat(depth)}`;
  const parens = (depth: number): string => `{{ ${'('.repeat(depth)}1${')'.repeat(depth)} }}`;

  test('of templates has a limit', () => {
    const counting = '{{ if lt . 300 }}{{ template "r" (len (printf "%*s " . "")) }}{{ else }}{{ . }}{{ end }}';
    expect(textOf(execute(recursive(counting)))).toBe('300');
    expect(() => execute(recursive('{{ template "r" . }}'))).toThrow('exceeded maximum template depth (500)');
  });

  test('of templates and control structures together has a limit', () => {
    const body = `${parens(500)}${branches(4, '{{ template "r" (print (print $)) }}')}`;
    const error = thrownBy(() => execute(recursive(body)));
    expect(error).toBeInstanceOf(TemplateExecError);
    expect(error).toMatchObject({ message: expect.stringContaining('exceeded maximum nesting') });
  });

  test('of control structures has a limit', () => {
    expect(textOf(execute(branches(500, parens(500))))).toBe('1');
    expect(() => parseTemplate('t', branches(501, 'x'))).toThrow('template: t:1: max nesting depth exceeded');
  });

  test('of parentheses has a limit', () => {
    expect(() => execute(parens(501))).toThrow('max expression depth exceeded');
  });
});
