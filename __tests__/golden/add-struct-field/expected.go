//line input.go:1:1
package golden; import __gots_http "net/http"

type Server struct {
	Address string // where
	onClose func()
 /*line aspects.yml:6:9*/traced bool; /*line aspects.yml:7:9*/Client *__gots_http.Client; /*line aspects.yml:8:9*/inner Inner/*line input.go:6:1*/}

type Inner struct{}

type Empty struct{ /*line aspects.yml:13:7*/n int/*line input.go:10:19*/}

type Other struct{ name string }
