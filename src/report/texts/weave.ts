// Made by `npm run errors` from src/report/messages/weave.md.
export const texts = {
  weave_needs_types: {
    code: 'weave_needs_types',
    message: 'only type checking can tell %question%, and this command does none',
    hint: '`gots weave` and `gots go build` do',
  },
  weave_type_unknown: {
    code: 'weave_type_unknown',
    message: 'type checking cannot tell %question%: %why%',
    hint: 'in `gots weave`, files of a package with cgo or of a module whose dependencies cannot be built are not enough; weave such a package in a build',
  },
  weave_dot_imports: {
    code: 'weave_dot_imports',
    message: '"%name%" may come from any of several dot imports, and a join point depends on which',
    hint: 'import all but one of them by name',
  },
  weave_syntax_unknown: {
    code: 'weave_syntax_unknown',
    message: 'the syntax near "%near%" is not known to gots, so this file cannot be woven safely',
    hint: 'if `go vet` accepts the file, please report it; an `//orchestrion:ignore` above the package clause leaves the file unwoven',
  },
  template_name_hidden: {
    code: 'template_name_hidden',
    message: 'the predeclared "%name%" cannot be reached here, since %by% declares that name',
    hint: 'call a function of a package of yours instead, which the template imports',
  },
  weave_endless_injection: {
    code: 'weave_endless_injection',
    message: 'the declarations injected here match an aspect that injects declarations again, more than %limit% times in a row',
    hint: 'narrow the join point so that it does not match what the aspect injects',
  },
  weave_broken_output: {
    code: 'weave_broken_output',
    message: 'what %aspects% made of this file does not parse, near "%near%"',
    hint: 'narrow the join point to nodes where the advice can stand; if it is narrow, please report a bug',
  },
  template_execution: {
    code: 'template_execution',
    message: '%message%',
    hint: 'the template was executed for a node that it does not fit; narrow the join point or guard with `if`',
  },
  template_syntax: {
    code: 'template_syntax',
    message: '%message%',
    hint: 'see the text/template reference',
  },
  template_renders_nothing: {
    code: 'template_renders_nothing',
    message: 'the template renders nothing, %wanted% is needed',
    hint: 'print the node itself with `{{ . }}` where it is to stay as it is',
  },
  template_broken_go: {
    code: 'template_broken_go',
    message: 'the template does not render %wanted%: cannot be parsed near "%near%"',
    hint: 'run `gots weave` on one file to see what the template renders',
  },
  code_broken_go: {
    code: 'code_broken_go',
    message: 'this does not make %wanted%: cannot be parsed near "%near%"',
    hint: 'close what is open, and write statements only',
  },
  template_node_twice: {
    code: 'template_node_twice',
    message: 'the template prints "%node%" twice; it would be evaluated twice',
    hint: 'keep it in a variable of the woven code, or print `.AST.Copy` the second time',
  },
  template_node_in_string: {
    code: 'template_node_in_string',
    message: 'the template prints the node "%node%" inside a string',
    hint: 'print its name or value there (`.AST.Name`, `.AST.Value`), or move the node out of the string',
  },
  template_node_unprintable: {
    code: 'template_node_unprintable',
    message: 'the template prints a %kind%, which has no text of its own to move',
    hint: 'print its parts',
  },
  advice_wrong_node: {
    code: 'advice_wrong_node',
    message: '%advice% needs %wanted%, but the join point matched a %got% at %at%',
    hint: 'narrow the join point with all-of',
  },
  advice_bad_name: {
    code: 'advice_bad_name',
    message: 'add-struct-field cannot add a field named %name%',
    hint: 'a name is letters, digits and underscores',
  },
  weave_init_order: {
    code: 'weave_init_order',
    message: 'in %importPath%, %early% would be initialised before %late%: woven code that %late% calls refers to it',
    hint: 'leave the function that is called so early out of the join point, or keep what woven code needs in a package that it imports',
  },
} as const;
