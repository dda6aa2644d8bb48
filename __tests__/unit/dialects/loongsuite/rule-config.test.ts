import { expect, test } from 'vitest';
import { discoverAspects } from '../../../../src/dialects/discover.ts';
import { ruleConfig } from '../../../../src/dialects/loongsuite/rule-config.ts';
import { errorOf, loadTree, treeReader } from '../../aspects/helpers.ts';

const rules = '/co/tool/data/rules';
const checkout = { [`${rules}/base.json`]: '[]', [`${rules}/http.json`]: '[]', [`${rules}/sql.json`]: '[]' };
const own = { '/app/mine.json': '[]', '/app/more.json': '[]' };
const conf = (value: unknown) => ({ '/app/.otel-build/conf.json': JSON.stringify(value) });

function config(files: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}) {
  return ruleConfig('/app', treeReader({ ...checkout, ...own, ...files }), env);
}

test('the rules of the checkout and those named besides, the last first', () => {
  const found = config(conf({ RuleJsonFiles: '/app/mine.json, more.json', PkgPath: '/co/pkg', Verbose: true }));
  expect(found).toEqual({
    entries: ['/app/more.json', '/app/mine.json', `${rules}/sql.json`, `${rules}/http.json`, `${rules}/base.json`],
    inputs: ['/app/.otel-build/conf.json', rules],
    warnings: [],
  });
});

test.each([
  ['all', [`${rules}/base.json`], []],
  ['http.json,base.json', [`${rules}/sql.json`, `${rules}/base.json`], []],
  ['htp.json', [`${rules}/sql.json`, `${rules}/http.json`, `${rules}/base.json`], ['rule_unknown_disabled']],
])('without %s', (DisableRules, entries, warnings) => {
  const found = config(conf({ DisableRules, PkgPath: '../co/pkg' }));
  expect(found?.entries).toEqual(entries);
  expect(found?.warnings.map(({ code }) => code)).toEqual(warnings);
});

test('variables win over the file', () => {
  const env = { OTELTOOL_RULE_JSON_FILES: 'mine.json', OTELTOOL_DISABLE_RULES: 'all', OTELTOOL_PKG_PATH: '/co/pkg' };
  expect(config({}, env)?.entries).toEqual(['/app/mine.json', `${rules}/base.json`]);
  expect(config(conf({ RuleJsonFiles: 'none.json' }), env)?.entries).toEqual(['/app/mine.json', `${rules}/base.json`]);
});

test.each(['loongsuite-go-agent', 'loongsuite-go'])(
  'the checkout may be where go.mod replaces its module by: %s',
  (name) => {
    const mod = `module m\n\nreplace example.com/x => ../x\n\nreplace (\n\tgithub.com/alibaba/${name}/pkg v0.1.0 => ../co/pkg\n)\n`;
    expect(config({ ...conf({ DisableRules: 'all' }), '/app/go.mod': mod })?.entries).toEqual([`${rules}/base.json`]);
  },
);

test.each(['/co', '/co/pkg', '../co'])('PkgPath is a checkout, or its folder pkg: %s', (PkgPath) => {
  expect(config(conf({ DisableRules: 'all', PkgPath }))?.entries).toEqual([`${rules}/base.json`]);
});

test('nothing says that the tool is used', () => {
  expect(config({}, { OTELTOOL_PKG_PATH: '/co/pkg' })).toBeUndefined();
});

test.each([
  [conf({}), 'nothing says where its checkout is'],
  [conf({ PkgPath: '/none/pkg' }), 'there is no base.json in /none/tool/data/rules'],
])('a checkout that cannot be found: %j', (files, seen) => {
  expect(errorOf(() => config(files))).toBe(
    `.otel-build/conf.json or OTELTOOL_RULE_JSON_FILES asks for the rules of loongsuite-go-agent, but ${seen} (rule_no_checkout); ` +
      'set OTELTOOL_PKG_PATH to the folder pkg of a checkout, or write a gots.yml that extends rule files',
  );
});

test('a rule file that is not there', () => {
  expect(errorOf(() => config(conf({ RuleJsonFiles: 'none.json', PkgPath: '/co/pkg' })))).toContain(
    'the rule file /app/none.json does not exist (rule_file_missing)',
  );
});

test('it comes after gots.yml', async () => {
  const files = { ...checkout, ...conf({ PkgPath: '/co/pkg' }) };
  const found = (tree: Readonly<Record<string, string>>) =>
    discoverAspects({ dir: '/app', reader: treeReader(tree), env: {}, findPackages: undefined });
  expect((await found(files)).entries).toHaveLength(3);
  expect((await found({ ...files, '/app/gots.yml': '' })).entries).toEqual(['/app/gots.yml']);
});

test('gots.yml extends a rule file, or a folder of them', () => {
  const rule = (name: string) =>
    JSON.stringify([{ ImportPath: 'p', StructType: name, FieldName: 'f', FieldType: 'int' }]);
  const files = { '/app/a.json': rule('A'), '/app/rules/b.json': rule('B'), '/app/rules/c.json': rule('C') };
  const loaded = loadTree({ ...files, '/app/gots.yml': 'extends: [a.json, ./rules]\ndisable: ["p:B.*"]\n' });
  expect(loaded.aspects.map(({ id }) => id)).toEqual(['p:A.f', 'p:C.f']);
  expect(loaded.folders).toEqual(['/app/rules']);
});
