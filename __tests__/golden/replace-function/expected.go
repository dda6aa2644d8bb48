//line input.go:1:1
package demo; import __gots_log "log"

import (
	
	
	str "strings"
)

func getenv(key string) string { return key }

func use(log string) string {
	go /*line aspects.yml:11:9*/__gots_log/*line aspects.yml:11:12*/.Print/*line input.go:12:15*/("a", log)
	return /*line aspects.yml:6:9*/str/*line aspects.yml:6:16*/.ToLower/*line input.go:13:20*/(/*line aspects.yml:21:9*/getenv/*line input.go:13:30*/("HOME"))
}
