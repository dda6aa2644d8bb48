//line input.go:1:1
package demo; import __gots_time "time"

func target() {} // at the very end, without a newline
/*line aspects.yml:11:13*/var started = __gots_time/*line aspects.yml:11:31*/.Now()

/*line aspects.yml:13:13*/// helper is called by nobody yet.
/*line aspects.yml:14:13*/func helper() __gots_time/*line aspects.yml:14:31*/.Duration { return __gots_time/*line aspects.yml:14:54*/.Since(started) }

