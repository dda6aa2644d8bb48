//line input.go:1:1
package golden; import __gots_strconv "strconv"

import ()

var line = /*line plugin.mjs:1:1*/counted(__gots_strconv/*line plugin.mjs:1:16*/.Itoa(len(/*line input.go:5:27*/"-"/*line plugin.mjs:1:26*/)))/*line input.go:5:35*/

/*line plugin.mjs:1:1*/func counted(text string) string { return text }
