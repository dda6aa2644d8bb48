import type { Draw } from '../random-edits.ts';

/**
 * Go texts drawn from the grammar of the language, dense in what can be read in two ways: names that may be values or types,
 * brackets that may be an index or type arguments, parentheses that may be a call or a conversion, braces that may be a literal or a
 * block. They need not pass a type checker.
 */
export function randomProgram(draw: Draw): string {
  const writer = new Writer(draw);
  const declared = Array.from({ length: 1 + draw(4) }, () => writer.declaration());
  return `package p\n\n${declared.join('\n\n')}\n`;
}

class Writer {
  private readonly draw: Draw;
  /** What may still be nested. */
  private left = 60;

  constructor(draw: Draw) {
    this.draw = draw;
  }

  private one<T>(of: readonly T[]): T {
    return of[this.draw(of.length)] as T;
  }

  /** A form of the second list where nests go on, else one of the first. */
  private nested(flat: readonly string[], deep: readonly (() => string)[]): string {
    if (this.left <= 0 || this.draw(4) === 0) return this.one(flat);
    this.left--;
    return this.one(deep)();
  }

  private some(least: number, most: number, part: () => string): string[] {
    return Array.from({ length: least + this.draw(most - least + 1) }, part);
  }

  private list(least: number, most: number, part: () => string): string {
    return this.some(least, most, part).join(', ');
  }

  private name = (): string => this.one(['a', 'b', 'T', 'U', 'x', 'f', 'p.q', 'p.T', 'any', 'int', 'a.b.c']);
  private word = (): string => this.one(['a', 'b', 'c', 'T', 'f', '_', 'nil1', 'new1', 'é']);
  private typeName = (): string => this.one(['T', 'U', 'int', 'any', 'p.T', 'error']);

  private literal = (): string =>
    this.one([
      '1',
      '0x1p-2',
      '07',
      '.5',
      '1e3i',
      "'a'",
      "'é'",
      '"s"',
      '"\\n日"',
      '`r\n\\`',
      'nil',
      'true',
      'iota',
      '0b1_0',
    ]);

  expression = (): string =>
    this.nested(
      [this.name(), this.literal(), this.name()],
      [
        () =>
          `${this.expression()}${this.one([' + ', '*', ' && ', ' == ', ' &^ ', '<<', ' - -', ' | ', ' <- '.trim() === '<-' ? ' < ' : ' '])}${this.unary()}`,
        this.unary,
        this.primary,
        this.primary,
        this.primary,
      ],
    );

  private unary = (): string =>
    this.nested(
      [this.name()],
      [() => `${this.one(['-', '!', '*', '&', '^', '<-', '+'])}${this.unary()}`, this.primary],
    );

  private primary = (): string =>
    this.nested(
      [this.name(), this.literal()],
      [
        () => `${this.primary()}(${this.list(0, 2, this.expression)})`,
        () => `${this.primary()}[${this.expression()}]`,
        () => `${this.name()}[${this.list(1, 3, this.typeArgument)}]`,
        () => `${this.name()}[${this.list(1, 3, this.typeArgument)}](${this.list(0, 2, this.expression)})`,
        () => `${this.primary()}[${this.one(['', this.expression()])}:${this.one(['', this.expression()])}]`,
        () => `${this.primary()}[:${this.expression()}:${this.expression()}]`,
        () => `${this.primary()}.${this.word()}`,
        () => `${this.primary()}.(${this.type()})`,
        () => `(${this.expression()})`,
        () => `(${this.type()})(${this.expression()})`,
        () => `${this.plainType()}(${this.expression()})`,
        () => `(${this.literalType()}{${this.elements()}})`,
        () => `(*${this.type()}).${this.word()}`,
        () => `func(${this.parameters()})${this.result()} {${this.statements()}}`,
        () => `${this.name()}(${this.list(1, 2, this.expression)}...)`,
        () => `${this.one(['new', 'make'])}(${this.type()}${this.one(['', `, ${this.expression()}`])})`,
        () => `new(${this.expression()})`,
      ],
    );

  private typeArgument = (): string => this.one([this.type, this.expression, this.type])();

  private literalType = (): string =>
    this.nested(
      ['T', 'p.T'],
      [
        () => `[]${this.type()}`,
        () => `[...]${this.type()}`,
        () => `[${this.expression()}]${this.type()}`,
        () => `map[${this.type()}]${this.type()}`,
        () => `${this.typeName()}[${this.list(1, 2, this.type)}]`,
        this.structType,
      ],
    );

  private elements = (): string =>
    this.list(0, 3, () =>
      this.one([
        this.expression,
        () => `${this.expression()}: ${this.expression()}`,
        () => `{${this.nested(['1'], [this.elements])}}`,
        () => `{1}: {${this.expression()}}`,
      ])(),
    );

  private plainType = (): string =>
    this.one([
      () => `[]${this.type()}`,
      () => `map[${this.type()}]${this.type()}`,
      () => `chan ${this.typeName()}`,
      () => 'interface{}',
      this.structType,
    ])();

  type = (): string =>
    this.nested(
      [this.typeName()],
      [
        this.typeName,
        () => `*${this.type()}`,
        () => `(${this.type()})`,
        () => `[]${this.type()}`,
        () => `[${this.expression()}]${this.type()}`,
        () => `map[${this.type()}]${this.type()}`,
        () => `${this.one(['chan ', '<-chan ', 'chan<- '])}${this.type()}`,
        () => `func(${this.parameters()})${this.result()}`,
        () => `${this.typeName()}[${this.list(1, 2, this.type)}]`,
        this.structType,
        () => `interface{${this.some(0, 2, this.method).join('; ')}}`,
      ],
    );

