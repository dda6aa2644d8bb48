//line input.go:1:1
package golden

import "example.com/golden/append-args/hooks"

func dial(more []hooks.Option) {
	hooks.Dial("none", /*line aspects.yml:10:23*/hooks.Traced(), /*line aspects.yml:12:24*/hooks.Named("dial")/*line input.go:6:19*/)
	hooks.Dial("some", hooks.Traced(),
		hooks.Named("some"), /*line aspects.yml:10:23*/hooks.Traced(), /*line aspects.yml:12:24*/hooks.Named("dial")/*line input.go:8:22*/)
	hooks.Dial("spread", /*line aspects.yml:6:7*/__gotsAppended[hooks.Option](/*line input.go:9:23*/more, /*line aspects.yml:10:23*/hooks.Traced(), /*line aspects.yml:12:24*/hooks.Named("dial"))/*line input.go:9:27*/...)
	hooks.Dial("literal", /*line aspects.yml:6:7*/func(opts ...hooks.Option) []hooks.Option { return append(opts, /*line aspects.yml:10:23*/hooks.Traced(), /*line aspects.yml:12:24*/hooks.Named("dial")) }(/*line input.go:10:24*/[]hooks.Option{nil}...)/*line input.go:10:43*/...)
}
