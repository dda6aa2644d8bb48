//go:build go1.24

package transport

import (
	"net/http"
	"time"
)

// onlyHTTP2 has a transport speak HTTP/2 alone, without TLS too where plain is true. A connection that carries nothing is asked for
// a sign of life after 30 s, or one that a router has forgotten would cost an export.
func onlyHTTP2(t *http.Transport, plain bool) error {
	t.Protocols = new(http.Protocols)
	t.Protocols.SetHTTP2(true)
	t.Protocols.SetUnencryptedHTTP2(plain)
	t.HTTP2 = &http.HTTP2Config{SendPingTimeout: 30 * time.Second, PingTimeout: 10 * time.Second}
	return nil
}
