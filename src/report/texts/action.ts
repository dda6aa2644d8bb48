// Made by `npm run errors` from src/report/messages/action.md.
export const texts = {
  action_input_unknown_value: {
    code: 'action_input_unknown_value',
    message: 'input "%input%": unknown value %value%',
    hint: '%suggestion%',
  },
  action_input_not_boolean: {
    code: 'action_input_not_boolean',
    message: 'input "%input%": %value% is neither true nor false',
    hint: 'write true or false',
  },
  action_input_not_number: {
    code: 'action_input_not_number',
    message: 'input "%input%": %value% is no whole number from %least% to %most%',
    hint: 'write a number from %least% to %most%',
  },
  action_input_nul: {
    code: 'action_input_nul',
    message: 'input "%input%" holds a NUL character',
    hint: 'remove it',
  },
  action_input_quote: {
    code: 'action_input_quote',
    message: 'input "%input%": a quotation is not closed in %value%',
    hint: 'close it; a word with blanks stands in "double" or \'single\' quotes',
  },
  action_input_outside: {
    code: 'action_input_outside',
    message: 'input "%input%": %value% lies outside the workspace %workspace%',
    hint: 'name a path below the checkout',
  },
  action_input_no_folder: {
    code: 'action_input_no_folder',
    message: 'input "%input%": there is no folder %value% in the workspace',
    hint: 'check out the repository before this step (actions/checkout), and name a folder of it',
  },
  action_input_package_is_flag: {
    code: 'action_input_package_is_flag',
    message: 'input "packages": %value% is a flag, not a package',
    hint: 'flags of the build go to "build-flags", flags of the tests to "test-flags"',
  },
  action_input_no_flag: {
    code: 'action_input_no_flag',
    message: 'input "%input%": %value% is no flag',
    hint: 'packages go to "packages"; a value with blanks is quoted as a whole: "-ldflags=-s -w"',
  },
  action_input_reserved_flag: {
    code: 'action_input_reserved_flag',
    message: 'input "%input%": -%flag% is set by the action itself',
    hint: '%remedy%',
  },
  action_target_unknown: {
    code: 'action_target_unknown',
    message: 'input "targets": unknown target %text%',
    hint: '%suggestion%',
  },
  action_target_twice: {
    code: 'action_target_twice',
    message: 'input "targets": %name% is named twice',
    hint: 'name each target once',
  },
  action_no_module: {
    code: 'action_no_module',
    message: 'no go.mod in %folder% or above',
    hint: 'set "working-directory" to the folder of the module',
  },
  action_no_main: {
    code: 'action_no_main',
    message: '%target%: no package main among %packages%',
    hint: 'name a package main in "packages"',
  },
  azure_host_unreadable: {
    code: 'azure_host_unreadable',
    message: '%path% cannot be read: %problem%',
    hint: 'mend it, or remove it to have one made',
  },
  azure_no_handler: {
    code: 'azure_no_handler',
    message: '%path% names no program: customHandler.description.defaultExecutablePath is missing',
    hint: 'set it to the file name of the program',
  },
  azure_executable_differs: {
    code: 'azure_executable_differs',
    message: '%path% starts %executable%, but the program is "%program%"',
    hint: 'set customHandler.description.defaultExecutablePath to "%program%"',
  },
} as const;
