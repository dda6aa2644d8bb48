package hooks

func extra() string { return "extra" }
