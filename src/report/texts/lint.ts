// Made by `npm run errors` from src/report/messages/lint.md.
export const texts = {
  aspect_never_matches: {
    code: 'aspect_never_matches',
    message: 'this join point can never match: %reason%',
    hint: 'correct or remove it',
  },
  aspect_advice_misfit: {
    code: 'aspect_advice_misfit',
    message: '%advice% needs %wanted%, but the join point matches %got%',
    hint: '%hint%',
  },
  aspect_template_member: {
    code: 'aspect_template_member',
    message: '%of% has no "%name%"',
    hint: '%suggestion%',
  },
  aspect_template_no_function: {
    code: 'aspect_template_no_function',
    message: '.Function.%name% fails where there is no function around the node%where%',
    hint: 'match functions or their bodies, or ask for something that does without (ArgumentOfType, ResultOfType)',
  },
  aspect_import_unused: {
    code: 'aspect_import_unused',
    message: 'the template does not use its import "%name%" of %path%',
    hint: 'remove it; where the package is only to be linked, use add-blank-import or links',
  },
  aspect_links_idle: {
    code: 'aspect_links_idle',
    message: '"links" does nothing here: only "inject-declarations" links packages',
    hint: 'remove it, or use add-blank-import',
  },
  aspect_advice_idle: {
    code: 'aspect_advice_idle',
    message: '%advice% does nothing here: %other% in the same aspect changes the package before its nodes are looked at',
    hint: 'move it to an aspect of its own',
  },
  aspect_import_unknown: {
    code: 'aspect_import_unknown',
    message: 'the template uses "%name%" without importing it, so it depends on the imports of the woven file',
    hint: 'add "%name%: %path%" under "imports:"',
  },
  aspect_duplicate_id: {
    code: 'aspect_duplicate_id',
    message: 'the id "%id%" is used twice, first at %file%:%line%',
    hint: '"disable" and reports cannot tell the two apart; rename one',
  },
  aspect_package_absent: {
    code: 'aspect_package_absent',
    message: 'no module of this build provides the package "%path%"',
    hint: '%suggestion%',
  },
  aspect_symbol_absent: {
    code: 'aspect_symbol_absent',
    message: 'the package "%path%" has no %what% "%name%"',
    hint: '%suggestion%',
  },
  aspect_value_no_constant: {
    code: 'aspect_value_no_constant',
    message: 'the constant %name% cannot have this value: %part% is no constant',
    hint: 'write a constant expression',
  },
  aspect_case_failed: {
    code: 'aspect_case_failed',
    message: 'case "%name%": %problem%',
  },
} as const;
