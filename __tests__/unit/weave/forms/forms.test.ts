import { type Form, type Table, testTables } from './table.ts';

/**
 * Every kind of join point that names something, over the syntactic forms of what it names and of what looks like it. Woven
 * programs do what plain ones do, apart from what the advice adds.
 */
const functionCalls: Form[] = [
  { code: 'show(lib.F(1))', matches: 1 },
  { code: 'show((lib.F)(1))', matches: 1, orchestrion: 0 },
  { code: 'show(((lib.F))(1))', matches: 1, orchestrion: 0 },
  { code: 'import l "example.com/m/lib"\nfunc form() { show(l.F(1)) }', matches: 1 },
  { code: 'import lib "example.com/m/inj"\nfunc form() { show(lib.W(1)); lib.Hits-- }', matches: 0 },
  { code: 'show(F(1))', dot: true, matches: 1 },
  { code: 'show((F)(1))', dot: true, matches: 1, orchestrion: 0 },
  { code: 'F := func(x int) int { return x }\nshow(F(1))', dot: true, matches: 0 },
  { code: 'show(lib.F(lib.F(1) + lib.F(2)))', matches: 3 },
  { code: 'lib.F(1)', matches: 1 },
  { code: 'f := lib.F\nshow(f(1))', matches: 0 },
  { code: 'show(func(f func(int) int) int { return f(1) }(lib.F))', matches: 0 },
  { code: 'show(func(x int) int { return lib.F(x) }(1))', matches: 1 },
  { code: 'show(lib.V.F(1))', matches: 0, orchestrion: 1 },
  { code: 'show(V.F(1))', dot: true, matches: 0, orchestrion: 1 },
  { code: 'show(lib.T(1).F(1))', matches: 0 },
  { code: 'show(lib.Table["F"](1))', matches: 0 },
  { code: 's := lib.V\n{\n\tlib := s\n\tshow(lib.F(1))\n}', matches: 0 },
  { code: 'func(lib *lib.S) { show(lib.F(1)) }(lib.V)', matches: 0 },
  { code: 'func() (lib lib.T) { show(lib.F(1)); return }()', matches: 0 },
  { code: 'for _, lib := range []*lib.S{lib.V} { show(lib.F(1)) }', matches: 0 },
  { code: 'switch lib := any(lib.V).(type) { case interface{ F(int) int }: show(lib.F(1)) }', matches: 0 },
  { code: 'if lib := lib.V; lib != nil { show(lib.F(1)) } else { show(lib.F(2)) }', matches: 0 },
  { code: 'if lib.F(1) > 0 { lib := lib.V; show(lib.F(2)) }\nshow(lib.F(3))', matches: 2 },
  { code: 'type box struct{ lib *lib.S }\nshow(box{lib.V}.lib.F(1))', matches: 0 },
  {
    code: 'type wrapOfF struct{}\nfunc (lib wrapOfF) F(x int) int { return x }\nfunc (lib wrapOfF) g() { show(lib.F(1)) }\nfunc form() { wrapOfF{}.g() }',
    matches: 0,
  },
  { code: 'var lib = lib.F(1)\nshow(lib)', matches: 1 },
  { code: 'lib := lib.F(1)\nshow(lib)', matches: 1 },
  { code: 'a := []int{lib.F(0), 2}\nshow(a[lib.F(0)], map[int]int{lib.F(1): lib.F(2)})', matches: 4 },
  { code: 'switch lib.F(1) { case lib.F(2): case lib.F(1): show("one") }', matches: 3 },
  { code: 'c := make(chan int, 1)\nselect { case c <- lib.F(1): show(<-c) }', matches: 1 },
  { code: 'outer: for i := lib.F(0); i < lib.F(1); i += lib.F(1) { continue outer }', matches: 3, hits: 4 },
  { code: 'x := 1\nx += -lib.F(2) * lib.F(3)\nshow(x, !(lib.F(1) == 1))', matches: 3 },
  { code: 'defer show(lib.F(1))', matches: 1 },
  { code: 'c := make(chan bool)\ngo func(x int) { show(x); close(c) }(lib.F(1))\n<-c', matches: 1 },
  { code: 'const c = len([lib.T(3)]int{})\nshow(c, lib.T(3))', matches: 0 },
];

