package meter

// Declared is an instrument that a package of this program made.
type Declared struct {
	Scope string
	Kind  Kind
	Desc
}

// DeclaredInstruments gives the instruments that packages of this program made, by scope, in the order of their making: the documentation is
// made from them.
func DeclaredInstruments() []Declared {
	registry.Lock()
	defer registry.Unlock()
	var all []Declared
	for _, g := range registry.groups {
		for _, c := range g.cores {
			all = append(all, Declared{g.scope.Name, c.kind, c.desc})
		}
	}
	return all
}
