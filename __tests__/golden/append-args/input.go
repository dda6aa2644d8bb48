package golden

import "example.com/golden/append-args/hooks"

func dial(more []hooks.Option) {
	hooks.Dial("none")
	hooks.Dial("some", hooks.Traced(),
		hooks.Named("some"))
	hooks.Dial("spread", more...)
	hooks.Dial("literal", []hooks.Option{nil}...)
}