  private structType = (): string => `struct{${this.some(0, 3, this.member).join('; ')}}`;

  private member = (): string =>
    this.one([
      () => `${this.list(1, 2, this.word)} ${this.type()}`,
      this.typeName,
      () => `*${this.typeName()}`,
      () => `${this.typeName()}[${this.list(1, 2, this.type)}]`,
      () => `a ${this.type()} "tag"`,
      () => `T \`tag\``,
    ])();

  private method = (): string =>
    this.one([
      () => `${this.word()}(${this.parameters()})${this.result()}`,
      this.typeName,
      () => `~${this.type()} | ${this.type()}`,
      () => `${this.typeName()}[${this.type()}]`,
    ])();

  private parameters = (): string =>
    this.one([
      () => '',
      () => this.list(1, 3, this.type),
      () => this.list(1, 2, () => `${this.list(1, 3, this.word)} ${this.type()}`),
      () => `a ...${this.type()}`,
      () => `${this.type()}, ...${this.type()}`,
    ])();

  private result = (): string =>
    this.one([() => '', () => '', () => ` ${this.type()}`, () => ` (${this.parameters()})`])();

  /** The header of a statement, in which no literal stands outside of parentheses. */
  private condition = (): string =>
    this.one([
      this.primary,
      () => `(${this.expression()})`,
      () => `${this.name()} == ${this.primary()}`,
      () => `[]T{${this.elements()}}[0]`,
    ])();

  private statements = (): string => {
    const held = this.some(0, 3, this.statement);
    return held.length === 0 ? this.one(['', ' ', '\n']) : this.one([` ${held.join('; ')} `, `\n${held.join('\n')}\n`]);
  };

  private block = (): string => `{${this.statements()}}`;

  statement = (): string =>
    this.nested(
      ['return', 'f()', 'break', 'goto L', 'x++'],
      [
        () =>
          `${this.list(1, 2, this.expression)} ${this.one(['=', ':=', '+=', '&^='])} ${this.list(1, 2, this.expression)}`,
        this.primary,
        () => `${this.primary()} <- ${this.expression()}`,
        () => `${this.primary()}${this.one(['++', '--'])}`,
        () => `return ${this.list(1, 2, this.expression)}`,
        () =>
          `if ${this.one(['', 'x := 1; '])}${this.condition()} ${this.block()}${this.one(['', ` else ${this.block()}`, ` else if x ${this.block()}`])}`,
        () =>
          `for ${this.one(['', this.condition(), `i := 0; ${this.condition()}; i++`, ';;', `i := range ${this.condition()}`, 'range 10', `a[i], b = range ${this.condition()}`])} ${this.block()}`,
        () =>
          `switch ${this.one(['', this.condition(), 'x := f();', `x := 1; ${this.condition()}`])} {${this.some(0, 2, () => `\ncase ${this.list(1, 2, this.expression)}:${this.statements()}`).join('')}\n}`,
        () =>
          `switch ${this.one(['', 'y := ', 'x := 1; y := '])}${this.name()}.(type) {${this.some(0, 2, () => `\ncase ${this.list(1, 2, this.type)}:${this.statements()}`).join('')}\ndefault:${this.statements()}}`,
        () =>
          `select {\ncase ${this.one([`${this.primary()} <- ${this.expression()}`, `<-${this.primary()}`, `x, ok := <-${this.name()}`, 'x[i] = <-c'])}:${this.statements()}\ndefault:${this.statements()}}`,
        () => `${this.one(['go', 'defer'])} ${this.primary()}(${this.list(0, 2, this.expression)})`,
        () => `L: ${this.statement()}`,
        () => this.inner(),
        this.block,
      ],
    );

  private inner = (): string =>
    this.one([
      () => `var ${this.list(1, 2, this.word)} ${this.type()}`,
      () => `var ${this.word()} ${this.one(['', this.type()])} = ${this.expression()}`,
      () => `const (\n${this.word()} = ${this.expression()}\n${this.word()}\n)`,
      () => `type ${this.typeParameters()} ${this.one(['', '= '])}${this.type()}`,
      () => `type (\nA ${this.type()}\nB = ${this.type()}\n)`,
    ])();

  private typeParameters = (): string =>
    this.one([
      () => 'A',
      () =>
        `A[${this.list(1, 2, () => `${this.list(1, 2, () => this.one(['P', 'Q']))} ${this.one([this.type, () => `~${this.type()} | ${this.typeName()}`])()}`)}]`,
    ])();

  declaration(): string {
    this.left = 60;
    const typeParameters = () =>
      this.one(['', '', `[P ${this.one(['any', '~int | ~string', 'interface{ ~int }', '*T', 'p.C[P]'])}]`]);
    return this.one([
      this.inner,
      () => `func ${this.word()}${typeParameters()}(${this.parameters()})${this.result()} ${this.block()}`,
      () =>
        `func (${this.one(['r *T', 'T', 'r T[P]', '*T[P, Q]', '_ (T)'])}) ${this.word()}${typeParameters()}(${this.parameters()})${this.result()} ${this.block()}`,
      () => `func f() {\n${this.some(1, 4, this.statement).join('\n')}\n}`,
      () => `var _ = ${this.expression()}`,
    ])();
  }
}
