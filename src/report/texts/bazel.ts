// Made by `npm run errors` from src/report/messages/bazel.md.
export const texts = {
  bazel_plan_unreadable: {
    code: 'bazel_plan_unreadable',
    message: 'cannot use the plan in %folder%: %reason%',
    hint: 'write it with `gots bazel-plan -o %folder%`, by the same version of gots that builds',
  },
  bazel_plan_plugin: {
    code: 'bazel_plan_plugin',
    message: 'aspect "%aspect%" runs a plug-in, which a plan for Bazel cannot hold',
    hint: 'leave the aspect out with `disable` in gots.yml',
  },
  bazel_params_unreadable: {
    code: 'bazel_params_unreadable',
    message: 'cannot read the parameter file %file%: %reason%',
  },
  bazel_flag_missing: {
    code: 'bazel_flag_missing',
    message: 'the action %verb% of rules_go came without %flag%',
    hint: '`gots bazel-builder` is written for the builder of rules_go, read at version 0.65',
  },
  bazel_builder_missing: {
    code: 'bazel_builder_missing',
    message: 'cannot run the builder %file%: %reason%',
    hint: '`--builder` names the builder of rules_go, which must be an input of the action',
  },
  bazel_archive_missing: {
    code: 'bazel_archive_missing',
    message: 'package "%path%", which weaving injects into %host%, is not in %folder%',
    hint: 'the standard library must be built with the same plan: `go_sdk` of this toolchain needs its own `go_stdlib`',
  },
  bazel_package_differs: {
    code: 'bazel_package_differs',
    message: 'the program links its own %path%, which differs from the one that %user% was compiled with',
    hint: 'take %path% out of the deps of the program, or the aspects that inject it out of the plan',
  },
} as const;
