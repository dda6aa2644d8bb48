// src/weave/1-select/special-cases.ts
/** Orchestrion's table (internal/toolexec/aspect/specialcase.go, v1.12), the first that applies decides. */
const specialCases = [
	{
		path: "github.com/DataDog/orchestrion/runtime",
		below: true,
		weaving: "normal"
	},
	{
		path: "github.com/DataDog/orchestrion",
		below: true,
		weaving: "never"
	},
	{
		path: "gopkg.in/DataDog/dd-trace-go.v1",
		below: true,
		weaving: "internal"
	},
	{
		path: "github.com/DataDog/dd-trace-go/internal/orchestrion/_integration",
		below: true,
		weaving: "normal"
	},
	{
		path: "github.com/DataDog/dd-trace-go/v2/internal/orchestrion/_integration",
		below: true,
		weaving: "normal"
	},
	{
		path: "github.com/DataDog/dd-trace-go",
		below: true,
		weaving: "internal"
	},
	{
		path: "github.com/DataDog/go-tuf/client",
		below: false,
		weaving: "never"
	}
];
/** Which aspects a package may receive at all, by its import path. */
function weavingOf(importPath) {
	for (const { path, below, weaving } of specialCases) if (importPath === path || below && importPath.startsWith(`${path}/`)) return weaving;
	return "normal";
}

export { weavingOf as n, specialCases as t };