/** What a golden directory of otelc needs to become a program, and what that prints to standard error. */
export interface HookCase {
  /** A file that calls what is woven; without one, the source has a main of its own. */
  readonly driver?: string;
  readonly prints: readonly string[];
  /** Run as a test instead of a command. */
  readonly test?: boolean;
  /** The rule's target, where the fixture names one that cmd/go never gives to such a package. */
  readonly target?: string;
  /** Path of the module, if not the import path of the fixture. */
  readonly module?: string;
  /** Folder of the main package. */
  readonly main?: string;
}

const main = (calls: string) => `package main\n\nfunc main() { ${calls} }\n`;
const func1 = main('Func1("a", 1)');
const around = ['in H1Before', 'H1Before', 'Hello, World!', 'in H1After'];
const request = ['in BeforeProcessRequest', 'BeforeProcessRequest: a', 'processing: a', 'in AfterProcessRequest'];

/** By directory. Each hook prints `in` and its name first; the rest is what the fixture itself prints. */
export const hookCases: Readonly<Record<string, HookCase>> = {
  'after-only': {
    driver: main('Func1("a", 1); (&T{}).Func1("a", 1)'),
    prints: ['Hello, World!', 'in H1After', 'in H8After'],
  },
  'all-of-filter-empty': {
    driver: main('Open("a")'),
    prints: ['in BeforeOpen', 'BeforeOpen', 'opening a', 'in AfterOpen'],
  },
  'all-of-filter-match': {
    driver: main('Connect("a")'),
    prints: ['in BeforeConnect', 'BeforeConnect', 'connecting to a', 'in AfterConnect'],
  },
  'before-only': { driver: func1, prints: ['in H1Before', 'H1Before', 'Hello, World!'] },
  'combined-rules': {
    driver: main('Func1("a", 1); println(T{NewField: "new"}.NewField); func2()'),
    prints: [...around, 'new', 'func2'],
  },
  'dedup-identical-rules': { driver: func1, prints: ['in H1Before', 'H1Before', 'Hello, World!'] },
  'ellipsis-syntax': { driver: main('EllipsisFunc("a", "b")'), prints: ['in H9Before'] },
  'func-and-raw-rules': { driver: func1, prints: around },
  'func-rule-only': { driver: func1, prints: around },
  'func-sig-argument-type': { prints: around },
  'func-sig-contains': { prints: around },
  'func-sig-last-result-type': { prints: around },
  'func-sig-result-type': { prints: around },
  'func-signature': { prints: around },
  'generic-functions': {
    driver: main('GenericFunc("a", 1); (&GenStruct[int]{}).GenericMethod(1, "a")'),
    prints: ['in GenericFuncBefore', 'in GenericFuncAfter', 'in GenericMethodBefore', 'in GenericMethodAfter'],
  },
  'has-package-combo-match': {
    test: true,
    module: 'main',
    driver: 'package main_test\n\nimport "testing"\n\nfunc TestIt(*testing.T) { ExternalHelper() }\n',
    prints: ['in BeforeExternalHelper', 'BeforeExternalHelper', 'external helper', 'in AfterExternalHelper'],
  },
  'has-package-match': {
    test: true,
    target: 'example.com/app_test',
    driver: 'package main_test\n\nimport "testing"\n\nfunc TestIt(*testing.T) { ProcessRequest("a") }\n',
    prints: request,
  },
  'interface-passthrough': {
    driver: main('println(InterfacePassthrough(7).(int))'),
    prints: ['in H15InterfaceBefore', 'in H15InterfaceAfter', '7'],
  },
  'is-test-filter-match': { driver: main('ProcessRequest("a")'), prints: request },
  'is-test-filter-true-match': {
    target: 'example.com/app',
    test: true,
    driver: 'package main\n\nimport "testing"\n\nfunc TestIt(*testing.T) { ProcessRequest("a") }\n',
    prints: request,
  },
  'method-receiver': {
    driver: main('(&T{}).Func1("a", 1); T{}.Func3()'),
    prints: ['in H3Before', 'in H3After', 'in H11Before'],
  },
  'multiple-func-rules': {
    driver: func1,
    prints: ['in H1Before', 'H1Before', 'in H2Before', 'Hello, World!', 'in H2After', 'in H1After'],
  },
  'multiple-hooks-single-func': {
    driver: func1,
    prints: ['in H1Before', 'H1Before', 'Hello, World!', 'in H2After', 'H2After'],
  },
  'not-filter-match': {
    driver: main('Connect("a")'),
    prints: ['in BeforeConnect', 'BeforeConnect', 'connecting a', 'in AfterConnect'],
  },
  'one-of-filter-match': {
    driver: main('Open("a")'),
    prints: ['in BeforeOpen', 'BeforeOpen', 'opening a', 'in AfterOpen'],
  },
  'opt-multiple-funcs': {
    driver: main('OptGood(); OptBad(); OptBad2()'),
    prints: ['in H5Before', 'in H6Before', 'in H7Before', 'in H7After'],
  },
  'target-glob-deep-match': {
    main: './cmd',
    driver: 'package main\n\nimport users "example.com/acme/svc/users"\n\nfunc main() { users.Handler("a", 1) }\n',
    prints: around,
  },
  'target-glob-match': { driver: main('Handler("a", 1)'), prints: around },
  'underscore-param-and-return': {
    driver: main('UnderscoreParamReturnFunc(1)'),
    prints: ['in H12UnderscoreParamReturnBefore', 'in H12UnderscoreParamReturnAfter'],
  },
  'underscore-return-syntax': { driver: main('UnderscoreReturnFunc()'), prints: ['in H12UnderscoreReturnAfter'] },
  'underscore-syntax': { driver: main('UnderscoreFunc(1, 2)'), prints: ['in H10Before'] },
  'unnamed-param': { driver: main('Unnamed(1, 2)'), prints: ['in H13Before'] },
};
