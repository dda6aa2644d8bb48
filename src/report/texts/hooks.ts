// Made by `npm run errors` from src/report/messages/hooks.md.
export const texts = {
  aspect_hooks_none: {
    code: 'aspect_hooks_none',
    message: 'the hooks name neither a function to run before nor one to run after',
    hint: 'add "before:", "after:" or both',
  },
  hook_missing: {
    code: 'hook_missing',
    message: 'the package %path% declares no function %name%',
    hint: '%suggestion%',
  },
  hook_syntax: {
    code: 'hook_syntax',
    message: '%problem%',
    hint: 'a hook is a function whose first parameter is the context of the call',
  },
  hook_signature: {
    code: 'hook_signature',
    message: 'the hook %name% does not fit the function: %problem%',
    hint: 'before: the context, the receiver if there is one, the parameters; after: the context, the results; any of them may be an interface{}',
  },
  aspect_package_missing_in_build: {
    code: 'aspect_package_missing',
    message: 'there is no package %path% in this build',
    hint: 'its module must be required by the project, or lie beside the aspect file; see `go list` for the path',
  },
  aspect_file_of_package: {
    code: 'aspect_file_of_package',
    message: 'the package %path% has no file %file%',
    hint: '%suggestion%',
  },
  added_file_syntax: {
    code: 'added_file_syntax',
    message: 'this file is added to a package and does not parse near "%near%"',
    hint: 'compile it by itself first',
  },
  replaced_file_missing: {
    code: 'replaced_file_missing',
    message: 'the package %path% has no file %file% to replace',
    hint: '%suggestion%',
  },
  advice_no_value: {
    code: 'advice_no_value',
    message: 'the declaration of %name%, one of %names% names, has no value of its own that could be changed',
    hint: 'only values that are written one for each name can be replaced or wrapped',
  },
  advice_results_as_arguments: {
    code: 'advice_results_as_arguments',
    message: 'append-args cannot add to the arguments of %callee%, which are the results of one call: %why%',
    hint: 'keep the results in variables and pass those',
  },
  advice_no_constant: {
    code: 'advice_no_constant',
    message: '%advice% puts %text%, which is no constant, where only a constant can stand, at %at%',
    hint: 'write a constant expression, or narrow the join point to places where any value can stand',
  },
  advice_no_statement: {
    code: 'advice_no_statement',
    message: 'no statement of the function matches the pattern %pattern%',
    hint: 'statements are compared as they are written, those directly in a case of switch or select left out',
  },
} as const;
