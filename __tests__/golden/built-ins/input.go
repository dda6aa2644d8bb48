package built

var WithOrchestrion bool

const WithOrchestrionVersion string = ""

//orchestrion:enabled
var woven = false

//dd:orchestrion-enabled
var alsoWoven bool

//orchestrion:version
var version, again = "none", "none"

var other bool