/** Behind go and defer. What Orchestrion makes of them runs the calls at once. */
const lateCalls: Form[] = [
  { code: 'defer lib.F(1)\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'x := 1\ndefer lib.F(x)\nx = 2\nshow(x)', matches: 1, gotsOnly: true },
  { code: 'defer (lib.F)(lib.F(1))\nshow(2)', matches: 2, gotsOnly: true },
  { code: 'for i := range 3 { defer lib.F(i) }\nshow(4)', matches: 1, hits: 3, gotsOnly: true },
  { code: 'c := make(chan bool)\ngo lib.Done(c)\n<-c', matches: 1, gotsOnly: true },
  { code: 'defer lib.G[int8](1)\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'defer lib.G(lib.F(1))\nshow(2)', matches: 2, gotsOnly: true },
  { code: 'defer lib.G2("a", 1.5)\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'defer lib.Dial("a")\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'defer lib.Dial("a", lib.With(1))\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'xs := []lib.Opt{lib.With(1)}\ndefer lib.Dial("a", xs...)\nxs = nil\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'defer lib.Dial(lib.Two())\nshow(2)', matches: 1, gotsOnly: true },
  { code: 'type box struct{ f func() }\nfunc(b int) { defer lib.F(b); b++; show(b) }(1)', matches: 1, gotsOnly: true },
  { code: 's := &lib.S{}\ndefer s.P(1)\ns = nil\nshow(2)', matches: 1, gotsOnly: true },
  { code: 's := &lib.S{}\ndefer s.P(1).P(2)\nshow(s.A)', matches: 2, gotsOnly: true },
  { code: 'defer lib.F(1) // last\ndefer lib.F( // first\n\t2, // two\n)', matches: 2, gotsOnly: true },
  {
    code: 'again: if len(lib.Table) > 0 { defer lib.F(1); goto end }\ngoto again\nend: show(2)',
    matches: 1,
    gotsOnly: true,
  },
  { code: 'switch { case true: defer lib.F(1); show(2) }\nshow(3)', matches: 1, gotsOnly: true },
  { code: 'defer func() { show(recover()) }()\ndefer lib.F(1)\npanic("p")', matches: 1, gotsOnly: true },
];

const wrapping = (point: string): string => `aspects:
  - join-point: ${point}
    advice:
      - wrap-expression: {imports: {inj: example.com/m/inj}, template: 'inj.W({{ . }})'}
`;

const genericCalls: Form[] = [
  ...[
    'int',
    'lib.T',
    '[]int',
    '*int',
    'func()',
    'map[string]int',
    'chan int',
    'interface{}',
    '[2]int',
    '[]lib.Gen[int]',
  ].map(
    (type): Form => ({
      code: `var x ${type}\nshow(lib.G[${type}](x) != nil || true)`.replace(/ != nil \|\| true/, ''),
      matches: 1,
      orchestrion: 0,
    }),
  ),
  { code: 'show(lib.G(1))', matches: 1 },
  { code: 'show((lib.G[int])(1))', matches: 1, orchestrion: 0 },
  { code: 'show(G[int](1))', dot: true, matches: 1, orchestrion: 0 },
  { code: 'show(lib.G[int](lib.G[int](1)))', matches: 2, orchestrion: 0 },
  { code: 'show(lib.G[int8](1) + 1)', matches: 1, orchestrion: 0 },
  { code: 'f := lib.G[int]\nshow(f(1))', matches: 0 },
  { code: 'G := map[string]func(int) int{"a": lib.F}\na := "a"\nshow(G[a](1))', matches: 0 },
];

const replacing = (name: string): string => `aspects:
  - join-point: {function-call: example.com/m/lib.${name}}
    advice:
      - replace-function: example.com/m/inj.${name}
`;

const methodCalls: Form[] = [
  { code: 's := &lib.S{}\ns.P(1)', matches: 1 },
  { code: 's := lib.S{}\ns.P(1)\n(&s).P(2)', matches: 2 },
  { code: 's := &lib.S{}\n(s.P)(1)', matches: 1, orchestrion: 0 },
  { code: 's := &lib.S{}\nshow(s.P(1).P(2).P(3).A)', matches: 3 },
  { code: 'show(lib.New().P(1).Val().A)', matches: 1 },
  { code: 's := &lib.S{}\nshow(s.P(s.P(1).A).P(2).A)', matches: 3 },
  { code: 's := &lib.S{}\n(*lib.S).P(s, 1)', matches: 1 },
  { code: 's := &lib.S{}\nf := s.P\nf(1)\ng := (*lib.S).P\ng(s, 2)', matches: 0 },
  { code: 'm := map[string]*lib.S{"a": {}}\nm["a"].P(1)\nx := any(m["a"])\nx.(*lib.S).P(2)', matches: 2 },
  { code: 'type outer struct{ *lib.S }\no := outer{&lib.S{}}\no.P(1)\no.S.P(2)', matches: 1 },
  { code: 'type S struct{ *lib.S }\nS{&lib.S{}}.P(1)', matches: 0 },
  { code: 'var i lib.Ps = &lib.S{}\ni.P(1)', matches: 0 },
  { code: 'type alias = *lib.S\nvar a alias = &lib.S{}\na.P(1)', matches: 1 },
  { code: 'g := &lib.Gen[int]{}\ng.P(1)', matches: 0 },
  { code: 'func(s *lib.S) { s.P(1) }(lib.V)', matches: 1 },
  { code: 'defer show(lib.New().P(1).A)', matches: 1 },
  { code: 'p := lib.New()\nq := &p\n(*q).P(1)\n(**q).P(2)', matches: 2 },
  { code: 'show(V.P(0).A)', dot: true, matches: 1 },
  {
    code: 'func P(x int) *lib.S { return lib.V }\nfunc form() { P(1) }',
    matches: 0,
  },
];

const literals: Form[] = [
  { code: 'show(lib.C{}, lib.C{1, 2}, lib.C{A: 1})', matches: 3 },
  { code: 'show(*&lib.C{}, *&(lib.C{}))', matches: 0, gotsOnly: true },
  { code: 'show([]lib.C{{1, 2}, lib.C{}}, map[string]lib.C{"a": {}}, [1]*lib.C{{}}[0] != nil)', matches: 1 },
  { code: 'show(C{A: 1})', dot: true, matches: 1 },
  { code: 'type C struct{ A int }\nshow(C{A: 1})', dot: true, matches: 0 },
  { code: 'import l "example.com/m/lib"\nfunc form() { show(l.C{}) }', matches: 1 },
  { code: 'var c lib.C\nshow(c, *new(lib.C), lib.C(struct{ A, B int }{1, 2}))', matches: 0 },
  { code: 'if (lib.C{}) == (lib.C{}) { show("equal") }', matches: 2 },
  { code: 'show(lib.C{A: lib.C{B: 1}.B}.A)', matches: 2 },
];

const genericLiterals: Form[] = [
  { code: 'show(lib.Gen[int]{X: 1}, lib.Gen[[]int]{}, lib.Gen[lib.Gen[string]]{})', matches: 3 },
  { code: 'show(lib.Gen[lib.Gen[int]]{X: lib.Gen[int]{X: 1}}.X.X)', matches: 2 },
  { code: 'show(Gen[string]{"a"})', dot: true, matches: 1 },
];

const declarations: Form[] = [
  { code: 'var declared = 1\nfunc form() { show(declared) }', matches: 1 },
  { code: 'declared := 2\nshow(declared)', matches: 0 },
  { code: 'var declared = 3\nshow(declared)', matches: 0, orchestrion: 1 },
  { code: 'const declared = 4\nshow(declared)', matches: 0, orchestrion: 1 },
  { code: 'type holder struct{ declared int }\nshow(holder{declared: 5})', matches: 0 },
];

/** The value is lib.With(opts): 100, but for where the form declares its own. */
const appended: Form[] = [
  { code: 'show(lib.Dial("a"))', matches: 1, output: 'With 100\nDial a 101\nshow [101]' },
  { code: 'show(lib.Dial("a", lib.With(1),))', matches: 1, output: 'With 1\nWith 100\nDial a 102\nshow [102]' },
  { code: 'show(lib.Dial(lib.One()))', matches: 1, output: 'One\nWith 100\nDial one 103\nshow [103]' },
  { code: 'show(lib.Dial(lib.Two()))', matches: 1, output: 'Two\nWith 1\nWith 100\nDial two 104\nshow [104]' },
  { code: 'show(lib.Dial((lib.Two())))', matches: 1, output: 'Two\nWith 1\nWith 100\nDial two 104\nshow [104]' },
  {
    code: 'show((lib.Dial)(lib.Three()))',
    matches: 1,
    orchestrion: 0,
    output: 'Three\nWith 1\nWith 2\nWith 100\nDial three 108\nshow [108]',
    gotsOnly: true,
  },
  {
    code: 'defer func() { recover() }()\nopts := 5\ndefer lib.Dial(lib.Two())\nopts = 6\nshow(opts)',
    matches: 1,
    output: 'Two\nWith 1\nWith 5\nshow [6]\nDial two 9',
  },
  {
    code: 'opts := 5\ndefer lib.Dial("a", lib.With(1))\nopts = 6\nshow(opts)',
    matches: 1,
    output: 'With 1\nWith 5\nshow [6]\nDial a 7',
  },
  {
    code: 'xs := []lib.Opt{lib.With(1)}\nshow(lib.Dial("a", xs...))',
    matches: 1,
    output: 'With 1\nWith 100\nDial a 102\nshow [102]',
  },
  {
    code: 'opts := 7\n_ = opts\nxs := []lib.Opt{lib.With(1)}\nshow(lib.Dial("a", xs...))',
    matches: 1,
    output: 'With 1\nWith 7\nDial a 9\nshow [9]',
  },
  { code: 'show(lib.Dial("a", nil...))', matches: 1, output: 'With 100\nDial a 101\nshow [101]' },
  {
    code: 'all := append(make([]lib.Opt, 0, 9), lib.With(1), lib.With(2))\nlib.Dial("a", all[:1]...)\nfor _, o := range all { n := 0; o(&n); show(n) }',
    matches: 1,
    output: 'With 1\nWith 2\nWith 100\nDial a 102\nshow [1]\nshow [2]',
  },
  {
    code: 'type named []lib.Opt\nvar xs named\nshow(lib.Dial("a", append(xs, lib.With(1))...))',
    matches: 1,
    output: 'With 1\nWith 100\nDial a 102\nshow [102]',
  },
  {
    code: 'append := func(o []lib.Opt, more ...int) []lib.Opt { return nil }\nxs := []lib.Opt{lib.With(1)}\nshow(lib.Dial("a", xs...), append(nil) == nil)',
    matches: 1,
    output: 'With 1\nWith 100\nDial a 102\nshow [102 true]',
  },
  {
    code: 'f := func(opts int, T string) int { return lib.Dial(lib.Two()) }\nshow(f(3, ""))',
    matches: 1,
    output: 'Two\nWith 1\nWith 3\nDial two 7\nshow [7]',
  },
  {
    code: 'if n := lib.Dial(lib.Two()); n > 0 && lib.Dial("b") > 0 { show(n) }',
    matches: 2,
    output: 'Two\nWith 1\nWith 100\nDial two 104\nWith 100\nDial b 101\nshow [104]',
  },
  {
    code: 'c := make(chan bool)\ngo func() { lib.Dial(lib.Two()); close(c) }()\n<-c',
    matches: 1,
    output: 'Two\nWith 1\nWith 100\nDial two 104',
  },
];

const appending = (point: string): string => `aspects:
  - join-point: ${point}
    advice:
      - append-args:
          type: example.com/m/lib.Opt
          values: [{imports: {lib: example.com/m/lib}, template: lib.With(opts)}]
`;

const tables: Table[] = [
  {
    name: 'append-args',
    aspects: appending('{function-call: example.com/m/lib.Dial}'),
    declarations: 'var opts = 100',
    forms: appended,
    uncounted: true,
  },
  {
    name: 'append-args to other calls',
    aspects: appending(`
      one-of:
        - function-call: example.com/m/lib.DialOf
        - function-call: example.com/m/lib.DialHidden
        - function-call: example.com/m/lib.Void
        - function-call: example.com/m/lib.Opts2
        - method-call: {receiver: example.com/m/lib.S, name: Dial}`),
    declarations: 'var opts = 100',
    uncounted: true,
    forms: [
      { code: 'show(lib.DialOf[string]("a"))', matches: 1, gotsOnly: true, output: 'With 100\nDial a 101\nshow [a]' },
      { code: 'show(lib.DialOf[string]("a",))', matches: 1, gotsOnly: true, output: 'With 100\nDial a 101\nshow [a]' },
      {
        code: 'show(lib.DialOf[string](lib.Two()))',
        matches: 1,
        gotsOnly: true,
        output: 'Two\nWith 1\nWith 100\nDial two 104\nshow [two]',
      },
      {
        code: 'show(lib.DialHidden(lib.Str()))',
        matches: 1,
        output: 'With 3\nWith 100\nDial hidden 109\nshow [hidden]',
      },
      { code: 'lib.Void(lib.Two())', matches: 1, output: 'Two\nWith 1\nWith 100\nDial two 104' },
      {
        code: 'defer lib.Void(lib.Two())\nshow(1)',
        matches: 1,
        output: 'Two\nWith 1\nWith 100\nshow [1]\nDial two 104',
      },
      {
        code: 'n, err := lib.Opts2(lib.With(1))\nshow(n, err)',
        matches: 1,
        output: 'With 1\nWith 100\nDial  101\nshow [101 <nil>]',
      },
      { code: 'show(lib.V.Dial(lib.Two()))', matches: 1, output: 'Two\nWith 1\nWith 100\nDial two 104\nshow [104]' },
      {
        code: 'show(lib.New().Dial(lib.Two()))',
        matches: 1,
        output: 'New\nTwo\nWith 1\nWith 100\nDial two 104\nshow [104]',
      },
      { code: 'show((*lib.S).Dial(lib.V, "a"))', matches: 1, output: 'With 100\nDial a 101\nshow [101]' },
    ],
  },
  { name: 'function-call', aspects: wrapping('{function-call: example.com/m/lib.F}'), forms: functionCalls },
  {
    name: 'function-call replaced',
    aspects: replacing('F'),
    forms: functionCalls.filter(({ orchestrion }) => orchestrion !== 1),
  },
  {
    name: 'calls behind go and defer',
    aspects: wrapping(`
      one-of:
        - function-call: example.com/m/lib.F
        - function-call: example.com/m/lib.G
        - function-call: example.com/m/lib.G2
        - function-call: example.com/m/lib.Dial
        - function-call: example.com/m/lib.Done
        - method-call: {receiver: example.com/m/lib.S, name: P}`),
    forms: lateCalls,
  },
  { name: 'generic function-call', aspects: wrapping('{function-call: example.com/m/lib.G}'), forms: genericCalls },
  { name: 'generic function-call replaced', aspects: replacing('G'), forms: genericCalls },
  {
    name: 'function-call without parameters',
    aspects: replacing('Zero'),
    forms: [
      { code: 'show(lib.Zero[int]())', matches: 1, orchestrion: 0 },
      { code: 'show(lib.Zero[lib.T]())', matches: 1, orchestrion: 0 },
      { code: 'show((lib.Zero[[]int])())', matches: 1, orchestrion: 0 },
    ],
  },
  {
    name: 'function-call with two type parameters',
    aspects: replacing('G2'),
    forms: ['lib.G2[int, string]', 'lib.G2[int]', '(lib.G2[int, string])'].map((callee) => ({
      code: `show(${callee}(1, "a"))`,
      matches: 1,
      orchestrion: 0,
    })),
  },
  {
    name: 'method-call',
    aspects: wrapping('{method-call: {receiver: example.com/m/lib.S, name: P}}'),
    forms: methodCalls,
  },
  {
    name: 'method-call of a generic type',
    aspects: wrapping('{method-call: {receiver: example.com/m/lib.Gen, name: P, match: pointer-only}}'),
    forms: [
      { code: 'g := &lib.Gen[int]{}\ng.P(1).P(2)', matches: 2 },
      { code: 'g := lib.Gen[int]{}\n(&g).P(1)\n(*lib.Gen[int]).P(&g, 2)', matches: 2 },
    ],
  },
  {
    name: 'struct-literal',
    aspects: wrapping('{struct-literal: {type: example.com/m/lib.C, match: value-only}}'),
    forms: literals,
  },
  {
    name: 'struct-literal pointer',
    aspects: wrapping('{struct-literal: {type: example.com/m/lib.C, match: pointer-only}}'),
    forms: [
      { code: 'show(*&lib.C{}, *&(lib.C{}), *&((lib.C{})))', matches: 3, orchestrion: 1 },
      { code: 'show([1]*lib.C{{}}[0] != nil, lib.C{})', matches: 0 },
    ],
  },
  {
    name: 'generic struct-literal',
    aspects: wrapping('{struct-literal: {type: example.com/m/lib.Gen}}'),
    forms: genericLiterals,
  },
  {
    name: 'struct-literal field',
    aspects: wrapping('{struct-literal: {type: example.com/m/lib.C, field: A}}'),
    forms: [
      { code: 'show(lib.C{A: 1, B: 2}, &lib.C{B: 2, A: 1} != nil, lib.C{1, 2}, []lib.C{{A: 3}})', matches: 2 },
      { code: 'show(struct{ A int }{A: 1}, map[string]int{"A": 1})', matches: 0 },
    ],
  },
  {
    name: 'declaration-of',
    aspects: `aspects:
  - join-point: {all-of: [{declaration-of: example.com/m/PACKAGE.declared}]}
    advice: [{assign-value: {imports: {inj: example.com/m/inj}, template: "{{ . }} + 0", wraps: true}}]
`,
    forms: declarations,
    uncounted: true,
  },
];

testTables(tables);
