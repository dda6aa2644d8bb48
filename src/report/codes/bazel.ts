import { failure } from '../message.ts';
import { texts } from '../texts/bazel.ts';

/** Raised when the folder of `--plan` holds no plan that this version of gots can weave by. */
export function bazelPlanUnreadable(folder: string, reason: string): never {
  throw failure(texts.bazel_plan_unreadable, { folder, reason });
}

/** Raised when an aspect of a plan for Bazel runs a plug-in. */
export function bazelPlanPlugin(aspect: string): never {
  throw failure(texts.bazel_plan_plugin, { aspect });
}

/** Raised when a parameter file of Bazel is missing or cannot be taken apart. */
export function bazelParamsUnreadable(file: string, reason: string): never {
  throw failure(texts.bazel_params_unreadable, { file, reason });
}

/** Raised when an action of rules_go lacks a flag that says what is compiled, or where it goes. */
export function bazelFlagMissing(verb: string, flag: string): never {
  throw failure(texts.bazel_flag_missing, { verb, flag });
}

/** Raised when rules_go's own builder cannot be started. */
export function bazelBuilderMissing(file: string, reason: string): never {
  throw failure(texts.bazel_builder_missing, { file, reason });
}

/** Raised when a package that woven code imports was not compiled with the standard library. */
export function bazelArchiveMissing(path: string, host: string, folder: string): never {
  throw failure(texts.bazel_archive_missing, { path, host, folder });
}

/** Raised when a program links another build of a package than the one that injected code was compiled with. */
export function bazelPackageDiffers(path: string, user: string): never {
  throw failure(texts.bazel_package_differs, { path, user });
}
