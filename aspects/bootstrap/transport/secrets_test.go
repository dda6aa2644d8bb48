package transport

import (
	"io"
	"log"
	"net/http"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
)

// quietLog is for servers whose clients hang up.
var quietLog = log.New(io.Discard, "", 0)

// Messages name the host, and hold nothing of what may be a credential; headers go to no other host.
func TestMessagesHoldNoCredentials(t *testing.T) {
	redirected := serve(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the headers went to another host") }))
	server := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "redirect"):
			http.Redirect(w, r, redirected.URL+"/"+secret, http.StatusTemporaryRedirect)
		case strings.HasSuffix(r.URL.Path, "garbage"):
			conn, _, _ := w.(http.Hijacker).Hijack()
			_, _ = conn.Write([]byte(secret + "\r\n\r\n"))
			_ = conn.Close()
		default:
			http.Error(w, "no access with "+r.Header.Get("Api-Key")+" and "+r.Header.Get("Authorization"), http.StatusForbidden)
		}
	}))
	address := strings.TrimPrefix(server.URL, "http://")
	for _, endpoint := range []string{
		"http://me:" + secret + "@" + address + "/x?api-key=" + secret,
		"http://me:" + secret + "@" + address + "/redirect?" + secret,
		"http://" + secret + "@" + address + "/garbage",
		"https://me:" + secret + "@" + address + "/" + secret,
		"http://me:" + secret + "@127.0.0.1:1/" + secret,
		"http://me:" + secret + "@does-not-exist.invalid/" + secret,
	} {
		for _, protocol := range []config.Protocol{config.Protobuf, config.JSON, config.GRPC} {
			out := try(t, endpoint, func(e *config.Exporter) { e.Protocol = protocol }).export()
			if out.Err == nil {
				t.Errorf("%s: no error", endpoint)
				continue
			}
			host, _, _ := strings.Cut(endpoint[strings.Index(endpoint, "@")+1:], "/")
			if text := out.Err.Error(); strings.Contains(text, secret) || strings.Contains(text, "bWU6c3dvcmRmaXNo") || !strings.Contains(text, host) || strings.Contains(text, "\n") {
				t.Errorf("%s, %s: %v", protocol, endpoint, out.Err)
			}
		}
	}
}

func TestRedirectsOnTheSameHostAreFollowed(t *testing.T) {
	collector := &collector{statuses: []int{200}}
	mux := http.NewServeMux()
	mux.Handle("/new", collector)
	mux.Handle("/old", http.RedirectHandler("/new", http.StatusPermanentRedirect))
	if out := try(t, serve(t, mux).URL+"/old", nil).export(); out.Kind != Sent || len(collector.bodies) != 1 || collector.header.Get("Api-Key") != secret {
		t.Errorf("%+v, %q", out, collector.bodies)
	}
}
