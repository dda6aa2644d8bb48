// Made by `npm run errors` from src/report/messages/aspect.md.
export const texts = {
  aspect_syntax: {
    code: 'aspect_syntax',
    message: 'not valid YAML: %problem%',
  },
  aspect_file_empty: {
    code: 'aspect_file_empty',
    message: 'the file holds nothing',
    hint: 'write "aspects: []" for a build without aspects, or remove the file',
  },
  aspect_duplicate_key: {
    code: 'aspect_duplicate_key',
    message: 'the key "%key%" is written twice',
    hint: 'the first is on line %line%; remove one',
  },
  aspect_unknown_key: {
    code: 'aspect_unknown_key',
    message: 'unknown key "%key%" in %where%',
    hint: '%suggestion%',
  },
  aspect_unknown_point: {
    code: 'aspect_unknown_point',
    message: 'unknown join point "%key%"',
    hint: '%suggestion%',
  },
  aspect_unknown_advice: {
    code: 'aspect_unknown_advice',
    message: 'unknown advice "%key%"',
    hint: '%suggestion%',
  },
  aspect_unknown_option: {
    code: 'aspect_unknown_option',
    message: 'unknown option "%key%" of the join point "function"',
    hint: '%suggestion%',
  },
  aspect_not_single_key: {
    code: 'aspect_not_single_key',
    message: '%what% must have exactly one key, found %found%',
    hint: '%hint%',
  },
  aspect_missing_key: {
    code: 'aspect_missing_key',
    message: '%where% needs the key "%key%"',
    hint: 'add "%key%:"',
  },
  aspect_wrong_type: {
    code: 'aspect_wrong_type',
    message: '%where% must be %expected%, not %found%',
    hint: 'check the indentation and the dashes',
  },
  aspect_bad_value: {
    code: 'aspect_bad_value',
    message: '%where% cannot be "%value%"',
    hint: 'write %allowed%',
  },
  aspect_bad_function_pattern: {
    code: 'aspect_bad_function_pattern',
    message: '"%pattern%" names no functions: %problem%',
    hint: 'write path.Name, path.Type.Name or path.(*Type).Name; /... behind a path means all packages below it, * in a name any letters',
  },
  aspect_bad_type_name: {
    code: 'aspect_bad_type_name',
    message: '"%name%" is not a type name',
    hint: 'write Name, path.Name or *path.Name; slices, maps, channels, functions and type arguments cannot be named',
  },
  aspect_bad_symbol: {
    code: 'aspect_bad_symbol',
    message: '"%symbol%" is not a name that %where% can use',
    hint: 'write %form%',
  },
  aspect_bad_lang: {
    code: 'aspect_bad_lang',
    message: '"%lang%" is not a Go language version',
    hint: 'write it as go1.21',
  },
  aspect_pointer_type: {
    code: 'aspect_pointer_type',
    message: '%where% cannot be the pointer "%name%"',
    hint: '%hint%',
  },
  aspect_field_with_match: {
    code: 'aspect_field_with_match',
    message: '"match: %match%" cannot be combined with "field"',
    hint: 'remove one of the two; a field matches in every literal of the type',
  },
  aspect_bad_glob: {
    code: 'aspect_bad_glob',
    message: '"%pattern%" is a malformed pattern and matches nothing',
    hint: 'close the bracket, give it a range, or put a backslash before it',
  },
  aspect_template_syntax: {
    code: 'aspect_template_syntax',
    message: '%problem%',
  },
  aspect_file_missing: {
    code: 'aspect_file_missing',
    message: 'the aspect file %path% does not exist',
    hint: 'check the path given with --aspects',
  },
  aspect_file_unreadable: {
    code: 'aspect_file_unreadable',
    message: 'the aspect file %path% cannot be read: %cause%',
    hint: 'check its permissions',
  },
  aspect_extends_missing: {
    code: 'aspect_extends_missing',
    message: 'extends "%target%", which does not exist',
    hint: 'the path is relative to the folder of this file',
  },
  aspect_extends_package: {
    code: 'aspect_extends_package',
    message: '"%target%" is a Go package, and there is no module here to find it in',
    hint: 'run the command in a module that requires it, or name a file or folder relative to this file, beginning with ./ or ../',
  },
  aspect_package_missing: {
    code: 'aspect_package_missing',
    message: 'the package "%path%" cannot be found%problem%',
    hint: '`go get %path%` adds its module; or remove the import',
  },
  aspect_empty_package: {
    code: 'aspect_empty_package',
    message: 'the package "%path%" provides no aspects: it has neither orchestrion.tool.go nor orchestrion.yml',
    hint: 'remove it, or update its module to a version that has aspects',
  },
  aspect_tool_file_syntax: {
    code: 'aspect_tool_file_syntax',
    message: '%wanted% is expected here',
    hint: 'the file is Go: a package clause, then imports of the packages that provide aspects',
  },
  aspect_unknown_set: {
    code: 'aspect_unknown_set',
    message: 'there is no built-in set "%name%"',
    hint: 'the general one is gots:otel',
  },
  aspect_empty_folder: {
    code: 'aspect_empty_folder',
    message: 'extends the folder "%target%", which has neither gots.yml nor orchestrion.yml',
    hint: 'name a file, or remove the entry',
  },
  aspect_disable_unused: {
    code: 'aspect_disable_unused',
    message: 'disable: "%pattern%" matches no aspect',
    hint: '%suggestion%',
  },
} as const;
