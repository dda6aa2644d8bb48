import { n as failure } from "./chunk-message.mjs";

// src/report/texts/build.ts
const texts = {
	build_injection_cycle: {
		code: "build_injection_cycle",
		message: "injection cycle: %ring%",
		hint: "exclude one of these packages from the aspect, or let it only be linked (`links:` with go:linkname)"
	},
	build_injected_not_found: {
		code: "build_injected_not_found",
		message: "cannot inject package \"%path%\" into %host%: %reason%",
		hint: "add its module to go.mod (go get %path%), or correct the path in the aspect"
	},
	build_injected_failed: {
		code: "build_injected_failed",
		message: "package \"%path%\", injected into %host%, does not build",
		family: "go"
	},
	build_plan_stale: {
		code: "build_plan_stale",
		message: "%file% has changed since this build was planned",
		hint: "build again; after `gots env`, run that again first"
	},
	build_plan_unsteady: {
		code: "build_plan_unsteady",
		message: "%file% changes while the build is planned",
		hint: "build again when nothing writes to it"
	},
	build_plan_unusable: {
		code: "build_plan_unusable",
		message: "the plan of this build cannot be used: %file%: %reason%",
		hint: "run `gots env` again"
	},
	build_variant_mismatch: {
		code: "build_variant_mismatch",
		message: "%path%, which weaving injects, imports %needed%, and %binary% holds a variant of %needed% recompiled for its test",
		hint: "exclude %needed% from what the injected packages import, or do not weave this test"
	},
	build_shared_unsupported: {
		code: "build_shared_unsupported",
		message: "%flag% takes packages from installed libraries, which cannot be woven",
		hint: "build without %flag%"
	},
	build_loop_semantics: {
		code: "build_loop_semantics",
		message: "%path% is of %lang%, and some of its files, by a build constraint, of Go 1.22 or newer: woven, their loops would not keep their meaning with %compiler%",
		hint: "build with Go 1.26 or newer, give the package one language version, or do not weave it"
	},
	build_toolexec_replaced: {
		code: "build_toolexec_replaced",
		message: "-toolexec=%program% takes the place of gots' own, so nothing would be woven",
		hint: "use `gots go …`, which runs the tools through both, or put it in GOFLAGS and run `gots env` again"
	}
};

// src/report/codes/build.ts
/** Files change as fast as they are read. */
function planUnsteady(file) {
	throw failure(texts.build_plan_unsteady, { file });
}
/** Files of one package mean different things by a loop variable, and this compiler would not keep them apart in woven text. */
function loopSemantics(path, lang, compiler) {
	throw failure(texts.build_loop_semantics, {
		path,
		lang,
		compiler
	});
}

export { planUnsteady as n, loopSemantics as t };